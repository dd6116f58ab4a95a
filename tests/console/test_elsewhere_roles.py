"""Groups of the organisation that have a role here: their members are added by logging in, and nobody else."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from desk.app import create_app
from desk.domain.audit import Doer
from desk.domain.roles import Role
from desk.services.context import Desk
from desk.services.staff import LoginRefused, log_in
from desk.services.staff_management import deactivate_staff, list_staff, read_staff
from desk.settings import Settings
from tests.console.conftest import PASSWORD, Console
from tests.console.test_elsewhere import go_through, is_inside
from tests.fakes.oidc import CLIENT, SECRET, FakeProvider, fake_oidc
from tests.running import free_port
from tests.services.logins import recorded

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

YAMADA = {
    "sub": "u-9",
    "preferred_username": "yamada",
    "name": "山田 次郎",
    "groups": ["everybody", "desk", "desk-leads"],
}


@pytest.fixture
def provider() -> Iterator[FakeProvider]:
    """The organisation's login, where 山田 is logged in."""
    with fake_oidc(free_port()) as provider:
        provider.claims = dict(YAMADA)
        yield provider


@pytest.fixture
def app(desk: Desk, provider: FakeProvider) -> FastAPI:
    """The application of a desk that gives two groups a role."""
    chosen = Settings(
        _env_file=None,
        oidc_issuer=provider.url,
        oidc_client_id=CLIENT,
        oidc_client_secret=SECRET,
        oidc_roles="desk-leads=lead,desk=coordinator",
    )
    return create_app(chosen, desk)


def test_a_member_of_a_group_is_added_with_its_role(visitor: Console, desk: Desk) -> None:
    go_through(visitor)

    assert is_inside(visitor)
    assert (read_staff(desk, "yamada").name, read_staff(desk, "yamada").role) == ("山田 次郎", Role.LEAD)
    added = {"action": "added", "role": "lead", "by": "oidc"}
    assert recorded(desk, "staff_changed") == [("yamada", "staff_changed", "yamada", added)]
    with pytest.raises(LoginRefused):
        log_in(desk, "yamada", "")


@pytest.mark.parametrize(
    "claims", [{"groups": ["everybody"]}, {"groups": None}, {"groups": "desks"}, {"preferred_username": "山田"}]
)
def test_nobody_else_is_added(visitor: Console, desk: Desk, provider: FakeProvider, claims: dict[str, object]) -> None:
    provider.claims |= claims

    assert go_through(visitor).status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert list_staff(desk) == []


def test_whoever_is_registered_keeps_the_role_given_here(
    visitor: Console, staff: None, desk: Desk, provider: FakeProvider
) -> None:
    provider.claims |= {"preferred_username": "sato"}

    go_through(visitor)

    assert read_staff(desk, "sato").role == Role.COORDINATOR
    assert log_in(desk, "sato", PASSWORD)


def test_whoever_was_taken_out_of_use_does_not_come_back_by_a_group(
    visitor: Console, desk: Desk, provider: FakeProvider
) -> None:
    go_through(visitor)
    deactivate_staff(desk, "yamada", Doer("admin"))
    visitor.client.cookies.clear()
    for claims in ({}, {"preferred_username": "yamada2"}, {"sub": "u-10"}):
        provider.claims = YAMADA | claims
        go_through(visitor)
        assert not is_inside(visitor), claims
