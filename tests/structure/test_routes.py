"""What stands behind each address: every page of staff behind a login, every list of cases behind the token."""

from collections.abc import Iterator

import httpx
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from desk.api import cases, kpi
from desk.catalogue import load_catalogue
from desk.clock import clock_of
from desk.console.routers import ROUTERS
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT
from tests.channels.reach import reached
from tests.conftest import TUESDAY_MORNING
from tests.running import free_port

#: all that staff can reach before they have logged in
OPEN_TO_ALL = {"/console/login", "/console/oidc/start", "/console/oidc/return"}
STATIC = "/console/static"
NUMBER = "I-2026-000001"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk on one database: addresses do not depend on its kind."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('routes')}/desk.sqlite3")
    migrate(database)
    profile = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区")
    yield Desk(database, load_catalogue(), profile, clock_of(TUESDAY_MORNING))
    database.close()


@pytest.fixture(scope="module")
def stranger(desk: Desk) -> Iterator[httpx.Client]:
    """A client that has neither logged in nor a token."""
    with reached(desk, free_port()) as client:
        yield client


def addresses(*routers: APIRouter) -> list[tuple[str, str]]:
    """Method and path of every route."""
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    return sorted((method, route.path) for route in routes for method in route.methods)


CONSOLE = [each for each in addresses(*ROUTERS) if each[1] not in OPEN_TO_ALL and not each[1].startswith(STATIC)]
STAFF_API = addresses(cases.router, kpi.router)


def test_there_is_a_console_and_a_staff_api_to_look_at() -> None:
    assert len(CONSOLE) >= 5
    assert len(STAFF_API) >= 4


@pytest.mark.parametrize(("method", "path"), CONSOLE, ids=[" ".join(each) for each in CONSOLE])
def test_a_page_of_staff_sends_strangers_to_the_login(stranger: httpx.Client, method: str, path: str) -> None:
    response = stranger.request(method, filled(path))

    assert response.status_code in (302, 303, 401, 403)
    if response.is_redirect:
        assert response.headers["location"].startswith("/console/login")


@pytest.mark.parametrize(("method", "path"), CONSOLE, ids=[" ".join(each) for each in CONSOLE])
def test_a_made_up_cookie_opens_nothing(stranger: httpx.Client, method: str, path: str) -> None:
    response = stranger.request(method, filled(path), headers={"Cookie": "desk_session=madeup"})

    assert response.status_code in (302, 303, 401, 403)


@pytest.mark.parametrize(("method", "path"), STAFF_API, ids=[" ".join(each) for each in STAFF_API])
def test_the_staff_api_asks_for_the_token(stranger: httpx.Client, method: str, path: str) -> None:
    assert stranger.request(method, filled(path)).status_code == 401


def filled(path: str) -> str:
    """A path with something in its places."""
    return path.replace("{number}", NUMBER).replace("{message_id}", "1").replace("{revision_id}", "1")
