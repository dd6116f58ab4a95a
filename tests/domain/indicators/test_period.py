"""Stretches of local days: half-open, in fiscal years, by months."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk.clock import JST
from desk.domain.indicators.period import (
    ImpossiblePeriod,
    Period,
    fiscal_year,
    fiscal_year_in_words,
    fiscal_year_of,
    years_before,
)

DAYS = some.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_a_fiscal_year_goes_from_april_to_march() -> None:
    year = fiscal_year(2026)

    assert (year.start, year.end, year.last_day, year.days) == (
        date(2026, 4, 1),
        date(2027, 4, 1),
        date(2027, 3, 31),
        365,
    )
    assert year.in_words == "2026年4月1日〜2027年3月31日"
    assert fiscal_year_in_words(2026) == "令和8年度（2026年度）"


@given(DAYS)
def test_every_day_lies_in_its_own_fiscal_year_alone(day: date) -> None:
    year = fiscal_year_of(day)

    assert [fiscal_year(each).holds(day) for each in (year - 1, year, year + 1)] == [False, True, False]


@given(DAYS, some.integers(1, 900))
def test_months_cover_a_period_without_gap_and_without_overlap(start: date, length: int) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + length))

    months = list(period.months())

    assert (months[0].start, months[-1].end) == (period.start, period.end)
    assert all(one.end == other.start for one, other in pairwise(months))
    assert all(month.start.month == month.last_day.month for month in months)


def test_the_end_does_not_belong_to_it() -> None:
    june = Period(date(2026, 6, 1), date(2026, 7, 1))

    assert june.holds(datetime(2026, 6, 30, 23, 59, tzinfo=JST))
    assert not june.holds(datetime(2026, 7, 1, 0, 0, tzinfo=JST))


def test_its_bounds_are_midnights_of_japan() -> None:
    start, _ = fiscal_year(2026).bounds(JST)

    assert start.astimezone(UTC) == datetime(2026, 3, 31, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("end", [date(2026, 4, 1), date(2026, 3, 31), date(2037, 4, 1)])
def test_a_period_without_days_or_without_measure_is_refused(end: date) -> None:
    with pytest.raises(ImpossiblePeriod):
        Period(date(2026, 4, 1), end)


def test_years_back_from_a_leap_day_lead_to_the_day_before_march() -> None:
    assert years_before(date(2028, 2, 29), 5) == date(2023, 2, 28)
    assert fiscal_year(2026).reaching_back(5) == Period(date(2022, 4, 1), date(2027, 4, 1))
