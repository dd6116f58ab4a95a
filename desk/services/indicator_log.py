"""The record, read as the rows that indicators look at: from the log alone, without counters and words of people."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache, partial

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from desk.db.tables import (
    Assignment,
    Case,
    CaseEvent,
    CaseResult,
    Conversation,
    Need,
    Survey,
    UnansweredQuestion,
)
from desk.domain.calendar import Calendar
from desk.domain.deadlines import NORMAL, contact_due
from desk.domain.indicators.log import CaseRow, Log, NeedRow, OfferRow, Question, ResultRow
from desk.domain.indicators.period import Period
from desk.domain.needs import AssignmentStatus, NeedStatus
from desk.services.context import Desk
from desk.services.indicator_talks import AnyRow, Columns, Talks, read_places, read_talks, traits_by, traits_of
from desk.services.results import standing_results

#: by when somebody must have been reached, by when that began and its priority
Due = Callable[[datetime, str], datetime]
#: what is read of a case and its survey, and of a need
CASE: Columns = (
    *(Case.id, Case.created_at, Case.due_at, Case.contact_due_at, Case.priority, Case.reason, Case.consent_at),
    *(Case.linked_id, Case.replied_at, Case.reached_at, Case.closed_at, Case.satisfaction),
    *(Survey.asked_at, Survey.score, Survey.solved),
)
NEED: Columns = (Need.id, Need.case_id, Need.status, Need.created_at, Need.closed_at)
#: a need that somebody sees to, or has seen to
SEEN_TO = (NeedStatus.TAKEN, NeedStatus.DONE)
#: answers to being asked to take a need
ANSWERS = {AssignmentStatus.ACCEPTED: True, AssignmentStatus.DONE: True, AssignmentStatus.DECLINED: False}


def read_log(desk: Desk, period: Period) -> Log:
    """What the indicators of a period need to know: columns, in sets, each table once."""
    log, _ = _read(desk, period, [period])
    return log


def read_log_by_months(desk: Desk, period: Period) -> tuple[Log, list[Log]]:
    """The same, and once more for each calendar month of the period that has begun."""
    months = list(period.months())
    log, talks = _read(desk, period, months)
    talked = zip(months, talks, strict=True)
    return log, [log.during(month, each) for month, each in talked if month.bounds(log.as_of.tzinfo)[0] < log.as_of]


def _read(desk: Desk, period: Period, months: Sequence[Period]) -> tuple[Log, list[Talks]]:
    """The record of a period, and conversations added up anew for each of its months."""
    now, calendar = desk.now(), desk.calendar
    # A case and its first need begin at the same moment.
    due = cache(partial(contact_due, calendar))
    start, end = period.bounds(now.tzinfo)
    stretches = [month.bounds(now.tzinfo)[0] for month in months] + [end]
    with desk.database.reading() as session:
        talks, of_months = read_talks(session, stretches, read_places(session, start, end))
        log = Log(
            period=period,
            as_of=min(now, end),
            cases=_cases(session, calendar, due, start, end),
            results=_results(session, period),
            talks=talks,
            questions=_questions(session, start, end),
            needs=_needs(session, due, start, end),
            offers=_offers(session, start, end),
        )
    return log, of_months


def _cases(session: Session, calendar: Calendar, due: Due, start: datetime, end: datetime) -> tuple[CaseRow, ...]:
    """Those received in the period, and those that were still open in it."""
    wanted = (Case.created_at < end, or_(Case.closed_at.is_(None), Case.closed_at >= start, Case.created_at >= start))
    query = select(*CASE, *traits_by(Case.speciality)).join(Conversation, Conversation.id == Case.conversation_id)
    query = query.outerjoin(Survey, Survey.case_id == Case.id).where(*wanted).order_by(Case.id)
    first = _first_specialities(session, *wanted)
    return tuple(_case(calendar, due, row, first.get(row.id)) for row in session.execute(query))


def _case(calendar: Calendar, due: Due, row: AnyRow, first: str | None) -> CaseRow:
    scored_at = row.closed_at if row.satisfaction is not None else None
    return CaseRow(
        id=row.id,
        received_at=row.created_at,
        reply_due_at=row.due_at,
        contact_due_at=row.contact_due_at or due(row.created_at, row.priority),
        traits=traits_of(row),
        first_speciality=first,
        reason=row.reason,
        consented=row.consent_at is not None,
        linked=row.linked_id is not None,
        replied_at=row.replied_at,
        reply_hours=_open_hours(calendar, row.created_at, row.replied_at),
        reached_at=row.reached_at,
        closed_at=row.closed_at,
        surveyed_at=row.asked_at or scored_at,
        satisfaction=row.score if row.score is not None else row.satisfaction,
        solved=row.solved,
    )


def _open_hours(calendar: Calendar, start: datetime, end: datetime | None) -> float | None:
    return None if end is None else calendar.open_between(start, end) / timedelta(hours=1)


def _first_specialities(session: Session, *wanted: ColumnElement[bool]) -> dict[int, str]:
    first = CaseEvent.detail["speciality"].as_string()
    query = select(CaseEvent.case_id, first).join(Case, Case.id == CaseEvent.case_id)
    rows = session.execute(query.where(CaseEvent.kind == "opened", *wanted))
    return {case_id: speciality for case_id, speciality in rows if speciality}


def _results(session: Session, period: Period) -> tuple[ResultRow, ...]:
    """All up to the end: targets reach back over years."""
    standing = standing_results().where(CaseResult.happened_on < period.end).subquery()
    query = select(standing, *traits_by(Case.speciality)).join(Case, Case.id == standing.c.case_id)
    rows = session.execute(query.join(Conversation, Conversation.id == Case.conversation_id).order_by(standing.c.id))
    return tuple(ResultRow(row.case_id, row.kind, row.happened_on, row.amount_yen, traits_of(row)) for row in rows)


def _questions(session: Session, start: datetime, end: datetime) -> tuple[Question, ...]:
    table = UnansweredQuestion
    query = select(table.first_at, table.entry_id.is_not(None)).where(table.first_at >= start, table.first_at < end)
    return tuple(Question(first_at, bool(answered)) for first_at, answered in session.execute(query))


def _needs(session: Session, due: Due, start: datetime, end: datetime) -> tuple[NeedRow, ...]:
    query = select(*NEED, *traits_by(Need.speciality)).join(Case, Case.id == Need.case_id)
    query = query.join(Conversation, Conversation.id == Case.conversation_id)
    rows = session.execute(query.where(Need.created_at >= start, Need.created_at < end).order_by(Need.id))
    accepted, led = _accepted(session, start), _led(session, start)
    return tuple(
        NeedRow(
            opened_at=row.created_at,
            wait_until=due(row.created_at, NORMAL),
            taken_at=accepted.get(row.id) or (led.get(row.case_id) if row.status in SEEN_TO else None),
            closed_at=row.closed_at,
            traits=traits_of(row),
        )
        for row in rows
    )


def _accepted(session: Session, since: datetime) -> dict[int, datetime]:
    """When somebody first said yes to a need."""
    of_need = CaseEvent.detail["need"].as_integer()
    query = select(of_need, func.min(CaseEvent.at)).where(CaseEvent.kind == "need_accepted", CaseEvent.at >= since)
    return {row[0]: row[1] for row in session.execute(query.group_by(of_need))}


def _led(session: Session, since: datetime) -> dict[int, datetime]:
    """When a case first had a lead, who sees to what nobody else has taken."""
    somebody = CaseEvent.detail["assignee"].as_string().is_not(None)
    query = select(CaseEvent.case_id, func.min(CaseEvent.at))
    query = query.where(CaseEvent.kind == "assigned", somebody, CaseEvent.at >= since)
    return {row[0]: row[1] for row in session.execute(query.group_by(CaseEvent.case_id))}


def _offers(session: Session, start: datetime, end: datetime) -> tuple[OfferRow, ...]:
    query = select(Assignment.offered_at, Assignment.status, *traits_by(Need.speciality))
    query = query.join(Need, Need.id == Assignment.need_id).join(Case, Case.id == Need.case_id)
    query = query.join(Conversation, Conversation.id == Case.conversation_id)
    rows = session.execute(query.where(Assignment.offered_at >= start, Assignment.offered_at < end))
    return tuple(OfferRow(row.offered_at, ANSWERS.get(AssignmentStatus(row.status)), traits_of(row)) for row in rows)
