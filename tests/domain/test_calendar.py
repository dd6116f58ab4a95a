"""Opening hours and promises, on the days on which they are easily got wrong."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clock import JST
from desk.domain.calendar import Calendar, in_words
from desk.services.profile import load_profile
from desk.settings import ROOT

CALENDAR = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区").calendar


def at(text: str) -> datetime:
    """A moment in Japan: `2026-11-24 09:30`."""
    return datetime.fromisoformat(text).replace(tzinfo=JST)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-24 08:59", False),
        ("2026-11-24 09:00", True),
        ("2026-11-24 12:30", True),
        ("2026-11-24 16:59", True),
        ("2026-11-24 17:00", False),
        ("2026-11-28 10:00", False),
        ("2026-11-29 10:00", False),
        ("2026-11-23 10:00", False),
        ("2026-12-28 10:00", True),
        ("2026-12-29 10:00", False),
        ("2027-01-01 10:00", False),
        ("2027-01-04 10:00", True),
    ],
    ids=[
        "a minute before opening",
        "the opening minute",
        "at noon",
        "the last minute",
        "the closing minute",
        "Saturday",
        "Sunday",
        "勤労感謝の日",
        "the last day before the New Year closing",
        "the first day of the closing",
        "New Year's Day",
        "the first day of work",
    ],
)
def test_the_desk_is_open_on_weekdays_from_nine_to_five(moment: str, is_open: bool) -> None:
    assert CALENDAR.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2027, 3, 22), "春分の日の振替休日"),
        (date(2027, 5, 3), "憲法記念日"),
        (date(2026, 9, 22), "国民の休日 between two holidays"),
        (date(2028, 1, 3), "a closure of the year after next"),
    ],
)
def test_holidays_that_move_are_known(day: date, name: str) -> None:
    assert not CALENDAR.is_business_day(day), name


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-24 10:00", "2026-11-25 10:00"),
        ("2026-11-24 07:15", "2026-11-25 09:00"),
        ("2026-11-24 22:00", "2026-11-26 09:00"),
        ("2026-11-27 15:40", "2026-11-30 15:40"),
        ("2026-11-28 11:00", "2026-12-01 09:00"),
        ("2026-11-23 14:00", "2026-11-25 09:00"),
        ("2026-11-20 16:00", "2026-11-24 16:00"),
        ("2026-12-28 14:20", "2027-01-04 14:20"),
        ("2026-12-28 18:00", "2027-01-05 09:00"),
        ("2026-12-31 23:59", "2027-01-05 09:00"),
        ("2026-09-18 10:00", "2026-09-24 10:00"),
    ],
    ids=[
        "in business hours: the same time on the next day",
        "before opening: counted from the opening",
        "at night: counted from the next morning",
        "on Friday: on Monday",
        "on Saturday: counted from Monday",
        "on a holiday: counted from the day after",
        "before a long weekend",
        "hours before the New Year closing",
        "in the evening before the New Year closing",
        "on New Year's Eve",
        "before silver week",
    ],
)
def test_one_business_day_is_counted_from_when_the_desk_is_open(asked: str, due: str) -> None:
    assert CALENDAR.due_after(at(asked), 1) == at(due)


def test_a_promise_of_no_days_falls_due_when_the_desk_opens() -> None:
    assert CALENDAR.due_after(at("2026-11-21 10:00"), 0) == at("2026-11-24 09:00")


def test_several_business_days_skip_the_weekend_and_the_holiday() -> None:
    assert CALENDAR.due_after(at("2026-11-19 10:00"), 3) == at("2026-11-25 10:00")


def test_the_next_opening_while_open_is_now() -> None:
    assert CALENDAR.next_opening(at("2026-11-24 11:11")) == at("2026-11-24 11:11")


def test_a_desk_open_on_saturdays_follows_its_own_weekdays() -> None:
    calendar = Calendar(time(10), time(19), frozenset({1, 2, 3, 4, 5}), holidays=())

    assert calendar.is_open(at("2026-11-28 18:59"))
    assert calendar.next_opening(at("2026-11-28 19:00")) == at("2026-12-01 10:00")


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-24 09:30", "11月24日（火）9時30分"),
        ("2026-11-24 10:00", "11月24日（火）10時"),
        ("2027-01-04 09:05", "1月4日（月）9時5分"),
    ],
)
def test_a_moment_is_said_as_people_write_it(moment: str, words: str) -> None:
    assert in_words(at(moment)) == words


CLOSURES = (date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 2), date(2027, 1, 3))
moments = st.datetimes(datetime(2026, 4, 1), datetime(2028, 3, 31)).map(lambda each: each.replace(tzinfo=JST))
lengths = st.integers(0, 60 * 100).map(lambda minutes: timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("made", "hours", "due"),
    [
        ("2026-11-24 10:00", 4, "2026-11-24 14:00"),
        ("2026-11-24 13:00", 4, "2026-11-24 17:00"),
        ("2026-11-24 13:01", 4, "2026-11-25 09:01"),
        ("2026-11-24 18:30", 4, "2026-11-25 13:00"),
        ("2026-11-20 16:00", 4, "2026-11-24 12:00"),  # over the weekend and 勤労感謝の日
        ("2026-12-28 16:00", 4, "2027-01-04 12:00"),  # over the turn of the year
        ("2026-11-24 10:00", 20, "2026-11-26 14:00"),
    ],
)
def test_business_hours_run_only_while_the_desk_is_open(made: str, hours: int, due: str) -> None:
    assert CALENDAR.due_within(at(made), timedelta(hours=hours)) == at(due)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-24 10:00", "2026-11-24 12:00", 2),
        ("2026-11-20 16:00", "2026-11-24 10:00", 2),
        ("2026-11-21 10:00", "2026-11-23 10:00", 0),
        ("2026-11-24 12:00", "2026-11-24 10:00", 0),
        ("2026-11-24 08:00", "2026-11-25 20:00", 16),
    ],
)
def test_the_time_between_two_moments_leaves_closed_hours_out(start: str, end: str, hours: int) -> None:
    assert CALENDAR.open_between(at(start), at(end)) == timedelta(hours=hours)


@given(moments, lengths)
def test_what_is_due_within_some_hours_leaves_just_these_hours(moment: datetime, length: timedelta) -> None:
    due = CALENDAR.due_within(moment, length)
    assert CALENDAR.open_between(moment, due) == length
    assert due >= moment


@given(moments, lengths, lengths)
def test_more_time_is_never_due_earlier(moment: datetime, length: timedelta, more: timedelta) -> None:
    assert CALENDAR.due_within(moment, length) <= CALENDAR.due_within(moment, length + more)


@given(moments, lengths)
def test_nothing_falls_due_while_the_desk_is_closed(moment: datetime, length: timedelta) -> None:
    due = CALENDAR.due_within(moment, length)
    assert CALENDAR.is_business_day(due.date())
    assert CALENDAR.opens <= due.time() <= CALENDAR.closes
    assert due.date() not in CLOSURES


@given(moments, st.integers(1, 10))
def test_some_business_days_are_as_long_as_their_opening_hours(moment: datetime, days: int) -> None:
    due = CALENDAR.due_after(moment, days)
    assert CALENDAR.open_between(moment, due) == days * timedelta(hours=8)
