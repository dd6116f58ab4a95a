"""Use case: write notes on a case for colleagues. They never reach the person, and nobody changes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.db.tables import Case, CaseNote, Staff
from desk.domain.masking import mask
from desk.domain.mentions import mentioned
from desk.domain.notifications import Kind
from desk.services.case_events import record_event
from desk.services.case_rows import find_case, find_staff
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.notifications import notify


@dataclass(frozen=True)
class Note:
    """What somebody wrote for colleagues."""

    id: int
    author: str
    text: str
    at: datetime


def write_note(desk: Desk, number: str, text: str, login: str) -> None:
    """Keep a note and tell those whom it mentions. Numbers that nobody may store are hidden here, too.

    Raises `NoSuchCase` and `NoSuchStaff`.
    """
    with desk.database.transaction() as session:
        case, author = find_case(session, number), find_staff(session, login)
        note = CaseNote(case_id=case.id, staff_id=author.id, text=mask(text).text, at=desk.now())
        session.add(note)
        session.flush()
        record_event(session, desk, case, login, "noted", {"note_id": note.id})
        colleagues = session.scalars(select(Staff).where(Staff.active)).all()
        ids = {each.login: each.id for each in colleagues}
        for called in mentioned(text, {each.login: each.name for each in colleagues}):
            notify(session, desk, ids[called], Kind.MENTIONED, case, login)
    desk.changes.report(CASES)


def notes_of(desk: Desk, number: str) -> Sequence[Note]:
    """All notes on a case, oldest first."""
    query = select(CaseNote, Staff.name).join(Staff, Staff.id == CaseNote.staff_id)
    query = query.join(Case, Case.id == CaseNote.case_id).where(Case.number == number)
    with desk.database.reading() as session:
        return [Note(row.id, name, row.text, row.at) for row, name in session.execute(query.order_by(CaseNote.id))]
