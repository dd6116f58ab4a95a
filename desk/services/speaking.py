"""What the bot says becomes a row, with the buttons that can be pressed, inside the caller's transaction."""

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message, Offer
from desk.domain.preference import PENDING_WISH
from desk.domain.words import JAPANESE, Words
from desk.services.context import Desk
from desk.services.conversations import OFFER_PREFIX
from desk.services.languages import words_of

#: types of cards that show programs
SHOWN_AS = ("program", "recommendations")
#: ways to the desk that do not lead back to the person: what is said on them was noted by staff
ONE_WAY = frozenset({"phone", "counter"})


def speak(
    session: Session, desk: Desk, conversation_id: str, spoken: Mapping[str, Any], answers_id: int | None = None
) -> Message:
    """Store `{"text", "buttons", "custom"}` as said by the bot, in the language of the person where it is known.

    Report the conversation as changed after the commit.
    """
    words = words_of(session.get_one(Conversation, conversation_id))
    row = Message(
        conversation_id=conversation_id,
        author="bot",
        text=words.of(str(spoken.get("text") or "")),
        content={},
        answers_id=answers_id,
        at=desk.now(),
    )
    session.add(row)
    session.flush()
    row.content = _content(session, row, spoken, words)
    _note_topic(session, conversation_id, spoken.get("custom") or {})
    return row


def can_be_told(conversation: Conversation) -> bool:
    """Whether what the desk says in a conversation reaches the person."""
    return conversation.channel not in ONE_WAY


def may_interrupt(conversation: Conversation) -> bool:
    """Whether the desk may begin to talk of something else: nothing is being asked, and staff are not talking.

    A wish for how to be reached may never come, so that nothing waits for it.
    """
    return conversation.gate == "bot" and conversation.pending in (None, PENDING_WISH) and not conversation.draft


def _content(session: Session, row: Message, spoken: Mapping[str, Any], words: Words) -> dict[str, Any]:
    content: dict[str, Any] = {}
    if spoken.get("buttons"):
        content["buttons"] = [_offer(session, row, button, words) for button in spoken["buttons"]]
    if spoken.get("custom"):
        content["custom"] = spoken["custom"]
    if words is not JAPANESE:
        content["language"] = words.language
    return content


def _note_topic(session: Session, conversation_id: str, custom: Mapping[str, Any]) -> None:
    """One program on show is what "it" means from now on; of several, nobody knows which."""
    if custom.get("type") in SHOWN_AS and custom.get("items"):
        items = custom["items"]
        session.get_one(Conversation, conversation_id).topic_program = items[0]["id"] if len(items) == 1 else None


def _offer(session: Session, row: Message, button: Mapping[str, str], words: Words) -> dict[str, str]:
    """Keep the payload, give out an id."""
    offer = Offer(
        id=OFFER_PREFIX + secrets.token_urlsafe(12),
        conversation_id=row.conversation_id,
        message_id=row.id,
        title=words.of(button["title"]),
        payload=button["payload"],
        pending=session.get_one(Conversation, row.conversation_id).pending,
    )
    session.add(offer)
    return {"title": offer.title, "payload": offer.id}
