"""The calls of a grant with Japan's dates, and what is doubtful about them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from desk.jgrants.reading import Grant, Round

ONE_CALL = "Jグランツ掲載の募集"


@dataclass(frozen=True)
class DatedCall:
    """A call from its first to its last day in Japan; at least one of the two is known, and they are in order."""

    name: str
    opens_on: date | None
    closes_on: date | None


def calls_of(grant: Grant) -> tuple[DatedCall, ...]:
    """The calls of a grant, newest first; calls without a date or with swapped dates are left out."""
    calls = {call for each in _rounds(grant) if (call := _dated(each)) is not None}
    return tuple(sorted(calls, key=_newest, reverse=True))


def doubts_of(grant: Grant) -> Iterator[str]:
    """What a person must look up: no dates, swapped dates, an end at midnight that names the next day."""
    if not calls_of(grant):
        yield "募集期間を読み取れませんでした。公募要領で確認してください"
    if any(_swapped(each) for each in _rounds(grant)):
        yield "開始と締切が逆の募集があり、取り込んでいません"
    for end in sorted({each.acceptance_end_datetime for each in _rounds(grant)} - {None}, key=str):
        if end is not None and end.time() == time.min:
            yield f"締切が{end.month}月{end.day}日0時。実際の最終日は前日のおそれがあります"


def _rounds(grant: Grant) -> tuple[Round, ...]:
    """The calls of version 2; the grant's own dates when there is none with a date."""
    dated = tuple(each for each in grant.workflow if each.acceptance_start_datetime or each.acceptance_end_datetime)
    return dated or (
        Round(
            acceptance_start_datetime=grant.acceptance_start_datetime,
            acceptance_end_datetime=grant.acceptance_end_datetime,
        ),
    )


def _dated(told: Round) -> DatedCall | None:
    opens, closes = _day(told.acceptance_start_datetime), _day(told.acceptance_end_datetime)
    if _swapped(told) or (opens is None and closes is None):
        return None
    return DatedCall(told.fiscal_year_round or ONE_CALL, opens, closes)


def _swapped(told: Round) -> bool:
    start, end = told.acceptance_start_datetime, told.acceptance_end_datetime
    return start is not None and end is not None and start > end


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment is not None else None


def _newest(call: DatedCall) -> tuple[date, date, str]:
    return (call.opens_on or date.min, call.closes_on or date.max, call.name)
