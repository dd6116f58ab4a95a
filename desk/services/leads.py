"""Who leads a case: given by staff, or claimed by whoever is first; the lead's needs go with the lead."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from desk.db.tables import Case, Staff
from desk.domain.cases import Status
from desk.domain.needs import UNFINISHED, AssignmentStatus, ImpossibleStep
from desk.domain.notifications import Kind
from desk.services import asking
from desk.services.case_rows import AlreadyTaken, find_case, find_caseworker, staff_name, tell_changed
from desk.services.context import Desk
from desk.services.needs import needs_of
from desk.services.notifications import notify


def set_lead(session: Session, desk: Desk, case: Case, login: str | None, actor: str) -> None:
    """Give the case to somebody, or to nobody, within the caller's transaction. Raises `NoSuchStaff`, `NoCaseworker`.

    Needs of the lead before go to the new one. The need the case began with is the lead's, whoever was asked for it.
    """
    staff, before = find_caseworker(session, login) if login else None, case.assignee_id
    asking.become_lead(session, desk, case, staff, actor)
    needs = [need for need in needs_of(session, case) if need.status in UNFINISHED]
    for need in needs:
        if before is not None and need.owner_id == before and (staff is None or staff.id != before):
            asking.release(session, desk, need)
    if staff is not None:
        if needs and needs[0].owner_id is None:
            asking.withdraw_others(session, desk, needs[0], None)
        notify(session, desk, staff.id, Kind.ASSIGNED, case, actor)
    for need in needs:
        asking.settle(session, case, need)


def claim_case(desk: Desk, number: str, actor: str) -> None:
    """Lead a case that nobody leads, with its first need and those one was asked for: whoever is first has it.

    Raises `AlreadyTaken`, which names who was, and `ImpossibleStep` for a closed case.
    """
    with desk.database.transaction() as session:
        case, staff = find_case(session, number), find_caseworker(session, actor)
        if case.status == Status.CLOSED:
            raise ImpossibleStep("a closed case cannot be claimed")
        if case.assignee_id != staff.id:
            _claim(session, case, staff)
            asking.become_lead(session, desk, case, staff, actor)
        _take_own(session, desk, case, staff)
        tell_changed(session, desk, case)


def _claim(session: Session, case: Case, staff: Staff) -> None:
    """The row itself decides who was first, on both databases."""
    first = update(Case).where(Case.id == case.id, Case.assignee_id.is_(None)).values(assignee_id=staff.id)
    won = session.execute(first.returning(Case.id)).first()
    session.refresh(case)
    if won is None:
        raise AlreadyTaken(staff_name(session, case.assignee_id))


def _take_own(session: Session, desk: Desk, case: Case, staff: Staff) -> None:
    needs = [need for need in needs_of(session, case) if need.status in UNFINISHED and need.owner_id is None]
    for place, need in enumerate(needs):
        row = asking.asked_of(session, need, staff.id)
        asked = row is not None and row.status == AssignmentStatus.OFFERED
        if place == 0 or asked:
            asking.take(session, desk, case, need, staff)
        else:
            asking.settle(session, case, need)
