"""Whatever Rasa does, the person hears an apology with a way to people, and exactly one case is left for them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from desk.channels.rasa import Rasa, RasaUnavailable
from desk.channels.relay import Relay
from desk.domain.notices import APOLOGY
from desk.services import turns
from desk.services.context import Desk
from desk.services.conversations import receive
from tests.channels.conftest import GREETING, SUPPORT, WELCOME
from tests.channels.reach import on_sqlite, way_to
from tests.fakes.rasa import FakeRasa, fake_rasa
from tests.fakes.serving import served
from tests.running import PATIENCE, SECRET, free_port
from tests.services.people import cases_of, person, stored_message

pytestmark = pytest.mark.anyio

Handler = Callable[[Request], Awaitable[Response]]


def says(body: Any, status: int = 200) -> Handler:
    """A gateway that gives this answer to everything."""

    async def handler(_request: Request) -> Response:
        return JSONResponse(body, status)

    return handler


async def too_slow(_request: Request) -> Response:
    await asyncio.sleep(1.5)
    return JSONResponse({"messages": [WELCOME], "error": None, "state": None})


async def not_json(_request: Request) -> Response:
    return PlainTextResponse("<html>502 Bad Gateway</html>")


FAILURES: dict[str, Handler] = {
    "an error inside Rasa": says({"messages": [], "error": "ActionFailed", "state": None}),
    "an error after half an answer": says({"messages": [WELCOME], "error": "ActionFailed", "state": None}),
    "an empty answer": says({"messages": [], "error": None, "state": {"intent": {"name": "greet"}}}),
    "no messages at all": says({}),
    "status 500": says({"error": "Internal Server Error"}, 500),
    "status 503 while no model is loaded": says({"error": "no model is loaded"}, 503),
    "status 401 of another secret": says({"error": "unauthorised"}, 401),
    "an answer that is too slow": too_slow,
    "an answer that is no JSON": not_json,
    "an answer that is a list": says([WELCOME]),
    "messages that are no messages": says({"messages": ["こんにちは"], "error": None, "state": None}),
    "a button without a payload": says({"messages": [WELCOME | {"buttons": [{"title": "はい"}]}], "error": None}),
}


@on_sqlite
@pytest.mark.parametrize("handler", FAILURES.values(), ids=FAILURES)
async def test_a_failure_is_told_and_leaves_one_case(desk: Desk, rasa_port: int, handler: Handler) -> None:
    conversation = person(desk)
    rasa = way_to(rasa_port, timeout=0.5)
    relay = Relay(desk, rasa)
    gateway = Starlette(routes=[Route("/webhooks/gateway/message", handler, methods=["POST"])])

    # when Rasa fails twice in a row
    with served(gateway, rasa_port):
        first = await relay.hear(conversation, SUPPORT)
        second = await relay.hear(conversation, "聞こえていますか")
    await rasa.close()

    # then the person is told both times, with a button that leads to a human
    for said in (first, second):
        assert [each.text for each in said] == [APOLOGY]
        assert [button["title"] for button in said[0].content["buttons"]] == ["担当者に相談する"]

    # and people find one case, which stands ahead of the others
    assert [(case.reason, case.priority) for case in cases_of(desk, conversation)] == [("failure", "high")]


async def test_a_rasa_that_is_not_there_is_a_failure_too(desk: Desk, relay: Relay) -> None:
    conversation = person(desk)

    said = await relay.hear(conversation, SUPPORT)

    assert [each.text for each in said] == [APOLOGY]
    assert len(cases_of(desk, conversation)) == 1


async def test_a_failed_message_is_kept_as_failed_and_not_tried_for_ever(desk: Desk, relay: Relay) -> None:
    conversation = person(desk)
    receipt = receive(desk, conversation, SUPPORT)

    await relay.hear(conversation, "聞こえていますか")

    assert stored_message(desk, receipt.message_id).status == "failed"
    assert turns.waiting(desk, conversation) == []


async def test_a_message_waits_for_a_rasa_that_is_starting(desk: Desk, rasa_port: int) -> None:
    # given a message that is sent while Rasa is away
    rasa = Rasa(f"http://127.0.0.1:{rasa_port}", SECRET, timeout=PATIENCE, patience=PATIENCE)
    turn = asyncio.create_task(Relay(desk, rasa).hear(person(desk), GREETING))
    await asyncio.sleep(0.2)

    # when Rasa comes
    with fake_rasa(rasa_port) as fake:
        fake.script[GREETING] = [WELCOME]
        said = await turn

    # then the person never learns of it
    assert [each.text for each in said] == [WELCOME["text"]]
    await rasa.close()


async def test_the_secret_goes_with_every_message(desk: Desk, scripted: FakeRasa, rasa_port: int) -> None:
    stranger = Rasa(f"http://127.0.0.1:{rasa_port}", "wrong", timeout=PATIENCE, patience=0)

    said = await Relay(desk, stranger).hear(person(desk), GREETING)

    assert [each.text for each in said] == [APOLOGY]
    assert scripted.heard == []
    await stranger.close()


async def test_a_rasa_with_a_model_is_healthy_and_one_without_is_not(scripted: FakeRasa, rasa: Rasa) -> None:
    elsewhere = way_to(free_port())

    assert await rasa.healthy()
    assert not await elsewhere.healthy()
    await elsewhere.close()


async def test_understanding_without_rasa_is_unavailable(rasa: Rasa) -> None:
    with pytest.raises(RasaUnavailable):
        await rasa.parse("板橋区で使える助成金")
