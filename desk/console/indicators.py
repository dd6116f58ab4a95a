"""The indicators of the desk: the tree with its charts, the yearly report, what was missing, a table to take away."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console import indicator_words
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, show
from desk.console.sheets import Value, sheet
from desk.domain.audit import Kind
from desk.domain.indicators.breakdown import BROKEN_DOWN
from desk.domain.indicators.indicator import Group
from desk.domain.indicators.measuring import Measured
from desk.domain.indicators.period import (
    Period,
    chosen_period,
    fiscal_year,
    fiscal_year_in_words,
    fiscal_year_of,
)
from desk.domain.indicators.registry import UNMEASURED
from desk.domain.roles import Permission
from desk.services.context import Desk
from desk.services.indicators import measure_period, report_period
from desk.services.staff import Member
from desk.services.unmet import read_unmet

HOME = "/console/indicators"
#: fiscal years that can be chosen by name
YEARS = 5
COLUMNS = (
    *("ID", "指標", "区分", "段階", "値", "単位", "分子", "分母", "目標", "状況", "目標の出典"),
    *("対象", "分子の定義", "分母の定義", "注", "期間の最初の日", "期間の最後の日"),
)

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[
        Depends(signed_in),
        Depends(requires(Permission.READ_INDICATORS)),
        Depends(audited(Kind.INDICATORS_READ)),
    ],
)


class Asked(BaseModel):
    """The period the address asks for: a fiscal year, or a first and a last day; forms send empty texts for neither."""

    model_config = ConfigDict(frozen=True)

    year: Annotated[int, Field(ge=2019, le=2100)] | Literal[""] = ""
    first: date | Literal[""] = ""
    last: date | Literal[""] = ""

    def period(self, today: date) -> Period:
        """Days go before the year; without either it is this fiscal year. Raises `ImpossiblePeriod`."""
        if self.year and not (self.first or self.last):
            return fiscal_year(self.year)
        return chosen_period(self.first or None, self.last + timedelta(days=1) if self.last else None, today)


Wanted = Annotated[Asked, Query()]


@router.get("")
def indicators(desk: TheDesk, member: SignedIn, asked: Wanted) -> Response:
    """The tree with value, target and months of each indicator."""
    return _page("indicators/page.html", desk, member, asked)


@router.get("/report")
def report(desk: TheDesk, member: SignedIn, asked: Wanted) -> Response:
    """Everything with its definitions, made for paper."""
    return _page("indicators/report.html", desk, member, asked)


@router.get("/unmet")
def unmet(desk: TheDesk, member: SignedIn, asked: Wanted) -> Response:
    """What people needed and the desk did not have."""
    period = asked.period(desk.now().date())
    return show(
        "indicators/unmet.html",
        member=member,
        found=read_unmet(desk, period),
        **_frame(desk, period, f"{HOME}/unmet"),
    )


@router.get("/table.csv")
def table(desk: TheDesk, asked: Wanted) -> Response:
    """The figures of a period for a spreadsheet."""
    period = asked.period(desk.now().date())
    name = f"指標_{period.start:%Y%m%d}-{period.last_day:%Y%m%d}"
    return sheet(name, COLUMNS, _rows(measure_period(desk, period), period, period.end > desk.now().date()))


def _page(template: str, desk: Desk, member: Member, asked: Asked) -> Response:
    period = asked.period(desk.now().date())
    found = report_period(desk, period)
    return show(
        template,
        member=member,
        found=found,
        tree={group: [each for each in found.measured if each.indicator.group is group] for group in Group},
        unmeasured={group: [each for each in UNMEASURED if each.group is group] for group in Group},
        broken_down=BROKEN_DOWN,
        ward=desk.profile.ward,
        desk_name=desk.profile.name,
        **_frame(desk, period, HOME),
    )


def _frame(desk: Desk, period: Period, here: str) -> dict[str, Any]:
    """What every page of indicators has: the words, the period, and the years to choose from."""
    this_year = fiscal_year_of(desk.now().date())
    return {
        "say": indicator_words,
        "period": period,
        "period_name": _name_of(period),
        "years": {year: fiscal_year_in_words(year) for year in range(this_year, this_year - YEARS, -1)},
        "now": desk.now(),
        "here": here,
        "asked": f"first={period.start}&last={period.last_day}",
    }


def _name_of(period: Period) -> str:
    """令和8年度（2026年度） for a whole fiscal year, else its days."""
    year = fiscal_year_of(period.start)
    return fiscal_year_in_words(year) if period == fiscal_year(year) else period.in_words


def _rows(measured: tuple[Measured, ...], period: Period, running: bool) -> Iterator[tuple[Value, ...]]:
    days = (str(period.start), str(period.last_day))
    for each in measured:
        item, figure = each.indicator, each.figure
        source = item.target.source if item.target else None
        place = (indicator_words.GROUPS[item.group], indicator_words.LEVELS[item.level])
        value = (figure.value, indicator_words.UNITS[item.unit], figure.numerator, figure.denominator)
        standing = (each.target, indicator_words.standing(each, running)[1], source)
        words = (item.cohort, item.numerator, item.denominator, item.note)
        yield (item.id, item.name, *place, *value, *standing, *words, *days)
    for missing in UNMEASURED:
        place = (indicator_words.GROUPS[missing.group], indicator_words.LEVELS[missing.level])
        goal = (missing.target.amount, "この仕組みではまだ測れません", missing.target.source)
        yield (missing.id, missing.name, *place, None, None, None, None, *goal, None, None, None, missing.why, *days)
