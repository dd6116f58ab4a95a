"""Opening hours and promises, on the days on which they are easily got wrong."""

from datetime import date, datetime, time

import pytest

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
