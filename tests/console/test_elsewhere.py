"""Logging in with an account of the organisation, against a provider that speaks the protocol over HTTP."""

import time
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI
from joserfc.jwk import RSAKey

from desk.app import create_app
from desk.console.access import SESSION_COOKIE
from desk.domain.audit import Doer
from desk.domain.roles import Role
from desk.services.context import Desk
from desk.services.staff_management import Described, add_staff, deactivate_staff, unlink_staff
from desk.settings import Settings
from tests.console.conftest import Console, reached, text_of
from tests.fakes.oidc import CLIENT, SECRET, FakeProvider, fake_oidc
from tests.running import free_port
from tests.services.logins import recorded

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ADMIN = Doer("admin")
START = "/console/oidc/start"


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    """The organisation's login, where 佐藤 is logged in."""
    with fake_oidc(free_port()) as provider:
        yield provider


@pytest.fixture
def app(desk: Desk, provider: FakeProvider) -> FastAPI:
    """The application of a desk that offers it."""
    chosen = Settings(_env_file=None, oidc_issuer=provider.url, oidc_client_id=CLIENT, oidc_client_secret=SECRET)
    return create_app(chosen, desk)


def at_the_provider(visitor: Console, path: str = START) -> httpx.Response:
    """Go out and log in there; gives the redirect that leads back."""
    return httpx.get(visitor.get(path).headers["location"])


def go_through(visitor: Console, path: str = START) -> httpx.Response:
    """Out and back again, as a browser does."""
    return visitor.get(at_the_provider(visitor, path).headers["location"])


def is_inside(visitor: Console) -> bool:
    """Whether the console opens."""
    return visitor.get("/console/account").status_code == httpx.codes.OK


def test_the_login_page_offers_it(visitor: Console) -> None:
    page = visitor.get("/console/login?next=/console/audit")

    assert "組織のアカウントでログイン" in text_of(page)
    assert f'href="{START}?next=/console/audit"' in page.text


def test_a_member_of_staff_comes_in_without_a_password(visitor: Console, staff: None, desk: Desk) -> None:
    entered = go_through(visitor, f"{START}?next=/console/?basket=all")

    assert entered.headers["location"] == "/console/?basket=all"
    assert is_inside(visitor)
    assert recorded(desk, "login") == [("sato", "login", "sato", {"by": "oidc"})]


def test_the_desk_asks_with_pkce_state_and_nonce(visitor: Console, staff: None, provider: FakeProvider) -> None:
    go_through(visitor)

    (asked,) = provider.asked
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert "openid" in asked["scope"].split()
    assert len({asked[name] for name in ("state", "nonce", "code_challenge")}) == 3
    assert asked["redirect_uri"].endswith("/console/oidc/return")


def test_it_never_leads_elsewhere(visitor: Console, staff: None) -> None:
    assert go_through(visitor, f"{START}?next=https://evil.example/").headers["location"] == "/console/"


def test_somebody_who_is_not_registered_stays_outside(visitor: Console, staff: None, provider: FakeProvider) -> None:
    provider.claims |= {"sub": "u-9", "preferred_username": "yamada"}

    refused = go_through(visitor)

    assert "職員として登録されていません" in text_of(refused)
    assert not is_inside(visitor)


def test_somebody_who_has_left_stays_outside(visitor: Console, staff: None, desk: Desk) -> None:
    deactivate_staff(desk, "sato", ADMIN)

    go_through(visitor)

    assert not is_inside(visitor)


def test_a_login_that_was_given_to_somebody_else_there_opens_nothing(
    visitor: Console, staff: None, desk: Desk, provider: FakeProvider
) -> None:
    go_through(visitor)
    visitor.client.cookies.clear()
    provider.claims["sub"] = "u-2"

    assert "職員として登録されていません" in text_of(go_through(visitor))
    unlink_staff(desk, "sato", ADMIN)
    go_through(visitor)
    assert is_inside(visitor)


def test_a_changed_name_there_is_the_same_person_here(visitor: Console, staff: None, provider: FakeProvider) -> None:
    go_through(visitor)
    visitor.client.cookies.clear()
    provider.claims["preferred_username"] = "suzuki"

    go_through(visitor)

    assert "佐藤 花子" in text_of(visitor.get("/console/account"))


def test_a_start_password_does_not_stand_in_the_way(visitor: Console, desk: Desk) -> None:
    add_staff(desk, "sato", Described("佐藤 花子", Role.COORDINATOR), ADMIN)

    go_through(visitor)

    assert is_inside(visitor)


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another-desk"},
        {"aud": [CLIENT, "another-desk"]},
        {"nonce": "guessed"},
        {"exp": int(time.time()) - 3600},
        {"iat": int(time.time()) + 3600},
        {"sub": None},
    ],
    ids=lambda claims: next(iter(claims)),
)
def test_a_token_that_cannot_be_trusted_opens_nothing(
    visitor: Console, staff: None, provider: FakeProvider, claims: dict[str, object]
) -> None:
    provider.claims |= claims

    refused = go_through(visitor)

    assert refused.status_code == httpx.codes.BAD_GATEWAY
    assert "パスワードでログインするか" in text_of(refused)
    assert SESSION_COOKIE not in visitor.client.cookies


def test_a_token_signed_by_another_key_opens_nothing(visitor: Console, staff: None, provider: FakeProvider) -> None:
    provider.signing = RSAKey.generate_key(2048, {"kid": "1"})

    assert go_through(visitor).status_code == httpx.codes.BAD_GATEWAY


def test_a_provider_that_describes_itself_as_another_is_not_followed(visitor: Console, provider: FakeProvider) -> None:
    provider.described = {"issuer": "https://elsewhere.example"}

    assert visitor.get(START).status_code == httpx.codes.BAD_GATEWAY


@pytest.mark.parametrize("changed", ["state=guessed", "state="])
def test_an_answer_to_nobodys_question_opens_nothing(visitor: Console, staff: None, changed: str) -> None:
    location = at_the_provider(visitor).headers["location"]
    forged = "&".join(changed if part.startswith("state") else part for part in location.partition("?")[2].split("&"))

    assert visitor.get(f"/console/oidc/return?{forged}").status_code == httpx.codes.BAD_GATEWAY


def test_an_answer_in_another_browser_opens_nothing(visitor: Console, staff: None) -> None:
    location = at_the_provider(visitor).headers["location"]
    visitor.client.cookies.clear()

    assert visitor.get(location).status_code == httpx.codes.BAD_GATEWAY


def test_an_answer_opens_once(visitor: Console, staff: None) -> None:
    location = at_the_provider(visitor).headers["location"]
    errand = visitor.client.cookies["desk_errand"]
    visitor.get(location)
    visitor.client.cookies.clear()
    visitor.client.cookies.set("desk_errand", errand, path="/console/oidc")

    assert visitor.get(location).status_code == httpx.codes.BAD_GATEWAY


def test_whoever_says_no_there_comes_back_to_the_login(visitor: Console, provider: FakeProvider) -> None:
    provider.refuses = True

    assert "終えられませんでした" in text_of(go_through(visitor))


def test_where_it_is_off_nothing_is_offered_and_nothing_opens(desk: Desk, staff: None) -> None:
    with reached(create_app(Settings(_env_file=None), desk)) as client:
        assert "組織のアカウント" not in client.get("/console/login").text
        for path in (START, "/console/oidc/return?code=x&state=y"):
            assert client.get(path).headers["location"] == "/console/login"


def test_a_provider_that_does_not_answer_leaves_the_password(desk: Desk, staff: None) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    chosen = Settings(_env_file=None, oidc_issuer=nowhere, oidc_client_id=CLIENT, oidc_client_secret=SECRET)
    with reached(create_app(chosen, desk)) as client:
        visitor = Console(client)
        assert visitor.get(START).status_code == httpx.codes.BAD_GATEWAY
        assert visitor.log_in().headers["location"] == "/console/"
