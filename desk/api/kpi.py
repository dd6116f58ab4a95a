"""The indicators of the desk, for whoever reports on it."""

from datetime import date, datetime
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field

from desk.api.access import audited, need_token
from desk.channels.request import desk_of
from desk.domain.audit import Kind
from desk.domain.indicators.indicator import Group, Level, Span, Standing, Unit, Unmeasured
from desk.domain.indicators.measuring import Measured
from desk.domain.indicators.period import chosen_period
from desk.domain.indicators.registry import UNMEASURED
from desk.services.context import Desk
from desk.services.indicators import measure_period

router = APIRouter(prefix="/api/kpi", tags=["staff"], dependencies=[Depends(need_token)])


class Indicator(BaseModel):
    """One indicator: `value` is null when there was nothing to measure. Percentages go from 0 to 100, money is yen."""

    id: str
    name: str
    group: Group
    level: Level
    value: float | None
    numerator: float | None
    denominator: int | None
    unit: Unit
    #: for the period asked for: that of a year in proportion to its days
    target: float | None
    target_span: Span | None
    target_source: str | None
    standing: Standing
    cohort: str
    numerator_text: str
    denominator_text: str | None
    note: str

    @classmethod
    def of(cls, measured: Measured) -> Self:
        """From the domain."""
        each, target = measured.indicator, measured.indicator.target
        return cls(
            id=each.id,
            name=each.name,
            group=each.group,
            level=each.level,
            value=measured.figure.value,
            numerator=measured.figure.numerator,
            denominator=measured.figure.denominator,
            unit=each.unit,
            target=measured.target,
            target_span=target.span if target else None,
            target_source=target.source if target else None,
            standing=measured.standing,
            cohort=each.cohort,
            numerator_text=each.numerator,
            denominator_text=each.denominator,
            note=each.note,
        )


class Missing(BaseModel):
    """An item of the plan that this desk's record cannot tell."""

    id: str
    name: str
    group: Group
    level: Level
    target: float
    target_source: str
    why: str

    @classmethod
    def of(cls, each: Unmeasured) -> Self:
        """From the domain."""
        return cls(
            id=each.id,
            name=each.name,
            group=each.group,
            level=each.level,
            target=each.target.amount,
            target_source=each.target.source,
            why=each.why,
        )


class Stretch(BaseModel):
    """From the beginning of one day of Japan until before the beginning of another."""

    start: date = Field(serialization_alias="from")
    end: date = Field(serialization_alias="to")


class Indicators(BaseModel):
    """All indicators of a period, read at a moment."""

    period: Stretch
    as_of: datetime
    items: list[Indicator]
    not_measured: list[Missing]


@router.get("", dependencies=[Depends(audited(Kind.INDICATORS_READ))])
def read_indicators(
    desk: Annotated[Desk, Depends(desk_of)],
    start: Annotated[date | None, Query(alias="from", description="期間の最初の日（日本時間）")] = None,
    end: Annotated[date | None, Query(alias="to", description="期間の終わり。この日は含みません")] = None,
) -> Indicators:
    """Every indicator with numerator, denominator, cohort and target; without days, of this fiscal year.

    `from` belongs to the period, `to` does not: `from=2026-04-01&to=2027-04-01` is the fiscal year 2026.
    """
    now = desk.now()
    period = chosen_period(start, end, now.date())
    return Indicators(
        period=Stretch(start=period.start, end=period.end),
        as_of=now,
        items=[Indicator.of(each) for each in measure_period(desk, period)],
        not_measured=[Missing.of(each) for each in UNMEASURED],
    )
