"""Use case: enter events and clinics, and tell people which are still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, select

from desk.db.tables import OccasionRow, Staff
from desk.domain.occasions import Occasion, OccasionKind, check_occasion, when
from desk.services.context import Desk

log = structlog.get_logger(__name__)

#: so many are told at once in a chat
TOLD = 5
#: so many that are over are listed for staff
PAST = 20
COLUMNS = ("title", "text", "host", "place", "starts_at", "ends_at", "url")


class NoSuchOccasion(LookupError):
    """There is no event or clinic of this id, or it was called off."""


@dataclass(frozen=True)
class Entered:
    """An occasion with its id, and who wrote it last and when."""

    id: int
    occasion: Occasion
    author: str
    at: datetime


def coming(desk: Desk, kind: OccasionKind | None = None, limit: int | None = None) -> Sequence[Entered]:
    """Those that are not over, the next one first."""
    query = _entered().where(OccasionRow.ends_at > desk.now()).order_by(OccasionRow.starts_at, OccasionRow.id)
    return _read(desk, (query if kind is None else query.where(OccasionRow.kind == kind)).limit(limit))


def past(desk: Desk) -> Sequence[Entered]:
    """The last ones that are over, the newest first."""
    query = _entered().where(OccasionRow.ends_at <= desk.now()).order_by(OccasionRow.ends_at.desc(), OccasionRow.id)
    return _read(desk, query.limit(PAST))


def save_occasion(desk: Desk, occasion_id: int | None, occasion: Occasion, staff_id: int) -> None:
    """Enter one, or change one. Raises `NoSuchOccasion`, `Backwards` and `Over`."""
    check_occasion(occasion, desk.now())
    with desk.database.transaction() as session:
        row = OccasionRow() if occasion_id is None else session.get(OccasionRow, occasion_id)
        if row is None or row.called_off_at is not None:
            raise NoSuchOccasion(occasion_id)
        row.kind, row.staff_id, row.at = occasion.kind, staff_id, desk.now()
        for column in COLUMNS:
            setattr(row, column, getattr(occasion, column))
        session.add(row)
    log.info("occasion_saved", kind=occasion.kind, staff=staff_id)


def call_off(desk: Desk, occasion_id: int, staff_id: int) -> None:
    """Tell nobody of it any more. Raises `NoSuchOccasion`."""
    with desk.database.transaction() as session:
        row = session.get(OccasionRow, occasion_id)
        if row is None or row.called_off_at is not None:
            raise NoSuchOccasion(occasion_id)
        row.called_off_at, row.staff_id = desk.now(), staff_id
    log.info("occasion_called_off", occasion=occasion_id, staff=staff_id)


def told_of(desk: Desk, kind: OccasionKind) -> list[dict[str, Any]]:
    """What a chat shows of those to come."""
    return [_card(entered) for entered in coming(desk, kind, TOLD)]


def _card(entered: Entered) -> dict[str, Any]:
    it = entered.occasion
    return {
        "id": f"occasion-{entered.id}",
        "title": it.title,
        "text": "\n".join((when(it), f"場所：{it.place}", it.text)),
        "url": it.url,
        "source": it.host,
        "as_of": entered.at.date().isoformat(),
    }


def _entered() -> Select[OccasionRow, str]:
    query = select(OccasionRow, Staff.name).join(Staff, Staff.id == OccasionRow.staff_id)
    return query.where(OccasionRow.called_off_at.is_(None))


def _read(desk: Desk, query: Select[OccasionRow, str]) -> list[Entered]:
    with desk.database.reading() as session:
        return [_of(row, author) for row, author in session.execute(query)]


def _of(row: OccasionRow, author: str) -> Entered:
    told = {column: getattr(row, column) for column in COLUMNS}
    return Entered(row.id, Occasion(kind=OccasionKind(row.kind), **told), author, row.at)
