"""Cases in lists, as the staff API gives them: the most urgent first, found by status, speciality and words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Staff
from desk.services.context import Desk
from desk.services.leafing import PAGE_SIZE, Count, by_priority, count_all, count_some, ids_of
from desk.services.search_cases import says

BY_URGENCY = (by_priority(), Case.due_at, Case.id)


@dataclass(frozen=True)
class CaseLine:
    """A case in a list."""

    number: str
    status: str
    speciality: str
    priority: str
    channel: str
    created_at: datetime
    due_at: datetime
    assignee: str | None
    summary: str


@dataclass(frozen=True)
class Page:
    """One page of a list. `total` counts all that match; of those found by words no more than the first thousand."""

    lines: list[CaseLine]
    total: Count
    page: int


def list_cases(
    desk: Desk, status: str | None = None, speciality: str | None = None, q: str | None = None, page: int = 1
) -> Page:
    """Open cases, urgent before high before normal, then by when they fall due; then closed ones, the latest first."""
    with desk.database.reading() as session:
        where = list(_matching(session, status, speciality, q))
        # A word that most cases hold can be found at once, but not counted at once: its texts would all be read.
        total = count_some(session, where)[0] if q else Count(count_all(session, where))
        ids = ids_of(session, where, BY_URGENCY, PAGE_SIZE, (page - 1) * PAGE_SIZE)
        return Page(_lines(session, ids), total, page)


def _lines(session: Session, ids: Sequence[int]) -> list[CaseLine]:
    query = select(Case, Conversation.channel, Staff.login)
    query = query.join(Conversation, Conversation.id == Case.conversation_id)
    rows = session.execute(query.outerjoin(Staff, Staff.id == Case.assignee_id).where(Case.id.in_(ids)))
    lines = {row.id: line_of(row, channel, assignee) for row, channel, assignee in rows}
    return [lines[each] for each in ids]


def line_of(row: Case, channel: str, assignee: str | None) -> CaseLine:
    """A row as a line."""
    return CaseLine(
        row.number,
        row.status,
        row.speciality,
        row.priority,
        channel,
        row.created_at,
        row.due_at,
        assignee,
        row.summary,
    )


def _matching(
    session: Session, status: str | None, speciality: str | None, q: str | None
) -> Iterator[ColumnElement[bool]]:
    if status:
        yield Case.status == status
    if speciality:
        yield Case.speciality == speciality
    if q:
        yield says(session, q)
