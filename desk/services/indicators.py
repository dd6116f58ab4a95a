"""Use case: the indicators of a period, month by month, by their parts, and what needs attention."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.indicators.alarms import Raised, raised
from desk.domain.indicators.breakdown import Dimension, Line, break_down
from desk.domain.indicators.indicator import Figure
from desk.domain.indicators.measuring import Measured, measure_all
from desk.domain.indicators.period import Period
from desk.domain.indicators.registry import INDICATORS
from desk.services.context import Desk
from desk.services.indicator_log import read_log, read_log_by_months


@dataclass(frozen=True)
class Report:
    """All that is shown of a period."""

    period: Period
    measured: tuple[Measured, ...]
    #: id of the indicator → one figure for each month of the period that has begun
    months: Mapping[str, tuple[tuple[Period, Figure], ...]]
    parts: Mapping[Dimension, list[Line]]
    alarms: list[Raised]


def measure_period(desk: Desk, period: Period) -> tuple[Measured, ...]:
    """Every indicator of a period."""
    return measure_all(read_log(desk, period))


def report_period(desk: Desk, period: Period) -> Report:
    """Every indicator of a period with its months, its parts and what needs attention."""
    log, months = read_log_by_months(desk, period)
    return Report(
        period,
        measure_all(log),
        {each.id: tuple((month.period, each.measure(month)) for month in months) for each in INDICATORS},
        {dimension: break_down(log, dimension) for dimension in Dimension},
        raised(log),
    )
