"""Stretches of local days: half-open, so that neighbouring ones neither overlap nor leave a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

#: the fiscal year of municipalities begins on 1 April
FIRST_MONTH = 4
#: the era that began on 1 May 2019
REIWA_BEFORE = 2018
DAYS_OF_A_YEAR = 365
LONGEST_YEARS = 10
#: leap days that the longest period can have
LEAP_DAYS = 4


class ImpossiblePeriod(ValueError):
    """A period that ends before it begins, or is too long to be read."""


@dataclass(frozen=True)
class Period:
    """From the beginning of `start` to the beginning of `end`, days of Japan."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if not self.start < self.end or self.end.year - self.start.year > LONGEST_YEARS:
            raise ImpossiblePeriod(f"{self.start} – {self.end}")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days

    @property
    def last_day(self) -> date:
        """The last day that belongs to it."""
        return self.end - timedelta(days=1)

    @property
    def in_words(self) -> str:
        """2026年4月1日〜2027年3月31日."""
        return f"{_day(self.start)}〜{_day(self.last_day)}"

    def holds(self, moment: datetime | date) -> bool:
        """Whether a day, or the day of a moment (an aware time of Japan), belongs to it."""
        day = moment.date() if isinstance(moment, datetime) else moment
        return self.start <= day < self.end

    def bounds(self, zone: tzinfo | None) -> tuple[datetime, datetime]:
        """Its two ends as moments."""
        return datetime.combine(self.start, time(), zone), datetime.combine(self.end, time(), zone)

    def months(self) -> Iterator["Period"]:
        """Its calendar months, the first and the last cut where the period begins and ends."""
        start = self.start
        while start < self.end:
            end = min(_next_month(start), self.end)
            yield Period(start, end)
            start = end

    def reaching_back(self, years: int) -> "Period":
        """The `years` years up to the same end."""
        return Period(years_before(self.end, years), self.end)


def fiscal_year(year: int) -> Period:
    """The fiscal year that begins in April of `year`."""
    return Period(date(year, FIRST_MONTH, 1), date(year + 1, FIRST_MONTH, 1))


def fiscal_year_of(day: date) -> int:
    """The fiscal year in which a day lies."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def chosen_period(start: date | None, end: date | None, today: date) -> Period:
    """The period between two days; a missing one is that of its fiscal year. Without both it is this fiscal year."""
    if start is None and end is None:
        return fiscal_year(fiscal_year_of(today))
    if start is None:
        assert end is not None
        return Period(fiscal_year(fiscal_year_of(end - timedelta(days=1))).start, end)
    return Period(start, end or fiscal_year(fiscal_year_of(start)).end)


def fiscal_year_in_words(year: int) -> str:
    """令和8年度（2026年度）."""
    return f"令和{year - REIWA_BEFORE}年度（{year}年度）"


def years_before(day: date, years: int) -> date:
    """The same day so many years ago; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
