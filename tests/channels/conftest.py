"""The application on each database with a scripted Rasa beside it."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from desk.channels.rasa import Rasa
from desk.channels.relay import Relay
from desk.services.context import Desk
from tests.channels.reach import reached, way_to
from tests.fakes.rasa import FakeRasa, fake_rasa
from tests.running import free_port

GREETING = "こんにちは"
WELCOME = {"text": "こんにちは。ご用件をどうぞ。"}
SUPPORT = "助成金を探しています"
MENU = {
    "text": "どのようなことで支援を探していますか。",
    "buttons": [
        {"title": "試作", "payload": '/inform{"purpose": "prototype"}'},
        {"title": "担当者に相談する", "payload": "/request_human"},
    ],
}
PROTOTYPE = [{"text": "目的は試作ですね。"}]


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the application does."""
    return "asyncio"


@pytest.fixture(scope="session")
def rasa_server() -> Iterator[tuple[int, FakeRasa]]:
    """One scripted Rasa for all tests, with its port: to start a server takes longer than most of them."""
    port = free_port()
    with fake_rasa(port) as fake:
        yield port, fake


@pytest.fixture
def scripted(rasa_server: tuple[int, FakeRasa]) -> FakeRasa:
    """A Rasa that greets, shows a menu and takes up one answer."""
    _, fake = rasa_server
    fake.script = {GREETING: [WELCOME], SUPPORT: [MENU], MENU["buttons"][0]["payload"]: PROTOTYPE}
    fake.heard, fake.thinks, fake.broken = [], False, False
    return fake


@pytest.fixture
def rasa_port(request: pytest.FixtureRequest) -> int:
    """Where the scripted Rasa listens; where nobody does, when a test has none."""
    if "scripted" not in request.fixturenames:
        return free_port()
    port: int = request.getfixturevalue("rasa_server")[0]
    return port


@pytest.fixture
async def rasa(rasa_port: int) -> AsyncIterator[Rasa]:
    """The way to the scripted Rasa, or to nothing when there is none."""
    rasa = way_to(rasa_port)
    yield rasa
    await rasa.close()


@pytest.fixture
def relay(desk: Desk, rasa: Rasa) -> Relay:
    """The life of a message, without a channel."""
    return Relay(desk, rasa)


@pytest.fixture
def client(desk: Desk, rasa_port: int) -> Iterator[httpx.Client]:
    """The application as programs and browsers reach it."""
    with reached(desk, rasa_port) as client:
        yield client
