"""People who talk to the desk in tests of the services, without channel and without Rasa."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from desk.db.tables import Case, CaseEvent, Conversation, Message
from desk.services import handover, interview, turns
from desk.services.context import Desk
from desk.services.conversations import Said, open_conversation, receive
from desk.services.facts import raw_facts

GREETING = {"text": "こんにちは。ご用件をどうぞ。"}
SUPPORT_MENU = {
    "text": "どのようなことで支援を探していますか。",
    "buttons": [
        {"title": "試作", "payload": '/inform{"purpose": "prototype"}'},
        {"title": "担当者に相談する", "payload": '/request_human{"topic": "support"}'},
    ],
}


def person(desk: Desk, name: str = "佐々木", channel: str = "rest") -> str:
    """Somebody's conversation."""
    return open_conversation(desk, channel, name)


def entity(name: str, value: Any) -> dict[str, Any]:
    """What the language understanding finds in a text."""
    return {"entity": name, "value": value, "start": 0, "end": 0}


def understood(intent: str, *entities: Mapping[str, Any]) -> dict[str, Any]:
    """The state that Rasa's gateway gives back."""
    return {"intent": {"name": intent, "confidence": 0.93}, "entities": list(entities), "ranking": []}


def exchange(
    desk: Desk, conversation: str, text: str, *replies: Mapping[str, Any], intent: str = "greet"
) -> list[Said]:
    """A message of the person and what the bot replies."""
    forward = turns.prepare(desk, receive(desk, conversation, text).message_id)
    assert forward is not None
    return turns.conclude(desk, forward, replies or (GREETING,), understood(intent))


def handed_over(desk: Desk, conversation: str, topic: str | None = "support", email: str = "sasaki@example.jp") -> str:
    """The number of a case that the person has opened with name, firm and address."""
    handover.request_handover(desk, conversation, "asked", topic)
    handover.give_consent(desk, conversation)
    contact = [entity("person_name", "佐々木 花"), entity("company_name", "板橋めっき工業"), entity("email", email)]
    step = handover.hear_contact(desk, conversation, contact, "", answered=True)
    assert step.promise is not None
    return step.promise.number


def stored_message(desk: Desk, message_id: int) -> Message:
    """The row of a message."""
    with desk.database.reading() as session:
        return session.get_one(Message, message_id)


def stored_conversation(desk: Desk, conversation: str) -> Conversation:
    """The row of a conversation."""
    with desk.database.reading() as session:
        return session.get_one(Conversation, conversation)


def cases_of(desk: Desk, conversation: str) -> list[Case]:
    """All cases of a conversation, oldest first."""
    with desk.database.reading() as session:
        query = select(Case).where(Case.conversation_id == conversation).order_by(Case.id)
        return list(session.scalars(query))


def events_of(desk: Desk, number: str) -> list[tuple[str, str]]:
    """Who did what to a case, in order."""
    with desk.database.reading() as session:
        query = select(CaseEvent).join(Case, Case.id == CaseEvent.case_id).where(Case.number == number)
        return [(row.actor, row.kind) for row in session.scalars(query.order_by(CaseEvent.id))]


def count_messages(desk: Desk, conversation: str) -> int:
    """How many messages of anybody a conversation holds."""
    with desk.database.reading() as session:
        return session.scalar(select(func.count(Message.id)).where(Message.conversation_id == conversation)) or 0


def tell(desk: Desk, conversation: str, intent: str = "inform", **told: Any) -> interview.Heard:
    """A message in which these entities are found."""
    return interview.hear(desk, conversation, intent, [entity(name, value) for name, value in told.items()])


def facts_of(desk: Desk, conversation: str) -> dict[str, Any]:
    """What is known of a person now."""
    with desk.database.reading() as session:
        return raw_facts(session, conversation)


def ask(desk: Desk, conversation: str, fact: str) -> None:
    """Put a question of the interview, whatever comes before it."""
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).pending = fact


def consented(desk: Desk, topic: str | None = "support") -> str:
    """The conversation of somebody who asked for a person and agreed to be handed over."""
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", topic)
    handover.give_consent(desk, conversation)
    return conversation


def skip(desk: Desk, conversation: str) -> handover.Step:
    """The answer to a contact question is "I would rather not"."""
    return handover.hear_contact(desk, conversation, [], "答えずに進む", answered=False)
