"""Conversations with the bot as indicators see them: one row each, added up by the database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desk.db.tables import Case, Conversation, Fact, Feedback, Message, Verdicts
from desk.db.told import TOLD
from desk.domain.indicators.log import ENTERED_BY_STAFF, Talk, Traits
from desk.domain.intents import REQUESTS
from desk.services.turns import FALLBACK

#: columns of a query, and what it finds
Columns = tuple[InstrumentedAttribute[Any], ...]
AnyRow = Row[*tuple[Any, ...]]
#: conversation → area and industry, where they are known
Places = Mapping[str, Mapping[str, str | None]]
NOWHERE: Places = {}
#: conversation → lists of programs, and whether the last one held any
Shown = Mapping[str, tuple[int, bool]]
#: conversation, and whether it is praise
Rating = tuple[str, bool]


def traits_by(speciality: InstrumentedAttribute[str]) -> Columns:
    """The columns of a query on cases that `traits_of` reads."""
    return speciality, Conversation.channel, Case.area, Case.industry


def traits_of(row: AnyRow) -> Traits:
    """By what a row that belongs to a case can be told apart."""
    return Traits(row.speciality, row.channel, row.area, row.industry)


def read_talks(session: Session, start: datetime, end: datetime, places: Places = NOWHERE) -> tuple[Talk, ...]:
    """Everybody who wrote to the bot from `start` until before `end`."""
    said = _said(start, end)
    query = select(said, Conversation.channel, Conversation.pending, Conversation.heard_at)
    query = query.join(Conversation, Conversation.id == said.c.conversation_id)
    query = query.where(Conversation.channel.not_in(ENTERED_BY_STAFF))
    opened, shown, rated = _opened(session, start, end), _shown(session, start, end), _rated(session, start, end)
    return tuple(_talk(row, end, places, opened, shown, rated) for row in session.execute(query))


def _talk(
    row: AnyRow, end: datetime, places: Places, opened: Mapping[str, str], shown: Shown, rated: Mapping[Rating, int]
) -> Talk:
    conversation = row.conversation_id
    lists, fitting = shown.get(conversation, (0, None))
    place = places.get(conversation, {})
    return Talk(
        traits=Traits(opened.get(conversation), row.channel, place.get("area"), place.get("industry")),
        last_at=row.last_at,
        messages=row.messages,
        read=row.read,
        not_understood=row.not_understood,
        failed=row.failed,
        requests=row.requests,
        complaints=row.complaints,
        liked=rated.get((conversation, True), 0),
        disliked=rated.get((conversation, False), 0),
        ended_well=row.last_id == row.last_read_id,
        pending=row.pending if row.heard_at < end else None,
        handed_over=conversation in opened,
        lists=lists,
        fitting=fitting,
    )


def _said(start: datetime, end: datetime) -> Subquery:
    """One row for each conversation: what the person wrote to the bot, by kind."""
    # What is held for staff, and answers to the desk's own questions, carry no intent.
    heard_by_bot = or_(Message.intent.is_not(None), Message.status == "failed")
    typed = and_(Message.choice_id.is_(None), Message.intent.is_not(None))
    return (
        select(
            Message.conversation_id,
            func.count(Message.id).label("messages"),
            _count(typed).label("read"),
            _count(typed, Message.intent == FALLBACK).label("not_understood"),
            _count(Message.status == "failed").label("failed"),
            _count(Message.intent.in_(REQUESTS)).label("requests"),
            _count(Message.intent == "complaint").label("complaints"),
            func.max(Message.at).label("last_at"),
            func.max(Message.id).label("last_id"),
            func.max(Message.id).filter(Message.intent != FALLBACK).label("last_read_id"),
        )
        .where(Message.author == "user", heard_by_bot, *_within(Message.at, start, end))
        .group_by(Message.conversation_id)
        .subquery()
    )


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(Message.id).filter(and_(*conditions))


def read_places(session: Session, start: datetime, end: datetime) -> Places:
    """Area and industry as told last, of whoever was there between `start` and `end`."""
    query = select(Fact.conversation_id, Fact.name, Fact.content["value"].as_string())
    query = query.join(Conversation, Conversation.id == Fact.conversation_id).where(Conversation.heard_at >= start)
    query = query.where(Conversation.created_at < end, Fact.name.in_(TOLD), Fact.retracted_at.is_(None))
    found: dict[str, dict[str, str | None]] = {}
    for conversation, name, value in session.execute(query.order_by(Fact.id)):
        found.setdefault(conversation, {})[name] = value
    return found


def _opened(session: Session, start: datetime, end: datetime) -> dict[str, str]:
    """Conversations that became a consultation, and its speciality."""
    query = select(Case.conversation_id, Case.speciality).where(
        Case.consent_at.is_not(None), *_within(Case.created_at, start, end)
    )
    return {row.conversation_id: row.speciality for row in session.execute(query.order_by(Case.id))}


def _shown(session: Session, start: datetime, end: datetime) -> Shown:
    """Lists of programs by conversation; what is ruled out is never on one, so that a first line is something."""
    query = select(Verdicts.conversation_id, Verdicts.items[0]["id"].as_string().is_not(None))
    found: dict[str, tuple[int, bool]] = {}
    for conversation, fitting in session.execute(query.where(*_within(Verdicts.at, start, end)).order_by(Verdicts.id)):
        lists, _ = found.get(conversation, (0, False))
        found[conversation] = lists + 1, bool(fitting)
    return found


def _rated(session: Session, start: datetime, end: datetime) -> dict[Rating, int]:
    """Praise (true) and blame (false) for what the bot said, or for the help as a whole."""
    query = select(Feedback.conversation_id, Feedback.liked, func.count(Feedback.id)).outerjoin(
        Message, Message.id == Feedback.about_id
    )
    about_bot = func.coalesce(Message.author, "bot") == "bot"
    query = query.where(Feedback.liked.is_not(None), about_bot, *_within(Feedback.at, start, end))
    rows = session.execute(query.group_by(Feedback.conversation_id, Feedback.liked))
    return {(conversation, bool(liked)): number for conversation, liked, number in rows}


def _within(
    column: InstrumentedAttribute[datetime], start: datetime, end: datetime
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column >= start, column < end
