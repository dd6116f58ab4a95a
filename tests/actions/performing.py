"""Performs actions as Rasa has them performed, through the executor of rasa-sdk."""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

from actions.host import executor_for
from desk.services.context import Desk

JsonObject = dict[str, Any]


def call_of(
    action: str, conversation: str, text: str, intent: str, entities: Iterable[Mapping[str, Any]]
) -> JsonObject:
    """What Rasa posts to have an action performed."""
    latest = {"text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": list(entities)}
    tracker = {
        "sender_id": conversation,
        "slots": {"pending": None},
        "latest_message": latest,
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": "action_listen",
    }
    return {"next_action": action, "sender_id": conversation, "tracker": tracker, "domain": {}, "version": "3.6.21"}


def perform(
    desk: Desk, action: str, conversation: str, *entities: Mapping[str, Any], text: str = "", intent: str = "inform"
) -> list[JsonObject]:
    """The responses of an action: keys of replies with their values, buttons and data."""
    result = asyncio.run(executor_for(desk).run(call_of(action, conversation, text, intent, entities)))
    assert result is not None
    assert result.events == [], "what must be remembered stands in the desk's database"
    return list(result.responses)


def keys(responses: Iterable[Mapping[str, Any]]) -> list[str]:
    """The keys of the replies, in order."""
    return [response["response"] for response in responses]


def titles(response: Mapping[str, Any]) -> list[str]:
    """What stands on the buttons that an action adds."""
    return [button["title"] for button in response["buttons"]]
