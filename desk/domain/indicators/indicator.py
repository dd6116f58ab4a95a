"""What an indicator is: its name, what it divides by what and of whom, its target, and how a figure stands to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.indicators.log import Log
from desk.domain.indicators.period import DAYS_OF_A_YEAR, LEAP_DAYS, Period


class Group(StrEnum):
    """Where an indicator hangs in the tree."""

    FOUNDATION = "foundation"
    TECHNOLOGY = "technology"
    ECOSYSTEM = "ecosystem"
    SERVICE = "service"
    BOT = "bot"
    UNMET = "unmet"


class Level(StrEnum):
    """How far an indicator stands from what the desk does day by day: the plan's levels, and daily work."""

    KGI = "kgi"
    KSI = "ksi"
    OUTCOME = "outcome"
    OUTPUT = "output"
    WORK = "work"


class Unit(StrEnum):
    """What a value counts."""

    CASES = "cases"
    TIMES = "times"
    COMPANIES = "companies"
    YEN = "yen"
    PERCENT = "percent"
    HOURS = "hours"
    DAYS = "days"


class Span(StrEnum):
    """For what stretch a target is meant."""

    YEAR = "year"
    ALWAYS = "always"
    #: the years up to the end of the period; how many stands in the indicator
    CUMULATIVE = "cumulative"


class Standing(StrEnum):
    """How a figure stands to its target."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    UNDER_WAY = "under_way"
    NO_TARGET = "no_target"
    NO_DATA = "no_data"


@dataclass(frozen=True)
class Target:
    """What is aimed at, and who says so: an item of the plan, or the desk's own rule."""

    amount: float
    span: Span
    source: str


@dataclass(frozen=True)
class Figure:
    """A value with what it was made of. `value` is None when there was nothing to measure: no data, not zero."""

    value: float | None
    numerator: float | None
    denominator: int | None = None


@dataclass(frozen=True)
class Indicator:
    """One indicator. `measure` is a pure function over the record; the words say exactly what it does."""

    id: str
    name: str
    group: Group
    level: Level
    unit: Unit
    #: who or what is looked at
    cohort: str
    numerator: str
    measure: Callable[[Log], Figure]
    denominator: str | None = None
    target: Target | None = None
    lower_is_better: bool = False
    #: years of a cumulative target; 0 means since the record began
    years: int = 0
    #: what a reader must know to not be misled
    note: str = ""


@dataclass(frozen=True)
class Unmeasured:
    """An item of the plan that the desk's record cannot tell, and why."""

    id: str
    name: str
    group: Group
    level: Level
    target: Target
    why: str


def target_of(indicator: Indicator, period: Period) -> float | None:
    """The target for a period: that of a year in proportion to its days, any other as it stands."""
    if indicator.target is None:
        return None
    if indicator.target.span is not Span.YEAR:
        return indicator.target.amount
    return round(indicator.target.amount * _years(period), 1)


def standing_of(indicator: Indicator, figure: Figure, period: Period, today: date) -> Standing:
    """How a figure stands. A period that still runs is held against the share of the year that is over."""
    target = target_of(indicator, period)
    if figure.value is None:
        return Standing.NO_DATA
    if indicator.target is None or target is None:
        return Standing.NO_TARGET
    if _reaches(indicator, figure.value, target):
        return Standing.REACHED
    if indicator.target.span is Span.CUMULATIVE:
        return Standing.UNDER_WAY
    if indicator.target.span is Span.YEAR and today < period.end:
        over = max(0, (today - period.start).days) / period.days
        return Standing.ON_TRACK if figure.value >= target * over else Standing.BEHIND
    return Standing.BEHIND


def count(rows: int) -> Figure:
    """A number of things: none is 0."""
    return Figure(rows, rows)


def share(part: int, whole: int) -> Figure:
    """A percentage; of nothing there is none."""
    return Figure(round(100 * part / whole, 1) if whole else None, part, whole)


def _reaches(indicator: Indicator, value: float, target: float) -> bool:
    return value <= target if indicator.lower_is_better else value >= target


def _years(period: Period) -> float:
    """How many years a period has; a leap day more makes none longer."""
    years = period.days / DAYS_OF_A_YEAR
    return round(years) if period.days % DAYS_OF_A_YEAR < LEAP_DAYS else years
