"""`POST /api/understand`: intent, ranking and entities with offsets into the text as sent."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from desk.services.context import Desk
from tests.channels.reach import on_sqlite, reached
from tests.fakes.serving import served
from tests.running import free_port

pytestmark = on_sqlite

TEXT = "従業員１２名の板橋の会社です"
PARSED = {
    "intent": {"name": "inform", "confidence": 0.97},
    "ranking": [{"name": "inform", "confidence": 0.97}, {"name": "correct", "confidence": 0.02}],
    "entities": [
        {"entity": "employees", "value": 12, "start": 3, "end": 6},
        {"entity": "area", "value": "板橋区", "start": 7, "end": 9, "text": "板橋", "confidence": 1.0},
    ],
}


@pytest.fixture
def heard() -> list[Any]:
    """What arrives at the scripted Rasa."""
    return []


@pytest.fixture
def client(desk: Desk, heard: list[Any]) -> Iterator[httpx.Client]:
    """The application with a Rasa that understands one sentence."""

    async def parse(request: Request) -> JSONResponse:
        heard.append(await request.json())
        return JSONResponse(PARSED)

    port = free_port()
    gateway = Starlette(routes=[Route("/webhooks/gateway/parse", parse, methods=["POST"])])
    with served(gateway, port), reached(desk, port) as client:
        yield client


def test_a_sentence_is_understood_in_the_shape_of_the_contract(client: httpx.Client) -> None:
    response = client.post("/api/understand", json={"text": TEXT})

    assert response.json() == {
        "intent": "inform",
        "confidence": 0.97,
        "ranking": [{"intent": "inform", "confidence": 0.97}, {"intent": "correct", "confidence": 0.02}],
        "entities": [
            {"entity": "employees", "value": 12, "text": "１２名", "start": 3, "end": 6},
            {"entity": "area", "value": "板橋区", "text": "板橋", "start": 7, "end": 9},
        ],
    }


def test_offsets_point_into_the_text_as_it_was_sent(client: httpx.Client) -> None:
    for found in client.post("/api/understand", json={"text": TEXT}).json()["entities"]:
        assert TEXT[found["start"] : found["end"]] == found["text"]


def test_what_was_asked_can_be_told(client: httpx.Client, heard: list[Any]) -> None:
    client.post("/api/understand", json={"text": "12", "asked": "employees"})
    client.post("/api/understand", json={"text": "12"})

    assert heard == [{"text": "12", "asked": "employees"}, {"text": "12", "asked": None}]


def test_while_rasa_does_not_answer_the_service_is_unavailable(stranger: httpx.Client) -> None:
    response = stranger.post("/api/understand", json={"text": TEXT})

    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["detail"] == "ただいま自動応答が止まっています。しばらくしてからお試しください。"


@pytest.mark.parametrize("body", [{}, {"text": None}, {"text": "あ" * 10_001}])
def test_a_text_is_needed_and_must_have_an_end(stranger: httpx.Client, body: dict[str, Any]) -> None:
    response = stranger.post("/api/understand", json=body)

    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == ["body.text"]
