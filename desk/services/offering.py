"""Asking the fitting coordinator for a need, inside the caller's transaction; with nobody there, the leads are told."""

from sqlalchemy.orm import Session

from desk.db.tables import Case, Need, Staff
from desk.domain.cases import Speciality
from desk.domain.notifications import Kind
from desk.domain.roles import Role
from desk.domain.staffing import choose
from desk.services.asking import offer, recipients
from desk.services.context import Desk
from desk.services.coordinators import roster
from desk.services.needs import assignments_of, note_need
from desk.services.notifications import notify


def ask_somebody(session: Session, desk: Desk, case: Case, need: Need, actor: str = "bot", note: str = "") -> bool:
    """Ask who fits best and was not asked before. Nobody does: the need waits with the leads under the same promise."""
    people = roster(session)
    asked_before = recipients(assignments_of(session, need)) | {need.owner_id or 0}
    by = max(case.due_at, desk.calendar.due_after(desk.now(), 1))
    chosen = choose(Speciality(need.speciality), people, desk.calendar, desk.now(), by, asked_before)
    if chosen is None:
        if people:
            note_need(session, desk, case, need, "bot", "nobody_free", speciality=need.speciality)
        notify(session, desk, case.assignee_id or Role.LEAD, Kind.UNOWNED, case)
        return False
    offer(session, desk, case, need, session.get_one(Staff, chosen.id), actor, note)
    return True
