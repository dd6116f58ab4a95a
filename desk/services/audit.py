"""The record of who read and changed what; nothing else writes it. Its rules stand in `desk/domain/audit.py`."""

from collections.abc import Mapping
from contextlib import closing
from datetime import timedelta
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desk.db.tables import AuditEntry
from desk.domain.audit import BEGINNING, Checked, Doer, Entry, Kind, seal, walk
from desk.services.context import Desk

#: a page that keeps itself fresh counts as read again after so long
ONCE_WITHIN = timedelta(minutes=15)
#: entries of one person about one thing that are looked through for being the same
_LOOKED_THROUGH = 100
#: two that write at once would both follow the same row; PostgreSQL lets them wait for each other by this number
_QUEUE = 0x6175646974


def record(
    session: Session, desk: Desk, doer: Doer, kind: Kind, subject: str = "", detail: Mapping[str, Any] | None = None
) -> None:
    """Add an entry within a use case's transaction, as its last step: others who record wait until its end."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:queue)"), {"queue": _QUEUE})
    newest = select(AuditEntry.id, AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1)
    number, previous = session.execute(newest).first() or (0, BEGINNING)
    at, detail = desk.now(), dict(detail or {})
    entry = AuditEntry(id=number + 1, at=at, actor=doer.name, via=doer.via, kind=kind, subject=subject, detail=detail)
    entry.previous = previous
    entry.hash = seal(entry.id, at, (doer.name, doer.via, kind, subject), detail, previous)
    session.add(entry)
    session.flush()


def record_now(desk: Desk, doer: Doer, kind: Kind, subject: str = "", detail: Mapping[str, Any] | None = None) -> None:
    """Add an entry at once, before something is shown or tried: what cannot be recorded does not happen."""
    with desk.database.transaction() as session:
        record(session, desk, doer, kind, subject, detail)


def record_once(desk: Desk, doer: Doer, kind: Kind, subject: str = "", detail: Mapping[str, Any] | None = None) -> None:
    """The same for a page that asks again and again by itself: one entry in a quarter of an hour."""
    with desk.database.reading() as session:
        lately = (
            select(AuditEntry.detail)
            .where(AuditEntry.actor == doer.name, AuditEntry.kind == kind, AuditEntry.subject == subject)
            .where(AuditEntry.at > desk.now() - ONCE_WITHIN)
            .order_by(AuditEntry.id.desc())
            .limit(_LOOKED_THROUGH)
        )
        known = dict(detail or {}) in session.scalars(lately).all()
    if not known:
        record_now(desk, doer, kind, subject, detail)


def check_record(desk: Desk) -> Checked:
    """Follow the chain through the whole record."""
    with desk.database.reading() as session:
        query = select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=1000)
        with closing(session.scalars(query)) as rows:
            return walk(entry_of(row) for row in rows)


def has_head(desk: Desk, head: str) -> bool:
    """Whether a hash that was noted down earlier still stands in the record."""
    with desk.database.reading() as session:
        return session.scalar(select(AuditEntry.id).where(AuditEntry.hash == head)) is not None


def entry_of(row: AuditEntry) -> Entry:
    """A row of the record."""
    return Entry(row.id, row.at, row.actor, row.via, row.kind, row.subject, row.detail, row.previous, row.hash)
