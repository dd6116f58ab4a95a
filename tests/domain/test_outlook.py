"""A deadline in the desk's own time: what is left, what has gone by, and who hears of it next."""

from datetime import date, datetime, time, timedelta

import pytest

from desk.clock import JST
from desk.domain.calendar import Calendar
from desk.domain.deadlines import Clock, Deadline
from desk.domain.outlook import outlook_of
from desk.domain.reminders import Rung, rung_at

#: 23 November is a holiday
CALENDAR = Calendar(time(9), time(17), frozenset(range(5)), frozenset({date(2026, 11, 23)}))
HOUR = timedelta(hours=1)
#: Tuesday after a long weekend, an hour after opening
DUE = Deadline(Clock.FIRST_REPLY, datetime(2026, 11, 24, 10, tzinfo=JST))


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=JST)


@pytest.mark.parametrize(
    ("now", "left", "over", "rung", "moment"),
    [
        (at(20, 9), 9 * HOUR, 0 * HOUR, Rung.SOON, at(20, 16)),
        (at(21, 12), 1 * HOUR, 0 * HOUR, Rung.DUE, at(24, 10)),
        (at(24, 12), 0 * HOUR, 2 * HOUR, Rung.LATE, at(25, 10)),
        (at(25, 11), 0 * HOUR, 9 * HOUR, None, None),
    ],
    ids=["before the weekend", "on the weekend", "two hours late", "a day late"],
)
def test_nights_weekends_and_holidays_do_not_count(
    now: datetime, left: timedelta, over: timedelta, rung: Rung | None, moment: datetime | None
) -> None:
    seen = outlook_of(CALENDAR, DUE, now)

    assert (seen.left, seen.over, seen.overdue) == (left, over, over > timedelta())
    assert (seen.next_rung, seen.next_at) == (rung, moment)


def test_the_ladder_is_climbed_at_the_very_moment_that_was_announced() -> None:
    for clock in Clock:
        deadline = Deadline(clock, DUE.due_at)
        seen = outlook_of(CALENDAR, deadline, at(18, 9))
        assert seen.next_at is not None
        assert rung_at(CALENDAR, deadline, seen.next_at - timedelta(minutes=1)) is None
        assert rung_at(CALENDAR, deadline, seen.next_at) is seen.next_rung
