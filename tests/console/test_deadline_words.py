"""Deadlines are told in words: until when, how much of the desk's time is left, and what follows."""

from datetime import datetime, time, timedelta

import pytest

from desk.clock import JST
from desk.console.deadline_words import NEXT, TITLES, deadline_lines, open_time
from desk.domain.calendar import Calendar
from desk.domain.deadlines import Clock
from desk.domain.outlook import Outlook
from desk.domain.reminders import Rung

CALENDAR = Calendar(time(9), time(17, 30), frozenset(range(5)), frozenset())
DUE = datetime(2026, 11, 25, 10, tzinfo=JST)
NOTHING = timedelta()


def test_every_clock_and_every_rung_has_words() -> None:
    assert (set(TITLES), set(NEXT)) == (set(Clock), set(Rung))


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(minutes=59), "59分"),
        (timedelta(hours=5, minutes=30), "5時間"),
        (timedelta(hours=8, minutes=30), "1営業日"),
        (timedelta(hours=19), "2営業日と2時間"),
    ],
)
def test_time_is_counted_in_days_of_the_desk(length: timedelta, text: str) -> None:
    assert open_time(length, CALENDAR) == text


def test_a_deadline_that_has_gone_by_says_so_in_words() -> None:
    late = Outlook(Clock.FIRST_REPLY, DUE, True, NOTHING, timedelta(hours=2), Rung.LATE, DUE + timedelta(days=1))
    soon = Outlook(Clock.CONTACT, DUE, False, timedelta(hours=3), NOTHING, Rung.SOON, DUE - timedelta(hours=1))

    first, second = deadline_lines([late, soon], "new", CALENDAR)

    assert (first.title, first.late) == ("返事の期限", True)
    assert first.text == "期限超過：11月25日（水）10時まで（営業時間で2時間過ぎています）"
    assert first.note == "11月26日（木）10時に責任者に知らせます"
    assert (second.title, second.late) == ("お話しする期限", False)
    assert second.text == "11月25日（水）10時まで（営業時間であと3時間）"


def test_without_a_deadline_it_is_said_why() -> None:
    assert deadline_lines([], "closed", CALENDAR)[0].text == "完了しています"
    assert "待たせている返事はありません" in deadline_lines([], "in_progress", CALENDAR)[0].text
