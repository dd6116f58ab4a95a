"""Days and hours, seen from Sunday, 22 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from bot.entities.dates import find_dates, find_month
from bot.entities.times import find_times
from bot.text.normal import normalise
from tests.bot.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12月1日", "2026-12-01"), ("１２／１に", "2026-12-01"), ("11月3日", "2027-11-03"), ("2027/1/15", "2027-01-15"),
        ("令和8年12月24日", "2026-12-24"), ("来年1月20日", "2027-01-20"), ("あさって", "2026-11-24"), ("明日の午後", "2026-11-23"),
        ("来週の火曜", "2026-11-24"), ("再来週金曜日", "2026-12-04"), ("次の金曜日", "2026-11-27"), ("日曜日", "2026-11-29"),
        ("来月の十日", "2026-12-10"), ("今月末", "2026-11-30"), ("3月末まで", "2027-03-31"), ("3日後", "2026-11-25"),
        ("2週間後", "2026-12-06"), ("一か月後", "2026-12-22"), ("15日に伺います", "2026-12-15"), ("十二月一日", "2026-12-01"),
        ("令8年12月24日", "2026-12-24"),
    ],
)  # fmt: skip
def test_days(text: str, day: str) -> None:
    assert [found.value for found in find_dates(normalise(text).text, TODAY)] == [day]


@pytest.mark.parametrize(
    "text",
    ["2月30日", "13月1日", "3日間", "10日以内", "3日で終わる", "日本", "火を使う", "土地"],
)
def test_no_days(text: str) -> None:
    assert find_dates(normalise(text).text, TODAY) == []


def test_no_era_has_years_without_end() -> None:
    assert find_dates(f"令和{'9' * 400}年13月1日", TODAY) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [("来年4月ごろ", date(2027, 4, 1)), ("3月から", date(2027, 3, 1)), ("来月", date(2026, 12, 1)), ("来年度", date(2027, 4, 1)),
     ("来年の春", date(2027, 4, 1)), ("年明け", date(2027, 1, 1)), ("すぐにでも", TODAY), ("そのうち", None)],
)  # fmt: skip
def test_months_for_the_start_of_a_project(text: str, month: date | None) -> None:
    assert find_month(normalise(text).text, TODAY) == month


@pytest.mark.parametrize(
    ("text", "clock"),
    [("午後3時半", "15:30"), ("15時", "15:00"), ("15:30", "15:30"), ("10時", "10:00"), ("3時", "15:00"), ("午前9時15分", "09:15"),
     ("夕方5時", "17:00"), ("正午", "12:00"), ("十時半", "10:30"), ("昼の1時", "13:00"), ("3pm", None), ("午前0時", "00:00")],
)  # fmt: skip
def test_hours(text: str, clock: str | None) -> None:
    assert [found.value for found in find_times(normalise(text).text)] == ([clock] if clock else [])


@pytest.mark.parametrize("text", ["3時間かかる", "25時", "一時的に", "12:75", "時代"])
def test_no_hours(text: str) -> None:
    assert find_times(normalise(text).text) == []
