"""Asking somebody to take a need, taking it, declining it, inside the caller's transaction.

Nobody is asked twice for the same need, and only one takes it: the row itself decides who was first.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from desk.db.tables import Assignment, Case, Need, Staff
from desk.domain.cases import Status
from desk.domain.needs import UNFINISHED, AssignmentStatus, DeclineReason, ImpossibleStep, NeedStatus, check_need
from desk.domain.notifications import Kind
from desk.domain.roles import Role
from desk.services.case_events import record_event
from desk.services.case_rows import AlreadyTaken, staff_name
from desk.services.context import Desk
from desk.services.needs import assignments_of, body_name, note_need, set_assignment
from desk.services.notifications import notify

#: nobody has said yes to these
FREE = (NeedStatus.OPEN, NeedStatus.OFFERED)


class AlreadyAsked(Exception):
    """The same person or office was asked for this need before; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def offer(session: Session, desk: Desk, case: Case, need: Need, staff: Staff, actor: str, note: str = "") -> None:
    """Ask a colleague; who had the need so far gives it up, and the lead sees to it until somebody has said yes."""
    _check_first(session, need, Assignment.staff_id == staff.id, staff.name)
    check_need(NeedStatus(need.status), NeedStatus.OFFERED)
    release(session, desk, need)
    session.add(_row(desk, need, actor, note, staff_id=staff.id))
    session.flush()
    settle(session, case, need)
    note_need(session, desk, case, need, actor, "need_offered", to=staff.login)
    notify(session, desk, staff.id, Kind.OFFERED, case, actor)


def refer(session: Session, desk: Desk, case: Case, need: Need, body: str, actor: str, note: str = "") -> None:
    """Send a need to an outside body; whoever sees to it goes on seeing to it."""
    _check_first(session, need, Assignment.body == body, body_name(desk, body))
    if need.status not in UNFINISHED:
        raise ImpossibleStep(f"{need.status} → {NeedStatus.OFFERED}")
    session.add(_row(desk, need, actor, note, body=body))
    session.flush()
    settle(session, case, need)
    note_need(session, desk, case, need, actor, "need_referred", body=body, name=body_name(desk, body))


def take(session: Session, desk: Desk, case: Case, need: Need, staff: Staff) -> None:
    """Somebody says yes, asked or not. Raises `AlreadyTaken`, and `ImpossibleStep` for a finished need."""
    if need.status not in UNFINISHED:
        raise ImpossibleStep(f"{need.status} → {NeedStatus.TAKEN}")
    if need.owner_id == staff.id:
        return
    leads = case.assignee_id == staff.id
    free = or_(Need.status.in_(FREE), Need.status == NeedStatus.TAKEN) if leads else Need.status.in_(FREE)
    first = update(Need).where(Need.id == need.id, Need.owner_id.is_(None), free)
    taken = session.execute(first.values(owner_id=staff.id, status=NeedStatus.TAKEN).returning(Need.id)).first()
    session.refresh(need)
    if taken is None:
        raise AlreadyTaken(staff_name(session, need.owner_id or case.assignee_id))
    _accept(session, desk, need, staff)
    withdraw_others(session, desk, need, staff.id)
    note_need(session, desk, case, need, staff.login, "need_accepted", to=staff.login)
    if case.assignee_id is None:
        become_lead(session, desk, case, staff, staff.login)


def decline(
    session: Session, desk: Desk, case: Case, need: Need, row: Assignment, actor: str, reason: DeclineReason, note: str
) -> None:
    """Somebody says no. The lead is told, or the lead role while there is no lead."""
    set_assignment(desk, row, AssignmentStatus.DECLINED)
    row.reason, row.note = reason, note.strip() or row.note
    settle(session, case, need)
    note_need(session, desk, case, need, actor, "need_declined", reason=reason, **recipient(session, desk, row))
    notify(session, desk, case.assignee_id or Role.LEAD, Kind.DECLINED, case, actor)


def become_lead(session: Session, desk: Desk, case: Case, staff: Staff | None, actor: str) -> None:
    """Somebody leads the case from now on, or nobody does."""
    case.assignee_id = staff.id if staff else None
    record_event(session, desk, case, actor, "assigned", {"assignee": staff.login if staff else None})
    if staff and case.status == Status.NEW:
        case.status = Status.ASSIGNED
        record_event(session, desk, case, actor, "status", {"from": Status.NEW, "to": Status.ASSIGNED})


def release(session: Session, desk: Desk, need: Need) -> None:
    """Whoever owns the need gives it up."""
    for row in assignments_of(session, need):
        if row.staff_id == need.owner_id and row.status == AssignmentStatus.ACCEPTED:
            set_assignment(desk, row, AssignmentStatus.WITHDRAWN)
    need.owner_id = None


def withdraw_others(session: Session, desk: Desk, need: Need, staff_id: int | None) -> None:
    """Colleagues who were asked as well need not answer any more."""
    for row in assignments_of(session, need):
        if row.staff_id not in (None, staff_id) and row.status == AssignmentStatus.OFFERED:
            set_assignment(desk, row, AssignmentStatus.WITHDRAWN)


def settle(session: Session, case: Case, need: Need) -> None:
    """The status that follows from who was asked and what they said."""
    if need.status not in UNFINISHED:
        return
    standing = {row.status for row in assignments_of(session, need)}
    if need.owner_id is not None or AssignmentStatus.ACCEPTED in standing:
        need.status = NeedStatus.TAKEN
    elif AssignmentStatus.OFFERED in standing:
        need.status = NeedStatus.OFFERED
    else:
        need.status = NeedStatus.TAKEN if case.assignee_id is not None else NeedStatus.OPEN


def asked_of(session: Session, need: Need, staff_id: int) -> Assignment | None:
    """What somebody was asked about this need."""
    return session.scalar(select(Assignment).where(Assignment.need_id == need.id, Assignment.staff_id == staff_id))


def recipient(session: Session, desk: Desk, row: Assignment) -> dict[str, str]:
    """Who was asked, for an event: a login, or an outside body with its name."""
    if row.body is not None:
        return {"body": row.body, "name": body_name(desk, row.body)}
    return {"to": session.get_one(Staff, row.staff_id).login}


def recipients(rows: Iterable[Assignment]) -> set[int]:
    """The colleagues among those who were asked."""
    return {row.staff_id for row in rows if row.staff_id is not None}


def _check_first(session: Session, need: Need, same: ColumnElement[bool], name: str) -> None:
    query = select(Assignment.id).where(Assignment.need_id == need.id, same)
    if session.scalar(query) is not None:
        raise AlreadyAsked(name)


def _accept(session: Session, desk: Desk, need: Need, staff: Staff) -> None:
    row = asked_of(session, need, staff.id)
    if row is None:
        row = _row(desk, need, staff.login, "", staff_id=staff.id)
        session.add(row)
    set_assignment(desk, row, AssignmentStatus.ACCEPTED)
    session.flush()


def _row(desk: Desk, need: Need, actor: str, note: str, **recipient: object) -> Assignment:
    return Assignment(
        need_id=need.id,
        status=AssignmentStatus.OFFERED,
        note=note.strip() or None,
        offered_by=actor,
        offered_at=desk.now(),
        **recipient,
    )
