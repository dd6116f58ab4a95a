"""A console to walk through: staff, cases, and a client that fills in forms as a browser does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import httpx
import pytest
from fastapi import FastAPI

from desk.app import create_app
from desk.services.context import Desk
from desk.services.conversations import open_conversation, receive
from desk.services.handover import give_consent, hear_contact, request_handover
from desk.services.staff import create_staff
from desk.settings import Settings
from tests.fakes.serving import served
from tests.running import PATIENCE, free_port

PASSWORD = "しっかり覚えた合言葉"
EDITORS = {"ito": "伊藤 恵", "kato": "加藤 健"}


@contextmanager
def reached(app: FastAPI) -> Iterator[httpx.Client]:
    """A client of the application that follows no redirect by itself."""
    port = free_port()
    with served(app, port), httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
        yield client


class Console:
    """A member of staff at the console."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Open a page."""
        return self.client.get(path, headers=headers)

    def token(self, path: str = "/console/") -> str:
        """The token that stands in the forms of a page."""
        return self.fields(self.get(path))["csrf"]

    def fields(self, page: httpx.Response) -> dict[str, str]:
        """The hidden fields of the forms of a page."""
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.text))

    def post(self, path: str, csrf: str | None = None, origin: str | None = None, **fields: str) -> httpx.Response:
        """Send a form as the browser would; without `csrf` with the token of the page."""
        fields["csrf"] = self.token() if csrf is None else csrf
        here = str(self.client.base_url).rstrip("/")
        return self.client.post(path, data=fields, headers={"Origin": origin or here})

    def log_in(self, login: str = "sato", password: str = PASSWORD, next: str = "/console/") -> httpx.Response:
        """Fill in the login form."""
        return self.post("/console/login", csrf=self.token("/console/login"), login=login, password=password, next=next)


@pytest.fixture
def app(desk: Desk) -> FastAPI:
    """The application on the test's desk."""
    return create_app(Settings(_env_file=None), desk)


@pytest.fixture
def visitor(app: FastAPI) -> Iterator[Console]:
    """Somebody who has not logged in."""
    with reached(app) as client:
        yield Console(client)


@pytest.fixture
def console(visitor: Console, staff: None) -> Console:
    """佐藤, logged in."""
    assert visitor.log_in().status_code == httpx.codes.SEE_OTHER
    return visitor


@pytest.fixture
def staff(desk: Desk) -> None:
    """Two coordinators."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)
    create_staff(desk, "suzuki", "鈴木 一郎", "coordinator", PASSWORD)


@contextmanager
def editor_at(app: FastAPI, desk: Desk, login: str) -> Iterator[Console]:
    """One of the editors, logged in with a browser of their own."""
    create_staff(desk, login, EDITORS[login], "editor", PASSWORD)
    with reached(app) as client:
        console = Console(client)
        assert console.log_in(login).status_code == httpx.codes.SEE_OTHER
        yield console


@pytest.fixture
def ito(app: FastAPI, desk: Desk) -> Iterator[Console]:
    """伊藤, an editor."""
    with editor_at(app, desk, "ito") as console:
        yield console


@pytest.fixture
def kato(app: FastAPI, desk: Desk) -> Iterator[Console]:
    """加藤, another editor."""
    with editor_at(app, desk, "kato") as console:
        yield console


def open_case(desk: Desk, address: str, company: str = "有限会社田中製作所", topic: str | None = "support") -> str:
    """Somebody asks for a person, agrees and leaves contact data; gives the number of the case."""
    conversation = open_conversation(desk, "web", address)
    receive(desk, conversation, f"{company}の者です。担当者と話したいです。")
    request_handover(desk, conversation, "asked", topic)
    give_consent(desk, conversation)
    told = {"person_name": "田中 太郎", "company_name": company, "email": "tanaka@example.jp"}
    entities = [{"entity": name, "value": value} for name, value in told.items()]
    step = hear_contact(desk, conversation, entities, "", answered=True)
    assert step.promise is not None
    return step.promise.number


def text_of(response: httpx.Response) -> str:
    """What a page says, without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())
