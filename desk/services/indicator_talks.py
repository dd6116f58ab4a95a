"""Conversations with the bot as indicators see them: one row each, added up by the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Subquery, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desk.db.tables import Case, Conversation, Fact, Message
from desk.db.told import TOLD
from desk.domain.indicators.log import ENTERED_BY_STAFF, Talk, Traits
from desk.domain.intents import REQUESTS
from desk.services.indicator_stretches import (
    STRETCH,
    Happened,
    Stretches,
    read_happened,
    stretch_of,
    within,
)
from desk.services.turns import FALLBACK

#: columns of a query, and what it finds
Columns = tuple[InstrumentedAttribute[Any], ...]
AnyRow = Row[*tuple[Any, ...]]
#: conversation → area and industry, where they are known
Places = Mapping[str, Mapping[str, str | None]]
NOWHERE: Places = {}
Talks = tuple[Talk, ...]
#: columns of counts, which add up
COUNTED = ("messages", "read", "not_understood", "failed", "requests", "complaints")


def traits_by(speciality: InstrumentedAttribute[str]) -> Columns:
    """The columns of a query on cases that `traits_of` reads."""
    return speciality, Conversation.channel, Case.area, Case.industry


def traits_of(row: AnyRow) -> Traits:
    """By what a row that belongs to a case can be told apart."""
    return traits(row.speciality, row.channel, row.area, row.industry)


@lru_cache(maxsize=4096)
def traits(speciality: str | None, channel: str, area: str | None, industry: str | None) -> Traits:
    """The same object for all rows that are alike: there are many rows, and few kinds."""
    return Traits(speciality, channel, area, industry)


def read_talks(session: Session, stretches: Stretches, places: Places = NOWHERE) -> tuple[Talks, list[Talks]]:
    """Everybody who wrote to the bot from the first of these moments until before the last; and between each two.

    The tables are read once for all stretches.
    """
    said = _said(stretches)
    query = select(said, Conversation.channel, Conversation.pending, Conversation.heard_at)
    query = query.join(Conversation, Conversation.id == said.c.conversation_id)
    query = query.where(Conversation.channel.not_in(ENTERED_BY_STAFF))
    happened = read_happened(session, stretches)
    parts: list[list[Talk]] = [[] for _ in stretches[1:]]
    found: dict[str, list[tuple[AnyRow, Talk]]] = {}
    for row in session.execute(query):
        talk = _talk(row, stretches[row.stretch + 1], places, happened[row.stretch])
        parts[row.stretch].append(talk)
        found.setdefault(row.conversation_id, []).append((row, talk))
    whole = (_whole(each, stretches, places, happened) for each in found.values())
    return tuple(whole), [tuple(part) for part in parts]


def _whole(
    each: Sequence[tuple[AnyRow, Talk]], stretches: Stretches, places: Places, happened: Sequence[Happened]
) -> Talk:
    """One conversation over all stretches; most have but one, and nothing of them lies in another."""
    (row, talk), conversation = each[0], each[0][0].conversation_id
    alone = len(each) == 1 and row.heard_at < stretches[row.stretch + 1]
    if alone and happened[row.stretch].of(conversation) == happened[-1].of(conversation):
        return talk
    return _talk(_together([row for row, _ in each]), stretches[-1], places, happened[-1])


def _talk(said: "AnyRow | Words", end: datetime, places: Places, happened: Happened) -> Talk:
    conversation = said.conversation_id
    opened, (lists, fitting), (liked, disliked) = happened.of(conversation)
    place = places.get(conversation, {})
    return Talk(
        traits=traits(opened, said.channel, place.get("area"), place.get("industry")),
        last_at=said.last_at,
        messages=said.messages,
        read=said.read,
        not_understood=said.not_understood,
        failed=said.failed,
        requests=said.requests,
        complaints=said.complaints,
        liked=liked,
        disliked=disliked,
        ended_well=said.last_id == said.last_read_id,
        pending=said.pending if said.heard_at < end else None,
        handed_over=opened is not None,
        lists=lists,
        fitting=fitting,
    )


@dataclass(frozen=True)
class Words:
    """What a person wrote to the bot in several stretches, as one row."""

    conversation_id: str
    messages: int
    read: int
    not_understood: int
    failed: int
    requests: int
    complaints: int
    last_at: datetime
    last_id: int
    last_read_id: int | None
    channel: str
    pending: str | None
    heard_at: datetime


def _together(rows: Sequence[AnyRow]) -> AnyRow | Words:
    if len(rows) == 1:
        return rows[0]
    sums = {name: sum(getattr(row, name) for row in rows) for name in COUNTED}
    return Words(
        conversation_id=rows[0].conversation_id,
        **sums,
        last_at=max(row.last_at for row in rows),
        last_id=max(row.last_id for row in rows),
        last_read_id=max((row.last_read_id for row in rows if row.last_read_id is not None), default=None),
        channel=rows[0].channel,
        pending=rows[0].pending,
        heard_at=rows[0].heard_at,
    )


def _said(stretches: Stretches) -> Subquery:
    """One row for each conversation and stretch: what the person wrote to the bot, by kind."""
    # What is held for staff, and answers to the desk's own questions, carry no intent.
    heard_by_bot = or_(Message.intent.is_not(None), Message.status == "failed")
    typed = and_(Message.choice_id.is_(None), Message.intent.is_not(None))
    return (
        select(
            Message.conversation_id,
            stretch_of(Message.at, stretches),
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
        .where(Message.author == "user", heard_by_bot, *within(Message.at, stretches))
        .group_by(Message.conversation_id, STRETCH)
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
