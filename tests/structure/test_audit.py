"""Every route of the console and of the staff API says what it touches, for the record of who read and changed what."""

import ast
from pathlib import Path

import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from desk.api import access as api_access
from desk.api import cases, kpi
from desk.console import access, account_words
from desk.console.routers import ROUTERS
from desk.domain.audit import Kind
from desk.settings import ROOT
from tests.structure.source import name_of, python_files, tree_of
from tests.structure.test_routes import OPEN_TO_ALL, STATIC

STAFF_API = [module.router for module in (cases, kpi)]
SAYS = (access.Audited, access.AuditedWatching, access.NotAudited, api_access.Audited)
#: the ways in and out, of which services record each
OF_THE_LOGIN = {*OPEN_TO_ALL, *access.STEPS.values(), "/console/logout", "/console/stay"}


def routes(*routers: APIRouter) -> list[APIRoute]:
    """Routes that show or may change something."""
    found = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    return [route for route in found if route.path not in OF_THE_LOGIN and not route.path.startswith(STATIC)]


def said(route: APIRoute) -> list[object]:
    """What a route says it touches."""
    return [each.call for each in route.dependant.dependencies if isinstance(each.call, SAYS)]


def titled(route: APIRoute) -> str:
    """A route's name in a test."""
    return f"{'/'.join(sorted(route.methods or ()))} {route.path}"


@pytest.mark.parametrize("route", routes(*ROUTERS, *STAFF_API), ids=titled)
def test_a_route_says_what_it_touches(route: APIRoute) -> None:
    assert said(route), f"{titled(route)} needs audited(…), audited_watching(…) or not_audited('why')"


@pytest.mark.parametrize("route", routes(*ROUTERS), ids=titled)
def test_what_is_refused_is_not_recorded_as_read(route: APIRoute) -> None:
    """Guards run in order: whoever may not come in must be stopped before the record says that they read."""
    calls = [each.call for each in route.dependant.dependencies]
    recorded = [calls.index(each) for each in said(route) if not isinstance(each, access.NotAudited)]
    guarded = [calls.index(each) for each in calls if isinstance(each, access.Requires | access.RequiresWatching)]

    assert not recorded or not guarded or max(guarded) < min(recorded)


@pytest.mark.parametrize("route", routes(*ROUTERS), ids=titled)
def test_what_is_not_recorded_says_why(route: APIRoute) -> None:
    assert all(len(each.why) > 10 for each in said(route) if isinstance(each, access.NotAudited))


def test_every_api_behind_the_token_is_looked_at() -> None:
    behind = [
        path.stem for path in (ROOT / "desk" / "api").glob("*.py") if "Depends(need_token)" in path.read_text("utf-8")
    ]

    assert sorted(behind) == sorted(module.__name__.rpartition(".")[2] for module in (cases, kpi))


def test_every_kind_has_a_title() -> None:
    assert set(account_words.KINDS) == set(Kind)


@pytest.mark.parametrize("path", python_files("desk", "actions"), ids=name_of)
def test_one_place_writes_the_record(path: Path) -> None:
    calls = [node.func for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call, ast.Name) and call.id == "AuditEntry"]

    assert not made or name_of(path) == "desk/services/audit.py"
