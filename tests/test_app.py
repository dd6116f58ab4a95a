"""How the application is put together: secrets that must be one, and those that are kept."""

import gc
import stat
from pathlib import Path
from typing import Annotated

import httpx
import pytest
from fastapi import FastAPI, Header

from desk.app import catalogue_for, create_app, make_safeguards, secret_key, spare_what_is_loaded
from desk.domain.roles import Role
from desk.domain.verdict import judge
from desk.services.context import Desk
from desk.settings import Settings
from tests.domain.builders import press_shop
from tests.fakes.serving import served
from tests.running import free_port

SET = "a key of the ward's own, 32 characters or more"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_secret_that_is_made_up_is_the_same_for_rasa_and_its_actions(desk: Desk) -> None:
    # given a Rasa that notes the secret it is told
    told: list[str] = []
    rasa, rasa_port, port = FastAPI(), free_port(), free_port()

    @rasa.post("/webhooks/gateway/parse")
    def parse(x_gateway_secret: Annotated[str, Header()]) -> dict[str, object]:
        told.append(x_gateway_secret)
        return {"intent": {"name": "greet", "confidence": 0.9}, "entities": []}

    # when the application starts without a secret of its own
    app = create_app(Settings(_env_file=None, RASA_PORT=rasa_port), desk)
    with served(rasa, rasa_port), served(app, port), httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        client.post("/api/understand", json={"text": "こんにちは"})
        call = {"next_action": "no_such_action"}
        known = client.post("/rasa/actions", json=call, headers={"X-Gateway-Secret": told[0]})
        guessed = client.post("/rasa/actions", json=call, headers={"X-Gateway-Secret": "guessed"})

    # then that Rasa may call the actions, and nobody else
    assert known.json() == {"error": "no action no_such_action", "action_name": "no_such_action"}
    assert "error" not in guessed.json()


def test_what_a_ward_plans_is_for_its_own_companies() -> None:
    voucher = catalogue_for("東京都大田区").program("ward-plan-voucher")

    assert voucher is not None
    assert voucher.area == "大田区"
    assert (
        judge(voucher, press_shop(site_areas=[])).reasons[0].text
        == "本店か事業所が大田区にある（回答: 板橋区・事業所 なし）"
    )


def test_a_ward_that_does_not_exist_ends_the_process_with_a_sentence() -> None:
    with pytest.raises(SystemExit, match="DESK_WARD: 「いたばし」という市区町村は見つかりません"):
        catalogue_for("いたばし")


def test_a_key_that_is_set_is_used(tmp_path: Path) -> None:
    assert secret_key(Settings(_env_file=None, secret_key=SET), tmp_path / "key") == SET
    assert not (tmp_path / "key").exists()


def test_without_one_a_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path, chosen = tmp_path / "var" / "secret-key", Settings(_env_file=None)

    first, second = secret_key(chosen, path), secret_key(chosen, path)

    assert first == second
    assert len(first) >= 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_in_production_administrators_need_a_second_factor() -> None:
    production = Settings(_env_file=None, environment="production", api_token="x", secure_cookies=True)

    assert make_safeguards(production).needs_second_factor(Role.ADMINISTRATOR)
    assert not make_safeguards(production).needs_second_factor(Role.COORDINATOR)
    assert not make_safeguards(Settings(_env_file=None)).needs_second_factor(Role.ADMINISTRATOR)


def test_what_is_loaded_is_not_looked_through_for_garbage_again() -> None:
    try:
        spare_what_is_loaded()
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()
