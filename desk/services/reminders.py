"""Use cases: remind people of the desk of what is due, and find cases that nobody is named for; each is told once."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time

import structlog
from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent, Need, Notification, Reminder, Staff
from desk.domain.cases import Status
from desk.domain.deadlines import Deadline
from desk.domain.notifications import Kind
from desk.domain.reminders import LADDER, Rung, rung_at, up_to
from desk.domain.roles import CASEWORKERS, Role
from desk.services.case_events import record_event
from desk.services.case_rows import sees_to_cases
from desk.services.changes import CASES
from desk.services.clocks import running
from desk.services.context import Desk
from desk.services.notifications import notify

log = structlog.get_logger(__name__)

Work = Callable[[Session, Desk, Case], int]
OWNER = "owner"
UNOWNED = "unowned"


def remind(desk: Desk) -> int:
    """Climb the ladder of every deadline that has come near or gone by; how many rungs were climbed."""
    now = desk.now()
    with desk.database.reading() as session:
        due = [case.id for case in session.scalars(_with_a_clock()) if _reached(desk, case, now)]
    return _each(desk, due, _climb)


def check_owners(desk: Desk) -> int:
    """Tell the lead, once a business day, of cases that nobody is there for, and owners of those they never saw."""
    if not desk.calendar.is_open(desk.now()):
        return 0
    with desk.database.reading() as session:
        found = session.scalars(_open().where(or_(_without_owner(), _owner_not_told())).order_by(Case.id))
        ids = [case.id for case in found]
    return _each(desk, ids, _find_owner)


def tell_lead(session: Session, desk: Desk, kind: Kind, case: Case) -> None:
    """Tell the leads of the desk; a desk without one has its administrators."""
    has_lead = session.scalar(select(exists().where(Staff.role == Role.LEAD, Staff.active)))
    notify(session, desk, Role.LEAD if has_lead else Role.ADMINISTRATOR, kind, case)


def climbed(session: Session, case: Case, clock: str, due_at: datetime, rung: str) -> Reminder | None:
    """The row of a rung, if it was climbed for this very deadline."""
    same = (Reminder.case_id == case.id, Reminder.clock == clock, Reminder.due_at == due_at, Reminder.rung == rung)
    return session.scalar(select(Reminder).where(*same))


def climb(session: Session, desk: Desk, case: Case, clock: str, due_at: datetime, rungs: Iterable[str]) -> None:
    """Note rungs as climbed, so that nobody is told of them again."""
    for rung in rungs:
        if climbed(session, case, clock, due_at, rung) is None:
            session.add(Reminder(case_id=case.id, clock=clock, due_at=due_at, rung=rung, at=desk.now()))


def _each(desk: Desk, ids: Sequence[int], work: Work) -> int:
    """Each case in a transaction of its own, locked, so that two processes never tell the same twice."""
    done = 0
    for case_id in ids:
        with desk.database.transaction() as session:
            case = session.get_one(Case, case_id, with_for_update=True)
            done += work(session, desk, case)
    if done:
        desk.changes.report(CASES)
    return done


def _reached(desk: Desk, case: Case, now: datetime) -> list[tuple[Deadline, Rung]]:
    rungs = ((deadline, rung_at(desk.calendar, deadline, now)) for deadline in running(desk, case))
    return [(deadline, rung) for deadline, rung in rungs if rung is not None]


def _climb(session: Session, desk: Desk, case: Case) -> int:
    fresh = [
        (deadline, rung)
        for deadline, rung in _reached(desk, case, desk.now())
        if climbed(session, case, deadline.clock, deadline.due_at, rung) is None
    ]
    for deadline, rung in fresh:
        climb(session, desk, case, deadline.clock, deadline.due_at, up_to(rung))
        _tell(session, desk, case, rung)
        record_event(session, desk, case, "bot", "reminded", {"clock": deadline.clock, "rung": rung})
        log.info("reminded", case=case.number, clock=deadline.clock.value, rung=rung.value)
    return len(fresh)


def _tell(session: Session, desk: Desk, case: Case, rung: Rung) -> None:
    telling, owner = LADDER[rung], _owner(session, case)
    if telling.owner and owner is not None:
        notify(session, desk, owner.id, telling.kind, case)
    if telling.lead or owner is None:
        tell_lead(session, desk, telling.kind, case)
    if rung is Rung.LATE:
        case.escalated_at = desk.now()


def _find_owner(session: Session, desk: Desk, case: Case) -> int:
    """An owner who never heard of the case is told now; without one, the lead is, once a day."""
    owner = _owner(session, case)
    if owner is not None and not _has_stray_need(session, case):
        notify(session, desk, owner.id, Kind.ASSIGNED, case)
        return 1
    today = datetime.combine(desk.now().date(), time(), desk.now().tzinfo)
    if climbed(session, case, OWNER, today, UNOWNED) is not None:
        return 0
    climb(session, desk, case, OWNER, today, [UNOWNED])
    tell_lead(session, desk, Kind.UNOWNED, case)
    log.info("unowned_case", case=case.number)
    return 1


def _owner(session: Session, case: Case) -> Staff | None:
    staff = session.get(Staff, case.assignee_id) if case.assignee_id else None
    return staff if staff is not None and staff.active and staff.role in CASEWORKERS else None


def _has_stray_need(session: Session, case: Case) -> bool:
    return bool(session.scalar(select(_stray_need().where(Need.case_id == case.id).exists())))


def _open() -> Select[Case]:
    return select(Case).where(Case.status != Status.CLOSED)


def _with_a_clock() -> Select[Case]:
    waits = or_(Case.replied_at.is_(None), Case.unanswered_since.is_not(None), Case.reached_at.is_(None))
    return _open().where(waits).order_by(Case.id)


def _without_owner() -> ColumnElement[bool]:
    there = select(Staff.id).where(sees_to_cases(), Staff.id == Case.assignee_id).exists()
    return or_(~there, _stray_need().where(Need.case_id == Case.id).exists())


def _stray_need() -> Select[Need]:
    """Needs in hand whose owner has left or works on cases no more; one without an owner is the lead's."""
    gone = select(Staff.id).where(~sees_to_cases(), Staff.id == Need.owner_id).exists()
    return select(Need).where(Need.closed_at.is_(None), gone)


def _owner_not_told() -> ColumnElement[bool]:
    """An owner knows of a case when told of it, or from having worked on it."""
    heard = and_(Notification.case_id == Case.id, Notification.staff_id == Case.assignee_id)
    worked = and_(CaseEvent.case_id == Case.id, CaseEvent.actor == Staff.login, Staff.id == Case.assignee_id)
    return and_(~select(Notification.id).where(heard).exists(), ~select(CaseEvent.id).where(worked).exists())
