"""Receive messages and read a conversation back."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select, true
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message, Offer
from desk.domain.choosing import meant, stands_for
from desk.domain.masking import mask
from desk.services.context import Desk

#: longer texts are cut for the understanding, never for the record
MAX_TEXT = 10_000
#: how the ids of buttons begin
OFFER_PREFIX = "choice:"


@dataclass(frozen=True)
class Receipt:
    """A message that is safely stored. A repeated one carries the id of the first."""

    conversation_id: str
    message_id: int
    repeated: bool


@dataclass(frozen=True)
class Said:
    """One message as channels and console show it."""

    id: int
    author: str
    text: str
    content: dict[str, Any]
    at: datetime


def open_conversation(desk: Desk, channel: str, address: str) -> str:
    """The id of the conversation behind an address of a channel, made on first contact."""
    try:
        with desk.database.transaction() as session:
            return _find_or_make(session, desk, channel, address).id
    except IntegrityError:  # somebody else made it between the look and the insert
        with desk.database.transaction() as session:
            return _find_or_make(session, desk, channel, address).id


def find_conversation(desk: Desk, channel: str, address: str) -> str | None:
    """The id of the conversation behind an address, if it was opened before."""
    query = select(Conversation.id).where(Conversation.channel == channel, Conversation.address == address)
    with desk.database.reading() as session:
        return session.scalar(query)


def receive(desk: Desk, conversation_id: str, text: str, external_id: str | None = None) -> Receipt:
    """Store a person's message before anything else happens to it."""
    # PostgreSQL stores no NUL, and nobody types one.
    text = text.replace("\0", "")[:MAX_TEXT]
    with desk.database.transaction() as session:
        # Messages of a conversation are stored one after the other, so that their ids are in the order of arrival.
        conversation = session.get_one(Conversation, conversation_id, with_for_update=True)
        earlier = _earlier(session, conversation_id, external_id)
        if earlier is not None:
            return Receipt(conversation_id, earlier, repeated=True)
        conversation.heard_at = desk.now()
        message = _message(desk, conversation_id, text, _choice(session, conversation_id, text))
        message.external_id = external_id
        session.add(message)
        session.flush()
        receipt = Receipt(conversation_id, message.id, repeated=False)
    desk.changes.report(conversation_id)
    return receipt


def messages_after(desk: Desk, conversation_id: str, last_id: int = 0) -> list[Said]:
    """Everything said in a conversation after the message `last_id`, oldest first."""
    with desk.database.reading() as session:
        rows = session.scalars(
            select(Message).where(Message.conversation_id == conversation_id, Message.id > last_id).order_by(Message.id)
        )
        return [said(row) for row in rows]


def take_undelivered(desk: Desk, conversation_id: str, only_to: int | None = None) -> list[Said]:
    """Replies that have not reached the person yet, marked as delivered by being taken.

    With `only_to`, answers to other messages than this one are left.
    """
    wanted = or_(Message.answers_id.is_(None), Message.answers_id == only_to) if only_to else true()
    with desk.database.transaction() as session:
        rows = session.scalars(_undelivered(conversation_id).where(wanted).order_by(Message.id)).all()
        for row in rows:
            row.delivered_at = desk.now()
        return [said(row) for row in rows]


def mark_seen(desk: Desk, conversation_id: str, up_to: int) -> None:
    """Note that the replies up to this message reached the person."""
    with desk.database.transaction() as session:
        for row in session.scalars(_undelivered(conversation_id).where(Message.id <= up_to)):
            row.delivered_at = desk.now()


def said(row: Message) -> Said:
    """A stored message as others see it."""
    return Said(row.id, row.author, row.text, row.content, row.at)


def _undelivered(conversation_id: str) -> Select[Message]:
    return select(Message).where(
        Message.conversation_id == conversation_id, Message.author != "user", Message.delivered_at.is_(None)
    )


def _find_or_make(session: Session, desk: Desk, channel: str, address: str) -> Conversation:
    found = session.scalar(select(Conversation).where(Conversation.channel == channel, Conversation.address == address))
    if found is not None:
        return found
    now = desk.now()
    conversation = Conversation(
        id=uuid.uuid4().hex, channel=channel, address=address, created_at=now, heard_at=now, draft={}
    )
    session.add(conversation)
    session.flush()
    return conversation


def _message(desk: Desk, conversation_id: str, text: str, choice: Offer | None) -> Message:
    masked = mask(text)
    return Message(
        conversation_id=conversation_id,
        author="user",
        text=choice.title if choice and text.startswith(OFFER_PREFIX) else masked.text,
        content={"masked": list(masked.kinds)} if masked.kinds else {},
        choice_id=choice.id if choice else None,
        status="received",
        at=desk.now(),
    )


def _choice(session: Session, conversation_id: str, text: str) -> Offer | None:
    """The button meant by a text: its id, or the title of one of those shown last, in whatever form it is typed."""
    if text.startswith(OFFER_PREFIX):
        offer = session.get(Offer, text)
        return offer if offer is not None and offer.conversation_id == conversation_id else None
    shown = _shown_last(session, conversation_id)
    place = meant([offer.title for offer in shown], text)
    if place is None:
        place = stands_for([offer.payload for offer in shown], text)
    return None if place is None else shown[place]


def _shown_last(session: Session, conversation_id: str) -> Sequence[Offer]:
    """The buttons under the newest message that has any, and under the others that answer the same message."""
    newest = select(func.max(Offer.message_id)).where(Offer.conversation_id == conversation_id).scalar_subquery()
    answered = select(Message.answers_id).where(Message.id == newest).scalar_subquery()
    together = or_(Offer.message_id == newest, Message.answers_id == answered)
    shown = select(Offer).join(Message, Message.id == Offer.message_id).where(Offer.conversation_id == conversation_id)
    return session.scalars(shown.where(together).order_by(Offer.message_id)).all()


def _earlier(session: Session, conversation_id: str, external_id: str | None) -> int | None:
    if external_id is None:
        return None
    return session.scalar(
        select(Message.id).where(Message.conversation_id == conversation_id, Message.external_id == external_id)
    )
