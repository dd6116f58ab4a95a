"""Nobody gets in without a login, and no form counts that was not sent from the console."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from desk.app import create_app
from desk.console.access import SESSION_COOKIE, STEPS, arriving, signed_in, watching
from desk.services.context import Desk
from desk.services.staff import ATTEMPTS, IDLE, LOCK
from desk.settings import Settings
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, open_case, reached, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

OPEN_TO_ALL = {"/console/login", "/console/static/{path:path}", "/console/oidc/start", "/console/oidc/return"}

#: tells colleagues that somebody is writing; nothing is kept of it
FLEETING = {"/console/live/cases/{number}/typing"}


def console_routes(app: FastAPI) -> list[APIRoute]:
    """Every route below /console, whichever router brought it."""
    return [each for each in routes_within(app.routes) if each.path.startswith("/console")]


def routes_within(routes: Iterable[BaseRoute]) -> Iterator[APIRoute]:
    """The routes themselves, those of included routers, too."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif router := getattr(route, "original_router", None):
            yield from routes_within(router.routes)


def guards(route: APIRoute) -> set[object]:
    """What is asked before a route is entered."""
    return {each.call for each in route.dependant.dependencies}


def test_every_route_of_the_console_asks_who_is_there(app: FastAPI) -> None:
    unguarded = {each.path for each in console_routes(app) if not guards(each) & {signed_in, watching, arriving}}
    assert unguarded == OPEN_TO_ALL


def test_whatever_changes_something_needs_more_than_being_watched(app: FastAPI) -> None:
    for route in console_routes(app):
        if route.path not in OPEN_TO_ALL | FLEETING and route.methods != {"GET"}:
            assert guards(route) & {signed_in, arriving}, route.path


def test_a_password_alone_opens_the_steps_of_the_login_and_nothing_else(app: FastAPI) -> None:
    opened = {route.path for route in console_routes(app) if arriving in guards(route)}
    assert opened == set(STEPS.values())


def test_every_route_of_the_console_turns_strangers_away(app: FastAPI, visitor: Console) -> None:
    paths = [(each, method) for each in console_routes(app) for method in each.methods or ()]
    assert len(paths) > 10
    for route, method in paths:
        if route.path in OPEN_TO_ALL:
            continue
        path = re.sub(r"{[^}]+}", "1", route.path)
        response = visitor.client.request(method, path, data={"csrf": "x"})
        assert response.status_code in (httpx.codes.SEE_OTHER, httpx.codes.UNAUTHORIZED), path
        assert "desk_session" not in response.headers.get("set-cookie", "")


def test_a_login_leads_to_the_page_that_was_wanted(staff: None, visitor: Console) -> None:
    refused = visitor.get("/console/cases/I-2026-000001?done=answered")
    assert refused.headers["location"] == "/console/login?next=%2Fconsole%2Fcases%2FI-2026-000001%3Fdone%3Danswered"
    entered = visitor.log_in(next="/console/cases/I-2026-000001")
    assert entered.headers["location"] == "/console/cases/I-2026-000001"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/console/\\evil.example", "/"])
def test_a_login_never_leads_elsewhere(staff: None, visitor: Console, elsewhere: str) -> None:
    assert visitor.log_in(next=elsewhere).headers["location"] == "/console/"


def test_the_session_cookie_is_out_of_reach_for_scripts_and_other_sites(staff: None, visitor: Console) -> None:
    cookie = session_cookie(visitor.log_in())
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/console" in cookie
    assert "Secure" not in cookie


def test_behind_tls_cookies_are_sent_over_tls_only(desk: Desk, staff: None) -> None:
    with reached(create_app(Settings(_env_file=None, secure_cookies=True), desk)) as client:
        asked = client.get("/console/login")
        form = Console(client).fields(asked)
        # A client that is not behind TLS keeps no such cookie by itself.
        kept = {"Cookie": f"desk_login={form['csrf']}"}
        entered = client.post("/console/login", data=form | {"login": "sato", "password": PASSWORD}, headers=kept)
        assert "Secure" in asked.headers["set-cookie"]
        assert "Secure" in session_cookie(entered)


def session_cookie(response: httpx.Response) -> str:
    """The header that sets the session."""
    return next(each for each in response.headers.get_list("set-cookie") if each.startswith(SESSION_COOKIE))


def test_a_wrong_password_is_told_kindly_and_the_login_stays_filled_in(staff: None, visitor: Console) -> None:
    refused = visitor.log_in(password="ちがう合言葉")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "IDとパスワードを確かめてください" in text_of(refused)
    assert 'value="sato"' in refused.text
    assert "ちがう合言葉" not in refused.text


def test_an_unknown_login_gets_the_same_answer_as_a_wrong_password(staff: None, visitor: Console) -> None:
    unknown, wrong = visitor.log_in(login="nobody"), visitor.log_in(password="ちがう")
    assert text_of(unknown).replace("nobody", "") == text_of(wrong).replace("sato", "")


def test_repeated_failures_lock_the_login_for_a_while(staff: None, visitor: Console, clock: SettableClock) -> None:
    for _ in range(ATTEMPTS):
        assert "15分間ログインできません" in text_of(visitor.log_in(password="ちがう"))
    assert visitor.log_in().status_code == httpx.codes.UNPROCESSABLE_ENTITY
    clock.at += LOCK + timedelta(seconds=1)
    assert visitor.log_in().status_code == httpx.codes.SEE_OTHER


def test_a_login_form_from_elsewhere_is_refused(staff: None, visitor: Console) -> None:
    fields = {"login": "sato", "password": PASSWORD}
    assert visitor.post("/console/login", csrf="guessed", **fields).status_code == httpx.codes.FORBIDDEN
    token = visitor.token("/console/login")
    forged = visitor.post("/console/login", csrf=token, origin="https://evil.example", **fields)
    assert forged.status_code == httpx.codes.FORBIDDEN


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1.evil.example"])
def test_a_form_from_another_site_changes_nothing(console: Console, desk: Desk, origin: str) -> None:
    number = open_case(desk, "a")
    refused = console.post(f"/console/cases/{number}/answer", origin=origin, text="こんにちは")
    assert refused.status_code == httpx.codes.FORBIDDEN
    assert "こんにちは" not in text_of(console.get(f"/console/cases/{number}"))


def test_a_form_without_its_token_changes_nothing_and_the_text_is_not_lost(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    refused = console.post(f"/console/cases/{number}/answer", csrf="", text="長く考えて書いた返事です。")
    assert refused.status_code == httpx.codes.FORBIDDEN
    assert "画面を開き直して" in text_of(refused)
    assert "長く考えて書いた返事です。" in text_of(refused)


def test_an_answer_written_until_the_login_ran_out_is_shown_for_copying(
    console: Console, desk: Desk, clock: SettableClock
) -> None:
    number, token = open_case(desk, "a"), console.token()
    clock.at += IDLE + timedelta(minutes=1)
    late = console.post(f"/console/cases/{number}/answer", csrf=token, text="長く考えて書いた返事です。")
    assert late.status_code == httpx.codes.UNAUTHORIZED
    assert "ログインの期限が切れました" in text_of(late)
    assert "長く考えて書いた返事です。" in text_of(late)


def test_a_page_that_only_watches_does_not_keep_the_login_alive(console: Console, clock: SettableClock) -> None:
    for _ in range(3):
        clock.at += IDLE / 3 - timedelta(seconds=1)
        assert console.get("/console/live/", **{"X-Watching": "1"}).status_code == httpx.codes.OK
    clock.at += timedelta(seconds=4)
    assert console.get("/console/live/", **{"X-Watching": "1"}).status_code == httpx.codes.UNAUTHORIZED


def test_a_page_that_watches_is_told_how_long_the_login_lasts(console: Console, clock: SettableClock) -> None:
    clock.at += IDLE - timedelta(minutes=3)
    assert console.get("/console/live/").headers["X-Session-Left"] == "180"


def test_writing_keeps_the_login_alive(console: Console, clock: SettableClock) -> None:
    for _ in range(3):
        clock.at += IDLE - timedelta(minutes=1)
        assert console.get("/console/stay").status_code == httpx.codes.NO_CONTENT


def test_after_logging_out_the_session_is_gone(console: Console) -> None:
    cookie = console.client.cookies[SESSION_COOKIE]
    assert console.post("/console/logout").headers["location"] == "/console/login"
    console.client.cookies.set(SESSION_COOKIE, cookie)
    assert console.get("/console/").status_code == httpx.codes.SEE_OTHER


def test_pages_of_the_console_are_never_kept_or_framed(console: Console) -> None:
    headers = console.get("/console/").headers
    assert headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_every_answer_of_the_console_keeps_caches_and_frames_away(console: Console, visitor: Console) -> None:
    for path in ("/console/", "/console/account", "/console/nowhere/", "/console/login", "/console/live/"):
        headers = console.get(path).headers
        if "Content-Security-Policy" not in headers:
            continue
        assert headers["Cache-Control"] == "no-store", path
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"
    redirect = console.get("/console/login/code")
    assert redirect.headers["Cache-Control"] == "no-store"


def test_an_address_that_leads_nowhere_is_told_on_a_page(console: Console) -> None:
    for path in ("/console/nowhere", "/console/cases/I-2026-000001/answer"):
        page = console.get(path)

        assert page.status_code == httpx.codes.NOT_FOUND
        assert "お探しの画面はありません" in text_of(page)
