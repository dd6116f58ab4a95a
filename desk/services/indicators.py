"""Use case: the indicators of a period, month by month, by their parts, and what needs attention."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk.domain.indicators.alarms import Raised, raised
from desk.domain.indicators.breakdown import Dimension, Line, break_down
from desk.domain.indicators.indicator import Figure
from desk.domain.indicators.log import Log
from desk.domain.indicators.measuring import Measured, measure_all
from desk.domain.indicators.period import Period
from desk.domain.indicators.registry import INDICATORS
from desk.services.context import Desk
from desk.services.indicator_log import read_log
from desk.services.indicator_talks import read_talks


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
    log = read_log(desk, period)
    months = _months(desk, log)
    return Report(
        period,
        measure_all(log),
        {each.id: tuple((month.period, each.measure(month)) for month in months) for each in INDICATORS},
        {dimension: break_down(log, dimension) for dimension in Dimension},
        raised(log),
    )


def _months(desk: Desk, log: Log) -> list[Log]:
    """The same record by months. What people wrote is added up anew for each; months to come are left out.

    Months have no parts: of the people in them it is not read where they are.
    """
    months = [month for month in log.period.months() if month.bounds(log.as_of.tzinfo)[0] < log.as_of]
    return [_of_month(desk, log, month) for month in months]


def _of_month(desk: Desk, log: Log, month: Period) -> Log:
    start, end = month.bounds(log.as_of.tzinfo)
    with desk.database.reading() as session:
        return log.during(month, read_talks(session, start, end))
