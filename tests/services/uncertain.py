"""Messages that the language understanding was not sure of."""

from typing import Any

from desk.services import turns
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.staff import Member, create_staff, log_in, member_of
from tests.services.people import GREETING, person

PASSWORD = "しっかり覚えた合言葉"


def found(entity: str, value: Any, text: str, words: str) -> dict[str, Any]:
    """An entity at the place of its words in the text."""
    start = text.index(words)
    return {"entity": entity, "value": value, "text": words, "start": start, "end": start + len(words)}


def unsure(
    desk: Desk,
    text: str,
    *entities: dict[str, Any],
    confidence: float = 0.21,
    intent: str = "nlu_fallback",
    who: str = "佐々木",
) -> int:
    """Somebody writes something; gives the message's id."""
    forward = turns.prepare(desk, receive(desk, person(desk, who), text).message_id)
    assert forward is not None
    ranking = [{"name": "tech_consult", "confidence": confidence}, {"name": "use_facility", "confidence": 0.12}]
    understood = {"intent": {"name": intent, "confidence": confidence}, "ranking": ranking, "entities": list(entities)}
    turns.conclude(desk, forward, (GREETING,), understood)
    return forward.message_id


def reviewer(desk: Desk, login: str = "sato") -> Member:
    """Somebody who looks at messages."""
    create_staff(desk, login, "佐藤 花子", "coordinator", PASSWORD)
    member = member_of(desk, log_in(desk, login, PASSWORD))
    assert member is not None
    return member
