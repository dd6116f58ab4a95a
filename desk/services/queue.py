"""Use case: the queue of cases, in baskets, filtered, searched, the most urgent first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Staff
from desk.domain.baskets import Basket, Wanted
from desk.services.context import Desk
from desk.services.leafing import PAGE_SIZE, Count, Where, by_priority, count_some, ids_of
from desk.services.queue_filters import basket_is, fits

BY_URGENCY = (by_priority(), Case.next_due_at.is_(None), Case.next_due_at, Case.id)


@dataclass(frozen=True)
class QueueLine:
    """A case in the queue. `due_at` is the next deadline; with `talk_due` it is a talk that is owed, not a reply."""

    number: str
    status: str
    speciality: str
    priority: str
    channel: str
    created_at: datetime
    due_at: datetime | None
    talk_due: bool
    assignee: str | None
    summary: str
    contact: dict[str, Any]
    overdue: bool
    escalated: bool
    unanswered: bool
    closed_at: datetime | None


@dataclass(frozen=True)
class Queue:
    """One page of the queue; `counts` says how much each basket holds, `newest` names the latest case of all."""

    lines: list[QueueLine]
    total: Count
    pages: int
    counts: Mapping[Basket, Count]
    newest: str | None


def read_queue(desk: Desk, member_id: int, wanted: Wanted) -> Queue:
    """A page of a basket: open cases by urgency, then by what is due next; after them closed ones, the latest first."""
    with desk.database.reading() as session:
        where = _where(session, desk, member_id, wanted)
        lines = _lines(session, desk, where, PAGE_SIZE, (wanted.page - 1) * PAGE_SIZE)
        total, *counts = count_some(session, where, *([basket_is(each, member_id, desk.now())] for each in Basket))
        newest = session.scalar(select(Case.number).order_by(Case.id.desc()).limit(1))
    return Queue(lines, total, max(1, -(-total.shown // PAGE_SIZE)), dict(zip(Basket, counts, strict=True)), newest)


def list_queue(desk: Desk, member_id: int, wanted: Wanted, most: int) -> list[QueueLine]:
    """The same from its beginning, without pages, at most so many."""
    with desk.database.reading() as session:
        return _lines(session, desk, _where(session, desk, member_id, wanted), most, 0)


def _where(session: Session, desk: Desk, member_id: int, wanted: Wanted) -> Where:
    return [basket_is(wanted.basket, member_id, desk.now()), *fits(session, wanted)]


def _lines(session: Session, desk: Desk, where: Where, limit: int, offset: int) -> list[QueueLine]:
    ids = ids_of(session, where, BY_URGENCY, limit, offset)
    rows = session.execute(
        select(Case, Conversation.channel, Staff.name)
        .join(Conversation, Conversation.id == Case.conversation_id)
        .outerjoin(Staff, Staff.id == Case.assignee_id)
        .where(Case.id.in_(ids))
    )
    lines = {case.id: _line(case, channel, assignee, desk.now()) for case, channel, assignee in rows}
    return [lines[each] for each in ids]


def _line(case: Case, channel: str, assignee: str | None, now: datetime) -> QueueLine:
    return QueueLine(
        number=case.number,
        status=case.status,
        speciality=case.speciality,
        priority=case.priority,
        channel=channel,
        created_at=case.created_at,
        due_at=case.next_due_at,
        talk_due=case.replied_at is not None and case.unanswered_since is None,
        assignee=assignee,
        summary=case.summary,
        contact=case.contact,
        overdue=case.next_due_at is not None and case.next_due_at < now,
        escalated=case.escalated_at is not None,
        unanswered=case.unanswered_since is not None,
        closed_at=case.closed_at,
    )
