"""Rows of the record as tests write them: a fiscal year, and what happened in it."""

from datetime import date, datetime, timedelta
from typing import Any

from desk.clock import JST
from desk.domain.indicators.log import CaseRow, Log, NeedRow, OfferRow, Question, ResultRow, Talk, Traits
from desk.domain.indicators.period import Period, fiscal_year

YEAR = fiscal_year(2026)
JUNE = datetime(2026, 6, 3, 10, 0, tzinfo=JST)
IN_JUNE = JUNE.date()
EARLIER = datetime(2025, 6, 3, 10, 0, tzinfo=JST)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def log(period: Period = YEAR, as_of: datetime | None = None, **rows: Any) -> Log:
    """The record of a period that is over, unless told otherwise."""
    over = period.bounds(JST)[1]
    return Log(period, as_of or over, **{name: tuple(each) for name, each in rows.items()})


def case(at: datetime = JUNE, **more: Any) -> CaseRow:
    """A consultation that came in at a time; whatever is not said did not happen."""
    traits = Traits(**{name: more.pop(name) for name in list(more) if name in ("speciality", "channel", "area")})
    due = {"reply_due_at": at + DAY, "contact_due_at": at + 3 * DAY}
    return CaseRow(**({"id": 1, "received_at": at, "traits": traits} | due | more))


def result(kind: str, on: date = IN_JUNE, amount: int | None = None, **more: Any) -> ResultRow:
    """Something that came of a case."""
    return ResultRow(**({"case_id": 1, "kind": kind, "on": on, "amount_yen": amount} | more))


def talk(**more: Any) -> Talk:
    """Somebody wrote one message that was read, and then nothing more."""
    return Talk(**({"traits": Traits(), "last_at": JUNE, "messages": 1, "read": 1} | more))


def need(at: datetime = JUNE, **more: Any) -> NeedRow:
    """A topic that somebody should have taken within three days."""
    return NeedRow(**({"opened_at": at, "wait_until": at + 3 * DAY} | more))


def offer(accepted: bool | None, at: datetime = JUNE) -> OfferRow:
    """Somebody was asked to take a need."""
    return OfferRow(at, accepted)


def question(answered: bool = False, at: datetime = JUNE) -> Question:
    """A question without an entry when it was asked."""
    return Question(at, answered)
