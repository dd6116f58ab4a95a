"""The route that Rasa calls: behind the shared secret, and without a word of the conversation in its errors."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from desk.services.context import Desk
from tests.actions.performing import call_of
from tests.channels.reach import on_sqlite, reached
from tests.running import SECRET, free_port
from tests.services.people import person

pytestmark = on_sqlite


@pytest.fixture
def client(desk: Desk) -> Iterator[httpx.Client]:
    """The application, reached by something that knows the secret."""
    with reached(desk, free_port()) as client:
        client.headers["X-Gateway-Secret"] = SECRET
        yield client


def call(desk: Desk, action: str) -> dict[str, Any]:
    return call_of(action, person(desk), "もう一度お願いします。電話は03-1234-5678です", "clarify", [])


def test_an_action_is_performed_for_whoever_knows_the_secret(client: httpx.Client, desk: Desk) -> None:
    response = client.post("/rasa/actions", json=call(desk, "action_go_back"))

    assert response.status_code == 200
    assert response.json()["events"] == []
    assert [each["response"] for each in response.json()["responses"]] == ["utter_control_nothing_to_go_back_to"]


@pytest.mark.parametrize("secret", ["", "wrong", "秘密".encode()])
def test_without_the_secret_there_is_no_such_page(client: httpx.Client, desk: Desk, secret: str | bytes) -> None:
    call_without = call(desk, "action_cancel")

    response = client.post("/rasa/actions", json=call_without, headers={"X-Gateway-Secret": secret})

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_an_action_that_nobody_has_written_is_named_and_nothing_else_is_told(client: httpx.Client, desk: Desk) -> None:
    response = client.post("/rasa/actions", json=call(desk, "action_bake_bread"))

    assert response.status_code == 404
    assert response.json() == {"error": "no action action_bake_bread", "action_name": "action_bake_bread"}


def test_an_action_that_fails_does_not_give_the_conversation_away(client: httpx.Client, desk: Desk) -> None:
    broken = call(desk, "action_go_back") | {"sender_id": "nobody"}
    broken["tracker"]["sender_id"] = "nobody"

    response = client.post("/rasa/actions", json=broken)

    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "03-1234-5678" not in response.text


def test_the_route_is_not_described_to_the_public(client: httpx.Client) -> None:
    assert "/rasa/actions" not in client.get("/openapi.json").json()["paths"]
