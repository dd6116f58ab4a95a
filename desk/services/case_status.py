"""Use case: tell a person how their case stands, in the conversation it was opened in and nowhere else.

Case numbers follow one another, so a number alone proves nothing: from elsewhere not even its existence is told.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from desk.db.tables import Case
from desk.domain.cases import Speciality, Status
from desk.services.context import Desk

#: while a case is here, nobody has answered yet and the promise runs
PROMISED = (Status.NEW, Status.ASSIGNED)


@dataclass(frozen=True)
class Progress:
    """Where a case stands. `late` says that the promised time has passed without an answer."""

    number: str
    status: Status
    speciality: Speciality
    due_at: datetime
    late: bool


def find_progress(desk: Desk, conversation_id: str, number: str | None) -> Progress | None:
    """The case with the number, else the newest one that people have; None when this conversation has none."""
    query = select(Case).where(Case.conversation_id == conversation_id, Case.consent_at.is_not(None))
    if number is not None:
        query = query.where(Case.number == number)
    with desk.database.reading() as session:
        case = session.scalar(query.order_by(Case.id.desc()).limit(1))
        return _progress(desk, case) if case is not None else None


def _progress(desk: Desk, case: Case) -> Progress:
    status = Status(case.status)
    late = status in PROMISED and case.due_at < desk.now()
    return Progress(case.number, status, Speciality(case.speciality), case.due_at, late)
