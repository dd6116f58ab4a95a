"""What only the console needs: the queue in baskets, colleagues, a look at a session, taking a conversation over."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from desk.db.tables import Case, CaseEvent, Conversation, Message, Staff, StaffSession
from desk.domain.cases import Status
from desk.services.cases import PAGE_SIZE, NoSuchCase
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.openings import record_event
from desk.services.staff import IDLE, LONGEST, Member


class Basket(StrEnum):
    """A part of the queue that somebody works through."""

    NEW = "new"
    MINE = "mine"
    OPEN = "open"
    OVERDUE = "overdue"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True)
class Wanted:
    """What a member of staff wishes to see. `q` is looked for in number, summary, contact and transcript."""

    basket: Basket = Basket.NEW
    status: str | None = None
    speciality: str | None = None
    q: str = ""
    page: int = 1


@dataclass(frozen=True)
class QueueLine:
    """A case in the queue. `answered`: a person has written back, so the first reply is no longer owed."""

    number: str
    status: str
    speciality: str
    priority: str
    channel: str
    created_at: datetime
    due_at: datetime
    assignee: str | None
    summary: str
    contact: dict[str, Any]
    answered: bool
    overdue: bool


@dataclass(frozen=True)
class Queue:
    """One page of the queue; `counts` says how much each basket holds, `newest` names the latest case of all."""

    lines: list[QueueLine]
    total: int
    pages: int
    counts: Mapping[Basket, int]
    newest: str | None


@dataclass(frozen=True)
class Colleague:
    """Somebody a case can be given to."""

    login: str
    name: str


def read_queue(desk: Desk, member_id: int, wanted: Wanted) -> Queue:
    """A page of a basket: open before closed, high priority first, then by when the reply is due."""
    now = desk.now()
    where = and_(_basket(wanted.basket, member_id, now), *_filters(wanted))
    late = _late(now)
    columns = (Case, Conversation.channel, Staff.name, _answered().label("answered"), late.label("overdue"))
    order = (Case.status == Status.CLOSED, Case.priority != "high", Case.due_at, Case.id)
    with desk.database.reading() as session:
        total = session.scalar(_joined(select(func.count(Case.id))).where(where)) or 0
        query = _joined(select(*columns)).where(where).order_by(*order)
        rows = session.execute(query.limit(PAGE_SIZE).offset((wanted.page - 1) * PAGE_SIZE))
        lines = [_line(*row) for row in rows]
        counted = session.execute(select(*_counts(member_id, now))).one()
        newest = session.scalar(select(Case.number).order_by(Case.id.desc()).limit(1))
    pages = max(1, -(-total // PAGE_SIZE))
    return Queue(lines, total, pages, dict(zip(Basket, counted, strict=True)), newest)


def colleagues(desk: Desk) -> list[Colleague]:
    """Everybody who can log in, by name."""
    with desk.database.reading() as session:
        rows = session.execute(select(Staff.login, Staff.name).where(Staff.active).order_by(Staff.name))
        return [Colleague(login, name) for login, name in rows]


def watch_session(desk: Desk, token: str) -> tuple[Member, timedelta] | None:
    """Who holds a session and how long it lasts if nothing is done; unlike `member_of`, looking keeps nothing alive."""
    with desk.database.reading() as session:
        row = session.get(StaffSession, hashlib.sha256(token.encode()).hexdigest())
        staff = session.get(Staff, row.staff_id) if row else None
        if row is None or staff is None or not staff.active:
            return None
        left = min(row.seen_at + IDLE, row.created_at + LONGEST) - desk.now()
        member = Member(staff.id, staff.login, staff.name, staff.role, row.csrf_token)
        return (member, left) if left > timedelta() else None


def take_over(desk: Desk, number: str, actor: str) -> None:
    """Silence the bot in the conversation of a case before anything is written. Raises `NoSuchCase`."""
    with desk.database.transaction() as session:
        case = session.scalar(select(Case).where(Case.number == number))
        if case is None:
            raise NoSuchCase(number)
        session.get_one(Conversation, case.conversation_id).gate = "staff"
        record_event(session, desk, case, actor, "taken_over")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)


def _joined(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    joined = query.select_from(Case).join(Conversation, Conversation.id == Case.conversation_id)
    return joined.outerjoin(Staff, Staff.id == Case.assignee_id)


def _basket(basket: Basket, member_id: int, now: datetime) -> ColumnElement[bool]:
    return {
        Basket.NEW: Case.status == Status.NEW,
        Basket.MINE: and_(Case.assignee_id == member_id, Case.status != Status.CLOSED),
        Basket.OPEN: Case.status.in_((Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING)),
        Basket.OVERDUE: _late(now),
        Basket.CLOSED: Case.status == Status.CLOSED,
        Basket.ALL: true(),
    }[basket]


def _counts(member_id: int, now: datetime) -> list[ColumnElement[int]]:
    return [func.count(Case.id).filter(_basket(basket, member_id, now)) for basket in Basket]


def _answered() -> ColumnElement[bool]:
    return select(CaseEvent.id).where(CaseEvent.case_id == Case.id, CaseEvent.kind == "answered").exists()


def _late(now: datetime) -> ColumnElement[bool]:
    return and_(Case.status != Status.CLOSED, Case.due_at < now, ~_answered())


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    filters = [_says(word) for word in wanted.q.split()]
    if wanted.status:
        filters.append(Case.status == wanted.status)
    if wanted.speciality:
        filters.append(Case.speciality == wanted.speciality)
    return filters


def _says(word: str) -> ColumnElement[bool]:
    said_so = select(Message.conversation_id).where(Message.text.contains(word, autoescape=True))
    places = [Case.number, Case.summary, *(Case.contact[field].as_string() for field in ("name", "company"))]
    found = [place.contains(word, autoescape=True) for place in places]
    return or_(*found, Case.conversation_id.in_(said_so))


def _line(case: Case, channel: str, assignee: str | None, answered: bool, overdue: bool) -> QueueLine:
    return QueueLine(
        case.number,
        case.status,
        case.speciality,
        case.priority,
        channel,
        case.created_at,
        case.due_at,
        assignee,
        case.summary,
        case.contact,
        bool(answered),
        bool(overdue),
    )
