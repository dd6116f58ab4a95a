"""Each role opens what it includes and nothing else, and no page draws a form that its reader may not send."""

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from desk.console.access import SESSION_COOKIE, Requires, RequiresWatching
from desk.console.navigation import sections_for
from desk.domain.roles import Permission, Role, may
from desk.services.context import Desk
from desk.services.staff import create_staff, log_in, member_of
from tests.console.conftest import PASSWORD, open_case, reached, text_of
from tests.console.test_access import OPEN_TO_ALL, console_routes
from tests.services.logins import present

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

REFUSED = "この画面や操作は、あなたの役割では使えません"
FORM = re.compile(r"<form[^>]*>.*?</form>", re.DOTALL)
ACTION = re.compile(r'(?:form)?action="([^"]*)"')


class Person:
    """Somebody of a role, logged in."""

    def __init__(self, client: httpx.Client, desk: Desk, role: Role) -> None:
        create_staff(desk, role.value, f"{role.value}の人", role, PASSWORD)
        token = log_in(desk, role.value, PASSWORD)
        self.role, self.client = role, client
        self.csrf = present(member_of(desk, token)).csrf_token
        client.cookies.set(SESSION_COOKIE, token, path="/console")

    def request(self, method: str, path: str) -> httpx.Response:
        """Open a page, or send a form with nothing in it but its token."""
        data = {"csrf": self.csrf} if method == "POST" else None
        return self.client.request(method, path, data=data)


@pytest.fixture(params=Role)
def person(request: pytest.FixtureRequest, app: FastAPI, desk: Desk) -> Iterator[Person]:
    """One of each role."""
    with reached(app) as client:
        yield Person(client, desk, request.param)


def needed(route: APIRoute) -> set[Permission]:
    """The permissions that a route asks for."""
    calls = [each.call for each in route.dependant.dependencies]
    return {call.permission for call in calls if isinstance(call, Requires | RequiresWatching)}


def allows(route: APIRoute, role: Role) -> bool:
    """Whether somebody of this role may use a route."""
    return all(may(role, permission) for permission in needed(route))


def filled(path: str, number: str, login: str) -> str:
    """The path with something in its places. Of profiles everybody has one of their own."""
    own = path.replace("/coordinators/{login}", f"/coordinators/{login}")
    return re.sub(r"{[^}]+}", "1", own.replace("{number}", number))


def guarded(app: FastAPI) -> list[APIRoute]:
    """Routes that ask who is there, except the way out."""
    return [each for each in console_routes(app) if each.path not in OPEN_TO_ALL | {"/console/logout"}]


def test_each_role_opens_what_it_includes_and_nothing_else(app: FastAPI, person: Person, desk: Desk) -> None:
    number = open_case(desk, "a")

    for route in guarded(app):
        for method in sorted(route.methods or ()):
            answer = person.request(method, filled(route.path, number, person.role))
            refused = answer.status_code == httpx.codes.FORBIDDEN
            assert refused == (not allows(route, person.role)), (person.role, method, route.path)
            if refused:
                assert REFUSED in text_of(answer)


def test_a_page_draws_no_form_and_no_section_that_its_reader_may_not_use(
    app: FastAPI, person: Person, desk: Desk
) -> None:
    number = open_case(desk, "a")
    pages = {f"/console/cases/{number}", "/console/account", "/console/staff/auditor"}
    pages |= {section.path for section in sections_for(person.role)}

    for path in sorted(pages):
        page = person.request("GET", path)
        if page.status_code != httpx.codes.OK:
            continue
        for action in actions(page.text):
            routes = [route for route in console_routes(app) if route.path_regex.fullmatch(action)]
            posts = [route for route in routes if "POST" in (route.methods or ())]
            assert posts, (path, action)
            assert any(allows(route, person.role) for route in posts), (person.role, path, action)


def actions(page: str) -> set[str]:
    """Where the forms of a page that change something lead to."""
    forms = [form for form in FORM.findall(page) if 'method="post"' in form]
    return {unescape(action).partition("?")[0] for form in forms for action in ACTION.findall(form)}


def test_an_auditor_reads_a_case_and_finds_nothing_to_change(app: FastAPI, desk: Desk) -> None:
    number = open_case(desk, "a")
    with reached(app) as client:
        page = Person(client, desk, Role.AUDITOR).request("GET", f"/console/cases/{number}")

    assert "有限会社田中製作所" in page.text
    assert actions(page.text) == {"/console/logout"}
