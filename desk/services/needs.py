"""What a case is about: needs opened with the case, added, renamed, finished and dropped; and how they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Assignment, Case, Need, Staff
from desk.domain.cases import Speciality, Status
from desk.domain.needs import (
    TITLES,
    UNFINISHED,
    AssignmentStatus,
    ImpossibleStep,
    NeedStatus,
    check_assignment,
    check_need,
)
from desk.services.case_events import record_event
from desk.services.case_rows import find_case, find_need, tell_changed
from desk.services.context import Desk


@dataclass(frozen=True)
class Asked:
    """Somebody who was asked to take a need. `to` is a login, or the record of an outside body."""

    id: int
    to: str
    name: str
    outside: bool
    status: str
    reason: str | None
    note: str | None
    offered_by: str
    offered_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True)
class NeedLine:
    """A need as staff see it. `responsible` is its owner, else the lead of the case; None while there is neither."""

    id: int
    speciality: str
    title: str
    status: str
    owner: str | None
    responsible: str | None
    created_at: datetime
    closed_at: datetime | None
    asked: tuple[Asked, ...]


def read_needs(session: Session, desk: Desk, case: Case) -> tuple[NeedLine, ...]:
    """The needs of a case, the one it began with first."""
    return tuple(_line(session, desk, case, need) for need in needs_of(session, case))


def needs_of(session: Session, case: Case) -> list[Need]:
    """The rows, in order."""
    return list(session.scalars(select(Need).where(Need.case_id == case.id).order_by(Need.id)))


def open_needs(session: Session, desk: Desk, case: Case, specialities: Iterable[Speciality]) -> list[Need]:
    """The needs that a new case begins with; its first event names them."""
    needs = [_new(desk, case, each, TITLES[each]) for each in specialities]
    session.add_all(needs)
    session.flush()
    return needs


def add_need(desk: Desk, number: str, speciality: Speciality, title: str, actor: str) -> int:
    """Staff find another need in an open case; gives its id. Raises `NoSuchCase` and `ImpossibleStep`."""
    with desk.database.transaction() as session:
        case = find_case(session, number)
        if case.status == Status.CLOSED:
            raise ImpossibleStep("a need in a closed case")
        need = _new(desk, case, speciality, title.strip() or TITLES[speciality])
        session.add(need)
        session.flush()
        note_need(session, desk, case, need, actor, "need_added", speciality=speciality)
        return need.id


def rename_need(desk: Desk, number: str, need_id: int, title: str, actor: str) -> None:
    """Give a need a title of its own."""
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        before, need.title = need.title, title.strip() or need.title
        note_need(session, desk, case, need, actor, "need_renamed", before=before)


def finish_need(desk: Desk, number: str, need_id: int, actor: str) -> None:
    """A need has been met."""
    _end(desk, number, need_id, NeedStatus.DONE, actor)


def drop_need(desk: Desk, number: str, need_id: int, actor: str) -> None:
    """A need is none after all."""
    _end(desk, number, need_id, NeedStatus.DROPPED, actor)


def reopen_need(desk: Desk, number: str, need_id: int, actor: str) -> None:
    """Take a finished need of an open case up again."""
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        if case.status == Status.CLOSED:
            raise ImpossibleStep("a need of a closed case")
        _revive(session, desk, case, need, actor)


def end_needs(session: Session, desk: Desk, case: Case, actor: str) -> None:
    """With the case end its needs: what somebody saw to is done, what nobody took is dropped."""
    for need in needs_of(session, case):
        if need.status in UNFINISHED:
            end = NeedStatus.DONE if need.status == NeedStatus.TAKEN else NeedStatus.DROPPED
            end_need(session, desk, case, need, end, actor)


def revive_needs(session: Session, desk: Desk, case: Case, closed_at: datetime, actor: str) -> None:
    """With the case come back the needs that ended with it."""
    for need in needs_of(session, case):
        if need.closed_at is not None and need.closed_at >= closed_at:
            _revive(session, desk, case, need, actor)


def end_need(session: Session, desk: Desk, case: Case, need: Need, end: NeedStatus, actor: str) -> None:
    """Finish or drop one need: who took it is done, who was only asked is asked no longer."""
    check_need(NeedStatus(need.status), end)
    need.status, need.closed_at = end, desk.now()
    for row in assignments_of(session, need):
        if row.status == AssignmentStatus.ACCEPTED:
            set_assignment(desk, row, AssignmentStatus.DONE)
        elif row.status == AssignmentStatus.OFFERED:
            set_assignment(desk, row, AssignmentStatus.WITHDRAWN)
    note_need(session, desk, case, need, actor, f"need_{end}")


def assignments_of(session: Session, need: Need) -> list[Assignment]:
    """Everybody who was asked for a need, in order."""
    return list(session.scalars(select(Assignment).where(Assignment.need_id == need.id).order_by(Assignment.id)))


def set_assignment(desk: Desk, row: Assignment, status: AssignmentStatus) -> None:
    """Move an assignment on. Raises `ImpossibleStep`."""
    check_assignment(AssignmentStatus(row.status), status)
    row.status, row.answered_at = status, desk.now()


def note_need(session: Session, desk: Desk, case: Case, need: Need, actor: str, kind: str, **detail: object) -> None:
    """An event about a need, and word of it to whoever watches."""
    record_event(session, desk, case, actor, kind, {"need": need.id, "title": need.title} | detail)
    tell_changed(session, desk, case)


def requalify(session: Session, desk: Desk, case: Case, need: Need, speciality: Speciality, actor: str) -> None:
    """The matter turns out to be another; the case follows the need it began with."""
    before = Speciality(need.speciality)
    need.title = TITLES[speciality] if need.title == TITLES[before] else need.title
    need.speciality = speciality
    if needs_of(session, case)[0].id == need.id:
        case.speciality = speciality
    note_need(session, desk, case, need, actor, "need_requalified", before=before, after=speciality)


def _new(desk: Desk, case: Case, speciality: Speciality, title: str) -> Need:
    return Need(case_id=case.id, speciality=speciality, title=title, status=NeedStatus.OPEN, created_at=desk.now())


def _end(desk: Desk, number: str, need_id: int, end: NeedStatus, actor: str) -> None:
    with desk.database.transaction() as session:
        case, need = find_need(session, number, need_id)
        if need.status != end:
            end_need(session, desk, case, need, end, actor)


def _revive(session: Session, desk: Desk, case: Case, need: Need, actor: str) -> None:
    held = need.status == NeedStatus.DONE and (need.owner_id or case.assignee_id) is not None
    wanted = NeedStatus.TAKEN if held else NeedStatus.OPEN
    check_need(NeedStatus(need.status), wanted)
    need.status, need.closed_at = wanted, None
    for row in assignments_of(session, need):
        if held and row.staff_id == need.owner_id and row.status == AssignmentStatus.DONE:
            set_assignment(desk, row, AssignmentStatus.ACCEPTED)
    note_need(session, desk, case, need, actor, "need_reopened")


def _line(session: Session, desk: Desk, case: Case, need: Need) -> NeedLine:
    owner, lead = (session.get(Staff, each) if each else None for each in (need.owner_id, case.assignee_id))
    responsible = owner or lead
    return NeedLine(
        need.id,
        need.speciality,
        need.title,
        need.status,
        owner.login if owner else None,
        responsible.login if responsible else None,
        need.created_at,
        need.closed_at,
        tuple(_asked(session, desk, row) for row in assignments_of(session, need)),
    )


def _asked(session: Session, desk: Desk, row: Assignment) -> Asked:
    to, name = row.body or "", body_name(desk, row.body or "")
    if row.staff_id is not None:
        staff = session.get_one(Staff, row.staff_id)
        to, name = staff.login, staff.name
    outside = row.staff_id is None
    return Asked(
        row.id, to, name, outside, row.status, row.reason, row.note, row.offered_by, row.offered_at, row.answered_at
    )


def body_name(desk: Desk, body: str) -> str:
    """The name of an outside body; its id when the catalogue no longer holds it."""
    return next((program.name for program in desk.catalogue.programs if program.id == body), body)
