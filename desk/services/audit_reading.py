"""Looking into the record of who read and changed what: filters, pages, and the whole as lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, String, cast, select

from desk.clock import JST
from desk.db.tables import AuditEntry, Staff
from desk.domain.audit import Entry
from desk.services.audit import entry_of
from desk.services.context import Desk

PAGE_SIZE = 100
#: entries of one export; whoever needs more narrows the time
LONGEST_EXPORT = 50_000


@dataclass(frozen=True)
class Sought:
    """What an auditor asks for. Days are those of Japan, both included; `word` finds searches for that very word."""

    actor: str = ""
    subject: str = ""
    kind: str = ""
    since: date | None = None
    until: date | None = None
    word: str = ""
    #: only entries with a smaller number: the next page
    before: int | None = None


@dataclass(frozen=True)
class Found:
    """The latest entries first; `next_before` leads to older ones when there are any."""

    entries: list[Entry]
    next_before: int | None


def read_record(desk: Desk, sought: Sought) -> Found:
    """One page."""
    with desk.database.reading() as session:
        rows = session.scalars(_query(desk, sought).limit(PAGE_SIZE + 1)).all()
    shown = [entry_of(row) for row in rows[:PAGE_SIZE]]
    return Found(shown, shown[-1].number if len(rows) > PAGE_SIZE else None)


def export_record(desk: Desk, sought: Sought) -> Iterator[Entry]:
    """All that fits, the latest first, up to the longest export."""
    with desk.database.reading() as session:
        for row in session.scalars(_query(desk, sought).limit(LONGEST_EXPORT)):
            yield entry_of(row)


def actors(desk: Desk) -> dict[str, str]:
    """Login and name of everybody of whom the record may tell, those who have left included."""
    with desk.database.reading() as session:
        everybody = session.scalars(select(Staff).order_by(Staff.name, Staff.login))
        return {staff.login: staff.name for staff in everybody}


def _query(desk: Desk, sought: Sought) -> Select[AuditEntry]:
    return select(AuditEntry).where(*_filters(desk, sought)).order_by(AuditEntry.id.desc())


def _filters(desk: Desk, sought: Sought) -> Iterator[ColumnElement[bool]]:
    columns = {"actor": AuditEntry.actor, "subject": AuditEntry.subject, "kind": AuditEntry.kind}
    for name, column in columns.items():
        if wanted := getattr(sought, name):
            yield column == wanted
    if sought.since:
        yield AuditEntry.at >= _midnight(sought.since)
    if sought.until:
        yield AuditEntry.at < _midnight(sought.until + timedelta(days=1))
    if sought.word:
        yield cast(AuditEntry.detail, String).contains(desk.safeguards.digest(sought.word))
    if sought.before:
        yield AuditEntry.id < sought.before


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), JST)
