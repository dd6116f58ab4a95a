"""Somebody who talks about one program, and what its buttons carry."""

from typing import Any

from actions.programs import TellProgram
from desk.domain.replies import Reply
from desk.services.context import Desk
from tests.actions.test_topics import say
from tests.services.people import entity, exchange, person

GRANT = "itabashi-sangakuko-rd"
YEARLY = "monodukuri"


def about(program: str, topic: str | None = None) -> tuple[dict[str, Any], ...]:
    """What a button about a program, or one side of it, carries."""
    return (entity("program", program), *([entity("topic", topic)] if topic else []))


def payloads(reply: Reply) -> dict[str, str]:
    """Titles of buttons with the topic that they ask for."""
    return {button.title: button.payload for button in reply.buttons}


def talking_of(desk: Desk, program: str) -> str:
    """Somebody who was just told of a program."""
    somebody = person(desk)
    (reply,) = say(desk, TellProgram, "", *about(program), somebody=somebody)
    exchange(desk, somebody, "教えて", {"text": "…", "custom": reply.custom})
    return somebody
