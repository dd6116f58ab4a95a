"""`desk staff`: operators help with logins, by the rules of the console."""

import re
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from desk.cli import main
from desk.services.context import Desk
from desk.services.staff import LoginRefused, create_staff, log_in
from desk.services.staff_management import read_staff
from desk.settings import settings
from tests.services.logins import PASSWORD, logged_in, recorded, with_telephone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Iterator[None]:
    """Settings of these tests alone."""
    monkeypatch.setenv("DESK_DATABASE_URL", database_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


def run(*arguments: str, typed: str = "") -> str:
    """What a command writes; it must end well."""
    result = RUNNER.invoke(main.app, ["staff", *arguments], input=typed)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*arguments: str, typed: str = "") -> str:
    """Why a command did nothing."""
    result = RUNNER.invoke(main.app, ["staff", *arguments], input=typed)
    assert result.exit_code == 1, result.output
    return result.output + str(result.exception or "")


def test_a_password_that_is_too_easy_is_refused_with_its_reason(desk: Desk) -> None:
    assert "12文字以上" in refused("add", "suzuki", "鈴木 健", typed="短い\n短い\n")
    assert "よく使われる" in refused("add", "suzuki", "鈴木 健", typed="password1234\npassword1234\n")


def test_everybody_is_listed_with_role_and_state(desk: Desk) -> None:
    member, token = logged_in(desk)
    with_telephone(desk, member, token)

    assert run("list") == "suzuki\t鈴木 健\t相談員\t使えます\t二要素あり\n"


def test_whoever_leaves_is_taken_out_of_use(desk: Desk) -> None:
    logged_in(desk)

    run("deactivate", "suzuki")

    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)
    assert recorded(desk, "staff_changed")[-1] == ("cli", "staff_changed", "suzuki", {"action": "deactivated"})


def test_a_lost_password_and_a_lost_telephone_are_replaced(desk: Desk) -> None:
    member, token = logged_in(desk)
    with_telephone(desk, member, token)

    run("reset-second-factor", "suzuki")
    said = run("reset-password", "suzuki")

    started = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", said)
    assert started is not None
    assert log_in(desk, "suzuki", started[0])
    assert not read_staff(desk, "suzuki").second_factor


def test_the_last_administrator_stays(desk: Desk) -> None:
    create_staff(desk, "admin", "管理者", "administrator", PASSWORD)

    assert "ただ一人の管理者" in refused("deactivate", "admin")
    assert "ただ一人の管理者" in refused("add", "admin", "管理者", typed=f"{PASSWORD}\n{PASSWORD}\n")


def test_somebody_who_is_not_there_is_told_of(desk: Desk) -> None:
    assert "登録されていません" in refused("reset-password", "nobody")
