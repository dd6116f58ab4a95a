"""Use case: what people needed and the desk did not have, for those who make policy; nobody can be recognised in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk.db.tables import Assignment, UnansweredQuestion, Verdicts
from desk.domain.indicators.breakdown import hide_few
from desk.domain.indicators.measuring import Measured, measure
from desk.domain.indicators.period import Period
from desk.domain.indicators.unmet import UNMET, left_needs
from desk.domain.masking import mask
from desk.domain.needs import AssignmentStatus
from desk.domain.utterances import Utterance, leak
from desk.services.context import Desk
from desk.services.indicator_log import read_log

#: so many questions are shown
SHOWN = 50
#: counts by name, the largest first; None for what is too few to be told
Counts = Mapping[str, int | None]
OTHER = ""


@dataclass(frozen=True)
class Missed:
    """A question without an answer, and how often it was asked until now; None for a text that might name somebody."""

    text: str | None
    count: int
    first_at: datetime
    last_at: datetime


@dataclass(frozen=True)
class Unmet:
    """What was missing in a period."""

    period: Period
    measured: tuple[Measured, ...]
    questions: list[Missed]
    #: purpose, place and industry of those for whom no program was found; the empty name is "not known"
    purposes: Counts
    areas: Counts
    industries: Counts
    #: specialities of needs that nobody took in time
    specialities: Counts
    #: why somebody who was asked declined
    refusals: Mapping[str, int]


def read_unmet(desk: Desk, period: Period) -> Unmet:
    """Everything that was missing in a period."""
    log = read_log(desk, period)
    bounds = period.bounds(log.as_of.tzinfo)
    with desk.database.reading() as session:
        facts = _facts_without_program(session, *bounds)
        return Unmet(
            period=period,
            measured=tuple(measure(log, indicator) for indicator in UNMET),
            questions=_questions(session, *bounds),
            purposes=_counted(purpose for each in facts for purpose in each.get("purposes") or [OTHER]),
            areas=_counted(each.get("area") or OTHER for each in facts),
            industries=_counted(each.get("industry") or OTHER for each in facts),
            specialities=_counted(need.traits.speciality or OTHER for need in left_needs(log)),
            refusals=_refusals(session, *bounds),
        )


def _counted(names: Iterable[str]) -> Counts:
    return hide_few(Counter(names))


def _questions(session: Session, start: datetime, end: datetime) -> list[Missed]:
    """Those asked within the period, first or again, the most frequent first."""
    table = UnansweredQuestion
    query = select(table).where(table.entry_id.is_(None), table.last_at >= start, table.first_at < end)
    rows = session.scalars(query.order_by(table.count.desc(), table.last_at.desc(), table.id).limit(SHOWN))
    return [Missed(_fit_to_show(row.text), row.count, row.first_at, row.last_at) for row in rows]


def _fit_to_show(text: str) -> str | None:
    """The words of a person were hidden in part when they were stored; what still looks like a name stays here."""
    hidden = mask(text).text
    return None if leak(Utterance(hidden)) else hidden


def _facts_without_program(session: Session, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """What was known of those whose last list of the period was empty."""
    within = (Verdicts.at >= start, Verdicts.at < end)
    last = select(func.max(Verdicts.id)).where(*within).group_by(Verdicts.conversation_id)
    empty = Verdicts.items[0]["id"].as_string().is_(None)
    return list(session.scalars(select(Verdicts.facts).where(Verdicts.id.in_(last), empty)))


def _refusals(session: Session, start: datetime, end: datetime) -> dict[str, int]:
    declined = or_(Assignment.status == AssignmentStatus.DECLINED, Assignment.reason.is_not(None))
    query = select(Assignment.reason, func.count(Assignment.id)).where(
        declined, Assignment.offered_at >= start, Assignment.offered_at < end
    )
    rows = session.execute(query.group_by(Assignment.reason).order_by(func.count(Assignment.id).desc()))
    return {reason or OTHER: number for reason, number in rows}
