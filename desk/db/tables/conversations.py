"""What was said, what is known, and what was offered, in one conversation on one channel."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Conversation(Base):
    """One person on one channel. `id` is the pseudonym under which Rasa sees it."""

    __tablename__ = "conversations"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str]
    #: where replies go: the REST sender, or the hash of a web session's token
    address: Mapped[str]
    #: who may speak: bot, staff or nobody
    gate: Mapped[str] = mapped_column(default="bot")
    #: the member of staff who holds the conversation while the gate is theirs
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    #: the fact or contact field the bot asked last, and still waits for
    pending: Mapped[str | None]
    #: what is being gathered for a handover until a case is opened
    draft: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: questions of the interview since programs were last shown
    questions: Mapped[int] = mapped_column(default=0)
    #: messages in a row that were not understood
    misunderstandings: Mapped[int] = mapped_column(default=0)
    #: the program last spoken of, by its id: what "it" means
    topic_program: Mapped[str | None]
    #: the language the person has chosen: ja, easy or en; empty until they choose
    language: Mapped[str | None]
    created_at: Mapped[datetime]
    heard_at: Mapped[datetime]
    #: when words and person were removed because their time was over
    forgotten_at: Mapped[datetime | None]


class Message(Base):
    """One message; a row exists before anything is done with it. Ids grow in the order of arrival."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("conversation_id", "external_id"),
        Index("ix_messages_undelivered", "conversation_id", "delivered_at"),
        Index("ix_messages_at", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    #: user, bot or staff
    author: Mapped[str]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Text)
    #: what a channel shows beside the text: buttons and the payload under `custom`
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: the platform's id of the event; the same one twice is one message
    external_id: Mapped[str | None]
    #: the button (`offers.id`) that this message is, when one was pressed
    choice_id: Mapped[str | None]
    #: the message this one answers
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    #: of a person's message: received, handled, failed, or held for staff
    status: Mapped[str] = mapped_column(default="handled")
    intent: Mapped[str | None]
    confidence: Mapped[float | None]
    understood: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]


class Fact(Base):
    """One thing the person said of company or project. The newest row of a fact that is not retracted holds."""

    __tablename__ = "facts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    name: Mapped[str]
    #: known, dont_know or declined
    state: Mapped[str]
    #: {"value": …}; empty unless known
    content: Mapped[dict[str, Any]] = mapped_column(default=dict)
    message_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    at: Mapped[datetime]
    retracted_at: Mapped[datetime | None]


class Offer(Base):
    """A button shown in a conversation. Its id is all that a client sends back; the payload stays here."""

    __tablename__ = "offers"

    id: Mapped[str] = mapped_column(primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    title: Mapped[str]
    payload: Mapped[str] = mapped_column(Text)
    #: what the bot waited for when the button was shown; an answer to anything else is void
    pending: Mapped[str | None]


class Verdicts(Base):
    """One recommendation as it was shown: the facts and the catalogue it rests on, so that it can be replayed."""

    __tablename__ = "verdicts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    catalogue_version: Mapped[str]
    facts: Mapped[dict[str, Any]]
    items: Mapped[list[dict[str, Any]]]
    at: Mapped[datetime] = mapped_column(index=True)
