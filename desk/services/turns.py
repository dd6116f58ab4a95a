"""One turn of a conversation: what goes to Rasa, what comes back, and what is said when nothing does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message, Offer
from desk.domain.asking_back import asks_back
from desk.domain.languages import language_buttons
from desk.domain.notices import APOLOGY, HUMAN_PAYLOAD, HUMAN_TITLE, LANGUAGES, masked_notice
from desk.domain.pending import asked_of, kind_of
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.conversations import Said, said
from desk.services.languages import words_of
from desk.services.listening import OFFER_LANGUAGES, meaning_of
from desk.services.openings import open_failure_case
from desk.services.operation import ANSWERED, FAILED
from desk.services.own_talk import hear_first
from desk.services.pressing import offer_person, reconsider
from desk.services.speaking import speak
from desk.services.writing_back import person_wrote

INERT_SLASH = "／"
COMMAND = re.compile(r"[/／⁄∕]+\s*[A-Za-z_]+\s*(\{.*)?", re.DOTALL)
#: the intent Rasa gives to what it did not understand
FALLBACK = "nlu_fallback"
NOT_UNDERSTOOD = f"/{FALLBACK}"


@dataclass(frozen=True)
class Forward:
    """A message for Rasa: its text made inert, or the payload of a button the desk itself offered."""

    conversation_id: str
    message_id: int
    text: str
    asked: str | None
    slots: dict[str, Any]


def prepare(desk: Desk, message_id: int) -> Forward | None:
    """What to send to Rasa for a stored message; None when the desk has taken it, or staff hold the conversation."""
    with desk.database.transaction() as session:
        message = session.get_one(Message, message_id)
        conversation = session.get_one(Conversation, message.conversation_id)
        offer = session.get_one(Offer, message.choice_id) if message.choice_id else None
        heard = hear_first(session, desk, conversation, message, offer)
        if heard.taken:
            return None
        person_wrote(session, desk, message, held=conversation.gate != "bot")
        if conversation.gate != "bot":
            message.status = "held"
            reconsider(session, desk, conversation)
            return None
        offer = None if heard.instead else offer
        meaning = meaning_of(session, conversation, message, offer, heard.instead)
        text = meaning.text if meaning.payload else inert(meaning.text)
        # A button answers the question under which it stood, and no later one.
        pending = conversation.pending if offer is None or offer.pending == conversation.pending else None
        asked = None if asks_back(text) else asked_of(pending)
        return Forward(conversation.id, message_id, text, asked, _slots(conversation, pending))


def _slots(conversation: Conversation, pending: str | None) -> dict[str, Any]:
    """What rules and wordings hang on."""
    return {"pending": kind_of(pending), "language": conversation.language}


def conclude(
    desk: Desk, forward: Forward, messages: Sequence[Mapping[str, Any]], understood: Mapping[str, Any]
) -> list[Said]:
    """Store Rasa's answer as rows, so that it can be sent, and what was understood beside the question."""
    intent = understood.get("intent") or {}
    with desk.database.transaction() as session:
        message = session.get_one(Message, forward.message_id)
        message.status = "handled"
        message.intent = intent.get("name")
        message.confidence = intent.get("confidence")
        message.understood = {key: understood.get(key) for key in ("ranking", "entities") if understood.get(key)}
        if message.intent != FALLBACK:
            session.get_one(Conversation, forward.conversation_id).misunderstandings = 0
        result = [
            said(_reply(session, desk, forward, spoken)) for spoken in [*_notices(session, desk, message), *messages]
        ]
    desk.changes.report(forward.conversation_id)
    ANSWERED.inc()
    return result


def fail(desk: Desk, forward: Forward) -> list[Said]:
    """Tell the person that the bot could not answer, and offer a human."""
    spoken = {"text": APOLOGY, "buttons": [{"title": HUMAN_TITLE, "payload": HUMAN_PAYLOAD}]}
    with desk.database.transaction() as session:
        session.get_one(Message, forward.message_id).status = "failed"
        open_failure_case(session, desk, forward.conversation_id)
        result = [said(_reply(session, desk, forward, spoken))]
    desk.changes.report(forward.conversation_id, CASES)
    FAILED.inc()
    return result


def waiting(desk: Desk, conversation_id: str) -> list[int]:
    """Messages of a conversation that were stored but not handled yet, in the order of arrival."""
    query = select(Message.id).where(Message.conversation_id == conversation_id, Message.status == "received")
    with desk.database.reading() as session:
        return list(session.scalars(query.order_by(Message.id)))


def conversations_waiting(desk: Desk) -> list[str]:
    """Conversations with messages that a stop of the application left unhandled."""
    query = select(Message.conversation_id).where(Message.status == "received").distinct()
    with desk.database.reading() as session:
        return list(session.scalars(query))


def replies_to(desk: Desk, message_id: int) -> list[Said]:
    """What was said in answer to a message."""
    with desk.database.reading() as session:
        rows = session.scalars(select(Message).where(Message.answers_id == message_id).order_by(Message.id))
        return [said(row) for row in rows]


def inert(text: str) -> str:
    """The text with a leading slash made harmless: Rasa would execute `/intent{…}`.

    What looks like such a command is not even guessed at; it counts as not understood.
    """
    bare = text.lstrip()
    if COMMAND.fullmatch(bare):
        return NOT_UNDERSTOOD
    return INERT_SLASH + bare.lstrip("/") if bare.startswith("/") else text


def _notices(session: Session, desk: Desk, message: Message) -> Iterator[Mapping[str, Any]]:
    """What the desk adds of its own before Rasa's answer."""
    words = words_of(session.get_one(Conversation, message.conversation_id))
    if masked := message.content.get("masked"):
        yield {"text": masked_notice(masked, words)}
    if message.content.get(OFFER_LANGUAGES):
        yield {"text": LANGUAGES, "buttons": [vars(button) for button in language_buttons(None)]}
    yield from offer_person(session, desk, message)


def _reply(session: Session, desk: Desk, forward: Forward, spoken: Mapping[str, Any]) -> Message:
    return speak(session, desk, forward.conversation_id, spoken, forward.message_id)
