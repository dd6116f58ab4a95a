"""One's own account at the console: the steps of a login, password, second factor, sessions."""

import re

import httpx
import pytest
from fastapi import FastAPI

from desk.domain.audit import Doer
from desk.domain.roles import Role
from desk.services.context import Desk
from desk.services.safeguards import Safeguards
from desk.services.staff import create_staff, log_in
from desk.services.staff_management import Described, add_staff
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, text_of
from tests.services.logins import Telephone

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ACCOUNT = "/console/account"
NEW = "板橋駅の本屋で待ち合わせ"


def secret_on(page: httpx.Response) -> str:
    """The key that a page shows for typing."""
    found = re.search(r"<code>([A-Z2-7]{32})</code>", page.text)
    assert found is not None
    return found[1]


def codes_on(page: httpx.Response) -> list[str]:
    """The recovery codes that a page shows."""
    return re.findall(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</code>", page.text)


def set_up(console: Console, desk: Desk) -> tuple[Telephone, list[str]]:
    """Set the second factor up from one's own settings."""
    telephone = Telephone(desk, secret_on(console.get(f"{ACCOUNT}/second-factor")))
    done = console.post(f"{ACCOUNT}/second-factor", csrf=console.token(ACCOUNT), code=telephone.code())
    assert done.status_code == httpx.codes.OK
    return telephone, codes_on(done)


def log_in_again(console: Console, next: str = "/console/") -> httpx.Response:
    """With the password alone."""
    console.client.cookies.clear()
    return console.log_in(next=next)


def test_the_second_factor_is_set_up_and_asked_for(console: Console, desk: Desk, clock: SettableClock) -> None:
    telephone, codes = set_up(console, desk)
    assert len(codes) == 10
    clock.at = clock.at.replace(minute=5)

    # when 佐藤 logs in again with the password
    asked = log_in_again(console, next="/console/?basket=all")
    assert asked.headers["location"] == "/console/login/code?next=%2Fconsole%2F%3Fbasket%3Dall"
    assert console.get("/console/").headers["location"] == "/console/login/code"

    # then a code opens the page that was wanted
    step = console.get(asked.headers["location"])
    fields = console.fields(step)
    opened = console.post("/console/login/code", **fields, code=telephone.code())
    assert opened.headers["location"] == "/console/?basket=all"
    assert console.get("/console/").status_code == httpx.codes.OK


def test_the_picture_for_the_telephone_needs_no_inline_script_or_style(console: Console) -> None:
    page = console.get(f"{ACCOUNT}/second-factor")

    assert 'src="data:image/svg+xml' in page.text
    assert "img-src 'self' data:" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"


def test_a_wrong_code_is_told_kindly_and_opens_nothing(console: Console, desk: Desk) -> None:
    set_up(console, desk)
    log_in_again(console)

    refused = console.post("/console/login/code", csrf=console.token("/console/login/code"), code="000000")

    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "確認コードが合いませんでした" in text_of(refused)
    assert console.get("/console/").is_redirect


def test_a_code_from_another_site_is_refused(console: Console, desk: Desk, clock: SettableClock) -> None:
    telephone, _ = set_up(console, desk)
    clock.at = clock.at.replace(minute=5)
    log_in_again(console)
    token = console.token("/console/login/code")

    forged = console.post("/console/login/code", csrf=token, origin="https://evil.example", code=telephone.code())

    assert forged.status_code == httpx.codes.FORBIDDEN


def test_a_recovery_code_opens_and_its_number_goes_down(console: Console, desk: Desk) -> None:
    _, codes = set_up(console, desk)
    log_in_again(console)

    console.post("/console/login/code", csrf=console.token("/console/login/code"), code=codes[0])

    assert "予備コードはあと9個です" in text_of(console.get(ACCOUNT))


def test_recovery_codes_are_made_anew_and_the_factor_switched_off(console: Console, desk: Desk) -> None:
    _, codes = set_up(console, desk)
    token = console.token(ACCOUNT)

    renewed = codes_on(console.post(f"{ACCOUNT}/codes", csrf=token, password=PASSWORD))
    assert len(renewed) == 10
    assert not set(codes) & set(renewed)
    wrong = console.post(f"{ACCOUNT}/second-factor/off", csrf=token, password="ちがう合言葉")
    assert "いまのパスワードが合いませんでした" in text_of(wrong)
    off = console.post(f"{ACCOUNT}/second-factor/off", csrf=token, password=PASSWORD)
    assert off.headers["location"] == f"{ACCOUNT}?done=off"
    assert log_in_again(console).headers["location"] == "/console/"


def test_whoever_is_new_is_led_to_a_password_of_their_own(visitor: Console, desk: Desk) -> None:
    started = add_staff(desk, "tanaka", Described("田中 由美", Role.COORDINATOR), Doer("admin"))
    step = "/console/login/password"
    assert visitor.log_in("tanaka", started).headers["location"].startswith(step)
    assert visitor.get("/console/account").headers["location"] == step

    token = visitor.token(step)
    differing = visitor.post(step, csrf=token, new=NEW, again=NEW + "。")
    assert "2回の入力が同じではありません" in text_of(differing)
    short = visitor.post(step, csrf=token, new="短い", again="短い")
    assert "12文字以上" in text_of(short)
    old = visitor.post(step, csrf=token, new=started, again=started)
    assert "いまのパスワードと同じです" in text_of(old)

    assert visitor.post(step, csrf=token, new=NEW, again=NEW).headers["location"] == "/console/"
    assert "田中 由美" in text_of(visitor.get("/console/"))


def test_a_step_out_of_turn_leads_to_the_one_whose_turn_it_is(visitor: Console, desk: Desk) -> None:
    started = add_staff(desk, "tanaka", Described("田中 由美", Role.COORDINATOR), Doer("admin"))
    visitor.log_in("tanaka", started)

    for step in ("code", "second-factor"):
        assert visitor.get(f"/console/login/{step}").headers["location"] == "/console/login/password"


@pytest.mark.parametrize("step", ["code", "password", "second-factor"])
def test_steps_open_for_nobody_without_a_password(visitor: Console, console: Console, step: str) -> None:
    assert console.get(f"/console/login/{step}").headers["location"].startswith("/console/login?next=")


def test_the_own_password_is_changed(console: Console, desk: Desk) -> None:
    elsewhere = log_in(desk, "sato", PASSWORD)
    token = console.token(ACCOUNT)

    changed = console.post(f"{ACCOUNT}/password", csrf=token, current=PASSWORD, new=NEW, again=NEW)

    assert changed.headers["location"] == f"{ACCOUNT}?done=password"
    assert "ほかのブラウザのログインは終了しました" in text_of(console.get(changed.headers["location"]))
    assert log_in(desk, "sato", NEW) != elsewhere


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"current": "ちがう合言葉です", "new": NEW, "again": NEW}, "いまのパスワードが合いませんでした"),
        ({"current": PASSWORD, "new": NEW, "again": "べつの文をもう一度書く"}, "2回の入力が同じではありません"),
        ({"current": PASSWORD, "new": "password1234", "again": "password1234"}, "よく使われるパスワード"),
    ],
)
def test_a_password_that_cannot_be_changed_is_explained(console: Console, fields: dict[str, str], told: str) -> None:
    refused = console.post(f"{ACCOUNT}/password", csrf=console.token(ACCOUNT), **fields)

    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert told in text_of(refused)
    assert not any(value in refused.text for value in fields.values())


def test_open_sessions_are_seen_and_ended(console: Console, desk: Desk) -> None:
    log_in(desk, "sato", PASSWORD, "Firefox（Windows）")
    log_in(desk, "sato", PASSWORD, "Safari（iPhone）")
    page = text_of(console.get(ACCOUNT))
    assert "Firefox（Windows）" in page
    assert "Safari（iPhone）" in page

    one = console.get(ACCOUNT)
    name = re.findall(r'name="which" value="([0-9a-f]{16})"', one.text)[0]
    console.post(f"{ACCOUNT}/sessions/end", csrf=console.token(ACCOUNT), which=name)
    assert len(re.findall('name="which"', console.get(ACCOUNT).text)) == 1
    console.post(f"{ACCOUNT}/sessions/end", csrf=console.token(ACCOUNT))

    assert "Firefox" not in text_of(console.get(ACCOUNT))
    assert "Safari" not in text_of(console.get(ACCOUNT))


class TestWhereASecondFactorIsNeeded:
    """The desk demands it of everybody."""

    @pytest.fixture
    def app(self, app: FastAPI, desk: Desk) -> FastAPI:
        """The application of such a desk."""
        object.__setattr__(desk, "safeguards", Safeguards(second_factor="required"))
        return app

    def test_the_first_login_leads_through_setting_it_up(self, visitor: Console, desk: Desk) -> None:
        create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)
        step = "/console/login/second-factor"
        assert visitor.log_in().headers["location"].startswith(step)
        telephone = Telephone(desk, secret_on(visitor.get(step)))

        wrong = visitor.post(step, csrf=visitor.token(step), code="000000")
        assert "確認コードが合いませんでした" in text_of(wrong)
        done = visitor.post(step, csrf=visitor.token(step), code=telephone.code())

        assert len(codes_on(done)) == 10
        assert visitor.get("/console/").status_code == httpx.codes.OK
        assert "二要素認証をやめる" not in text_of(visitor.get(ACCOUNT))
