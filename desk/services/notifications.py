"""Use case: tell members of staff of what concerns them, in the console at once and outside of it soon after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from desk.db.tables import Case, Delivery, Notification, Staff
from desk.domain.notifications import Kind
from desk.domain.roles import Role
from desk.services.changes import report_after_commit, staff_subject
from desk.services.context import Desk

PAGE = 100
#: whoever reads it in the console within this time gets no letter
GRACE = timedelta(seconds=30)


@dataclass(frozen=True)
class Bell:
    """One line of what somebody is told."""

    id: int
    kind: Kind
    case: str
    actor: str
    at: datetime
    unread: bool


def notify(session: Session, desk: Desk, to: int | Role, kind: Kind, case: Case, actor: str = "bot") -> None:
    """Tell a member of staff (by id), or everybody of a role, of a case, within the caller's transaction.

    `actor` (a login) is not told of what they did themselves. What is still unread is not told twice, so that a caller
    may say the same again. Pages of the console hear of it after the commit.
    """
    told = Staff.id == to if isinstance(to, int) else Staff.role == to
    for staff in session.scalars(select(Staff).where(told, Staff.active, Staff.login != actor)):
        _tell(session, desk, staff, kind, case, actor)
        report_after_commit(session, desk.changes, staff_subject(staff.id))


def read_notifications(desk: Desk, staff_id: int, limit: int = PAGE) -> Sequence[Bell]:
    """What somebody was told: unread before read, the newest first."""
    query = select(Notification, Case.number).join(Case, Case.id == Notification.case_id)
    newest = (Notification.read_at.is_not(None), Notification.at.desc(), Notification.id.desc())
    with desk.database.reading() as session:
        rows = session.execute(query.where(Notification.staff_id == staff_id).order_by(*newest).limit(limit))
        return [
            Bell(row.id, Kind(row.kind), number, row.actor, row.at, unread=row.read_at is None) for row, number in rows
        ]


def count_unread(desk: Desk, staff_id: int) -> int:
    """How much somebody has not read yet."""
    with desk.database.reading() as session:
        return session.scalar(select(func.count(Notification.id)).where(_unread(staff_id))) or 0


def mark_read(desk: Desk, staff_id: int, number: str | None = None) -> None:
    """Somebody has seen what they were told of a case, or, without a number, of every case."""
    of_case = [Notification.case_id == select(Case.id).where(Case.number == number).scalar_subquery()] if number else []
    query = update(Notification).where(_unread(staff_id), *of_case).values(read_at=desk.now())
    with desk.database.reading() as session:
        if not session.scalar(select(func.count(Notification.id)).where(_unread(staff_id), *of_case)):
            return
    with desk.database.transaction() as session:
        session.execute(query)
    desk.changes.report(staff_subject(staff_id))


def _tell(session: Session, desk: Desk, staff: Staff, kind: Kind, case: Case, actor: str) -> None:
    same = [Notification.case_id == case.id, Notification.kind == kind]
    known = session.scalar(select(Notification).where(_unread(staff.id), *same).limit(1))
    if known is not None:
        known.at, known.actor = desk.now(), actor
        return
    row = Notification(staff_id=staff.id, case_id=case.id, kind=kind, actor=actor, at=desk.now())
    session.add(row)
    session.flush()
    for notifier in desk.notifiers:
        session.add(Delivery(notification_id=row.id, notifier=notifier.name, next_at=desk.now() + GRACE))


def _unread(staff_id: int) -> ColumnElement[bool]:
    return (Notification.staff_id == staff_id) & Notification.read_at.is_(None)
