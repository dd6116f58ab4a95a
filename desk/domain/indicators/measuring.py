"""Figures of a period: each indicator with its target, and month by month."""

from dataclasses import dataclass
from datetime import date

from desk.domain.indicators.indicator import Figure, Indicator, Standing, standing_of, target_of
from desk.domain.indicators.log import Log
from desk.domain.indicators.registry import INDICATORS


@dataclass(frozen=True)
class Measured:
    """One indicator, measured."""

    indicator: Indicator
    figure: Figure
    target: float | None
    standing: Standing


def measure(log: Log, indicator: Indicator) -> Measured:
    """One indicator over the record of a period."""
    figure, today = indicator.measure(log), _today(log)
    return Measured(
        indicator, figure, target_of(indicator, log.period), standing_of(indicator, figure, log.period, today)
    )


def measure_all(log: Log) -> tuple[Measured, ...]:
    """Every indicator, in the order of the tree."""
    return tuple(measure(log, indicator) for indicator in INDICATORS)


def _today(log: Log) -> date:
    """The day until which the record could be read; the end of a period that is over."""
    return log.as_of.date()
