"""Steering of a conversation: back, stop, start over, not understood."""

from sqlalchemy import select

from desk.db.tables import Conversation, Message
from desk.domain.pending import CONSENT
from desk.services.context import Desk
from desk.services.facts import forget_everything

#: in the draft of a handover: the person was reminded of the question for consent
REMINDED = "reminded"


def restart(desk: Desk, conversation_id: str) -> None:
    """Forget what was told and asked. The record keeps the rows; a case that is open stays open."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        forget_everything(session, desk, conversation)
        conversation.pending, conversation.draft, conversation.topic_program = None, {}, None
        conversation.questions = conversation.misunderstandings = 0


def cancel(desk: Desk, conversation_id: str) -> None:
    """Stop asking; what was told stays."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        conversation.pending, conversation.draft = None, {}


def count_misunderstanding(desk: Desk, conversation_id: str) -> int:
    """How many messages in a row were not understood, this one included."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        conversation.misunderstandings += 1
        return conversation.misunderstandings


def pending_question(desk: Desk, conversation_id: str) -> str | None:
    """What the bot waits for; None when it waits for nothing."""
    with desk.database.reading() as session:
        return session.get_one(Conversation, conversation_id).pending


def bring_back(desk: Desk, conversation_id: str) -> str | None:
    """What is asked once more after something else was answered; None when nothing is.

    Consent is brought back to mind once. From then on it waits in silence: who wants a person says so.
    """
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        if conversation.pending != CONSENT:
            return conversation.pending
        if conversation.draft.get(REMINDED):
            return None
        conversation.draft = conversation.draft | {REMINDED: True}
        return CONSENT


def intent_before(desk: Desk, conversation_id: str) -> str | None:
    """How the message before the present one was understood; the present one is not concluded yet."""
    heard = select(Message.intent).where(Message.conversation_id == conversation_id, Message.status == "handled")
    with desk.database.reading() as session:
        return session.scalar(heard.where(Message.author == "user").order_by(Message.id.desc()).limit(1))
