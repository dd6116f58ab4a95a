"""What belongs to a basket, and what fits the wishes of a member of staff, as conditions of a query."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, select, true
from sqlalchemy.orm import Session

from desk.clock import JST
from desk.db.tables import Case, Conversation, FollowUp, Staff
from desk.domain.baskets import Basket, Wanted
from desk.domain.cases import Status
from desk.domain.deadlines import NORMAL
from desk.services.search_cases import says

OPEN = (Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING)
IN_HAND = (Status.ASSIGNED, Status.IN_PROGRESS)


def basket_is(basket: Basket, member_id: int, now: datetime) -> ColumnElement[bool]:
    """Cases of a basket. `member_id` is whose own ones are meant."""
    return {
        Basket.NEW: Case.status == Status.NEW,
        Basket.MINE: and_(Case.assignee_id == member_id, is_open()),
        Basket.URGENT: and_(Case.priority != NORMAL, is_open()),
        Basket.OVERDUE: Case.next_due_at < now,
        Basket.UNANSWERED: and_(Case.unanswered_since.is_not(None), is_open()),
        Basket.OPEN: Case.status.in_(IN_HAND),
        Basket.WAITING: Case.status == Status.WAITING,
        Basket.FOLLOW_UP: Case.id.in_(select(FollowUp.case_id).where(FollowUp.answer.is_(None))),
        Basket.CLOSED: Case.status == Status.CLOSED,
        Basket.ALL: true(),
    }[basket]


def is_open() -> ColumnElement[bool]:
    """Cases that somebody still works on; said by naming the few statuses, so that the index is used."""
    return Case.status.in_(OPEN)


def fits(session: Session, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """The conditions beside the basket."""
    if wanted.status:
        yield Case.status == wanted.status
    if wanted.speciality:
        yield Case.speciality == wanted.speciality
    if wanted.channel:
        yield Case.conversation_id.in_(select(Conversation.id).where(Conversation.channel == wanted.channel))
    if wanted.assignee:
        yield Case.assignee_id.in_(select(Staff.id).where(Staff.login == wanted.assignee))
    if wanted.since:
        yield Case.created_at >= _start(wanted.since)
    if wanted.until:
        yield Case.created_at < _start(wanted.until + timedelta(days=1))
    if wanted.area:
        yield Case.area == wanted.area
    if wanted.industry:
        yield Case.industry == wanted.industry
    if wanted.q:
        yield says(session, wanted.q)


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), JST)
