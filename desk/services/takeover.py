"""While people hold a conversation: nobody talks past a colleague, and the person is told when the bot is back."""

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message
from desk.domain.notices import HANDED_BACK
from desk.services.case_rows import AlreadyTaken, staff_name
from desk.services.context import Desk
from desk.services.speaking import speak


class AnsweredMeanwhile(RuntimeError):
    """A colleague has written to the person since; what was to be sent may no longer fit."""


def hold(session: Session, conversation: Conversation, staff_id: int) -> None:
    """Somebody holds the conversation from now on; the row decides who was first. Raises `AlreadyTaken`."""
    free = or_(Conversation.gate != "staff", Conversation.holder_id.is_(None), Conversation.holder_id == staff_id)
    first = update(Conversation).where(Conversation.id == conversation.id, free)
    won = session.execute(first.values(gate="staff", holder_id=staff_id).returning(Conversation.id)).first()
    session.refresh(conversation)
    if won is None:
        raise AlreadyTaken(staff_name(session, conversation.holder_id))


def check_unanswered(session: Session, conversation_id: str, seen: int, staff_id: int) -> None:
    """Raises `AnsweredMeanwhile` when a colleague has written after the message `seen`."""
    later = select(Message.id).where(Message.conversation_id == conversation_id, Message.id > seen)
    if session.scalar(later.where(Message.author == "staff", Message.staff_id != staff_id).limit(1)) is not None:
        raise AnsweredMeanwhile(conversation_id)


def give_back(session: Session, desk: Desk, conversation: Conversation) -> None:
    """Let the bot speak again, and tell the person; nothing is said where it spoke all along."""
    if conversation.gate == "staff":
        speak(session, desk, conversation.id, {"text": HANDED_BACK})
    conversation.gate, conversation.holder_id = "bot", None
