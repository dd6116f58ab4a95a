"""Conversations with the bot as indicators see them: one row each, added up by the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Label, Row, Select, Subquery, and_, case, func, literal, or_, select
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
#: lists of programs, and whether the last one held any; None without a list
Lists = tuple[int, bool | None]
NO_LIST: Lists = (0, None)
Ratings = tuple[int, int]
NO_RATING: Ratings = (0, 0)
Talks = tuple[Talk, ...]
#: moments, the earliest first: a stretch lies between each two
Stretches = Sequence[datetime]
STRETCH = "stretch"
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
    happened = _happened(session, stretches)
    parts: list[list[Talk]] = [[] for _ in stretches[1:]]
    found: dict[str, list[tuple[AnyRow, Talk]]] = {}
    for row in session.execute(query):
        talk = _talk(row, stretches[row.stretch + 1], places, happened[row.stretch])
        parts[row.stretch].append(talk)
        found.setdefault(row.conversation_id, []).append((row, talk))
    whole = (_whole(each, stretches, places, happened) for each in found.values())
    return tuple(whole), [tuple(part) for part in parts]


def _whole(
    each: Sequence[tuple[AnyRow, Talk]], stretches: Stretches, places: Places, happened: Sequence["Happened"]
) -> Talk:
    """One conversation over all stretches; most have but one, and nothing of them lies in another."""
    (row, talk), conversation = each[0], each[0][0].conversation_id
    alone = len(each) == 1 and row.heard_at < stretches[row.stretch + 1]
    if alone and happened[row.stretch].of(conversation) == happened[-1].of(conversation):
        return talk
    return _talk(_together([row for row, _ in each]), stretches[-1], places, happened[-1])


def _talk(said: "AnyRow | Words", end: datetime, places: Places, happened: "Happened") -> Talk:
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
            _stretch(Message.at, stretches),
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
        .where(Message.author == "user", heard_by_bot, *_within(Message.at, stretches))
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


@dataclass
class Happened:
    """What else happened to conversations in a stretch: cases that were opened, lists of programs, praise and blame."""

    #: speciality of the case
    opened: dict[str, str] = field(default_factory=dict)
    #: lists of programs, and whether the last one held any
    shown: dict[str, Lists] = field(default_factory=dict)
    #: how often praised, how often blamed
    rated: dict[str, Ratings] = field(default_factory=dict)

    def of(self, conversation: str) -> tuple[str | None, Lists, Ratings]:
        """All of it for one conversation."""
        shown, rated = self.shown.get(conversation, NO_LIST), self.rated.get(conversation, NO_RATING)
        return self.opened.get(conversation), shown, rated


def _happened(session: Session, stretches: Stretches) -> list[Happened]:
    """For each stretch, and at the end for all of them together."""
    found = [Happened() for _ in stretches]
    for conversation, speciality, stretch in session.execute(_opened(stretches)):
        for each in (found[stretch], found[-1]):
            each.opened[conversation] = speciality
    for conversation, fitting, stretch in session.execute(_shown(stretches)):
        for each in (found[stretch], found[-1]):
            each.shown[conversation] = each.shown.get(conversation, NO_LIST)[0] + 1, bool(fitting)
    for conversation, liked, number, stretch in session.execute(_rated(stretches)):
        for each in (found[stretch], found[-1]):
            praise, blame = each.rated.get(conversation, NO_RATING)
            each.rated[conversation] = (praise + number, blame) if liked else (praise, blame + number)
    return found


def _opened(stretches: Stretches) -> Select[str, str, int]:
    """Conversations that became a consultation, and its speciality."""
    query = select(Case.conversation_id, Case.speciality, _stretch(Case.created_at, stretches))
    return query.where(Case.consent_at.is_not(None), *_within(Case.created_at, stretches)).order_by(Case.id)


def _shown(stretches: Stretches) -> Select[str, bool, int]:
    """Lists of programs by conversation; what is ruled out is never on one, so that a first line is something."""
    fitting = Verdicts.items[0]["id"].as_string().is_not(None)
    query = select(Verdicts.conversation_id, fitting, _stretch(Verdicts.at, stretches))
    return query.where(*_within(Verdicts.at, stretches)).order_by(Verdicts.id)


def _rated(stretches: Stretches) -> Select[str, bool | None, int, int]:
    """Praise (true) and blame (false) for what the bot said, or for the help as a whole."""
    stretch = _stretch(Feedback.at, stretches)
    query = select(Feedback.conversation_id, Feedback.liked, func.count(Feedback.id), stretch).outerjoin(
        Message, Message.id == Feedback.about_id
    )
    about_bot = func.coalesce(Message.author, "bot") == "bot"
    query = query.where(Feedback.liked.is_not(None), about_bot, *_within(Feedback.at, stretches))
    return query.group_by(Feedback.conversation_id, Feedback.liked, STRETCH)


def _within(
    column: InstrumentedAttribute[datetime], stretches: Stretches
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return column >= stretches[0], column < stretches[-1]


def _stretch(column: InstrumentedAttribute[datetime], stretches: Stretches) -> Label[int]:
    """In which stretch a moment lies."""
    return _halved(column, stretches[:-1], 0).label(STRETCH)


def _halved(column: InstrumentedAttribute[datetime], starts: Stretches, first: int) -> ColumnElement[int]:
    """By halves: among a hundred months in seven comparisons."""
    middle = len(starts) // 2
    if not middle:
        return literal(first)
    earlier, later = _halved(column, starts[:middle], first), _halved(column, starts[middle:], first + middle)
    return case((column < starts[middle], earlier), else_=later)
