"""Leafing through cases that fit: page by page, open ones before closed ones, counted as far as anybody would leaf."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, case, func, select
from sqlalchemy.orm import Session

from desk.db.tables import Case
from desk.domain.cases import Status
from desk.domain.deadlines import PRIORITIES
from desk.services.queue_filters import is_open

PAGE_SIZE = 50
#: more than this is not counted and not leafed through: whoever has more to look at narrows the search
MOST = 1_000
LATEST_CLOSED = (Case.closed_at.desc(), Case.id.desc())
Where = list[ColumnElement[bool]]


@dataclass(frozen=True)
class Count:
    """How many there are; `more` when there are more than anybody counts."""

    shown: int
    more: bool = False


def by_priority() -> ColumnElement[int]:
    """The place of a case by its priority, for ordering: 0 is the most urgent."""
    return case({name: place for place, name in enumerate(PRIORITIES)}, value=Case.priority, else_=len(PRIORITIES))


def ids_of(session: Session, where: Where, order: Sequence[Any], limit: int, offset: int) -> list[int]:
    """Open cases in an order, after them closed ones, the latest first.

    They are asked for one after the other: each order has its index, both together have none.
    """
    open_ones, closed_ones = [*where, is_open()], [*where, Case.status == Status.CLOSED]
    ids = _ids(session, open_ones, order, limit, offset)
    if len(ids) < limit:
        before = len(ids) + offset if ids else count_all(session, open_ones)
        ids += _ids(session, closed_ones, LATEST_CLOSED, limit - len(ids), max(0, offset - before))
    return ids


def count_all(session: Session, where: Where) -> int:
    """How many there are, however many."""
    return session.scalar(select(func.count(Case.id)).where(*where)) or 0


def count_some(session: Session, *wheres: Where) -> list[Count]:
    """How many there are of each, asked at once; counting stops where nobody would go on leafing."""
    found = session.execute(select(*map(_at_most, wheres))).one()
    return [Count(min(number, MOST), more=number > MOST) for number in found]


def _ids(session: Session, where: Where, order: Sequence[Any], limit: int, offset: int) -> list[int]:
    return list(session.scalars(select(Case.id).where(*where).order_by(*order).limit(limit).offset(offset)))


def _at_most(where: Where) -> ScalarSelect[int]:
    found = select(Case.id).where(*where).limit(MOST + 1).subquery()
    return select(func.count()).select_from(found).scalar_subquery()
