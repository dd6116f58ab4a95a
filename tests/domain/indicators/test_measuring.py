"""How figures stand to their targets, in a year that is over and in one that runs."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk.clock import JST
from desk.domain.indicators.indicator import Standing, target_of
from desk.domain.indicators.measuring import measure, measure_all
from desk.domain.indicators.period import Period, fiscal_year
from desk.domain.indicators.registry import BY_ID, INDICATORS, UNMEASURED
from tests.domain.indicators.building import DAY, EARLIER, JUNE, case, log, need, offer, result

CONSULTATIONS = BY_ID["consultations"]
OCTOBER = datetime(2026, 10, 1, 10, 0, tzinfo=JST)


def test_everything_is_measured_in_the_order_of_the_tree() -> None:
    assert [each.indicator for each in measure_all(log())] == list(INDICATORS)


@pytest.mark.parametrize(
    ("period", "target"),
    [
        (fiscal_year(2026), 500),
        (fiscal_year(2027), 500),  # 366 days
        (Period(date(2024, 4, 1), date(2027, 4, 1)), 1500),
        (Period(date(2026, 4, 1), date(2026, 5, 1)), 41.1),
    ],
)
def test_the_target_of_a_year_goes_with_the_length_of_the_period(period: Period, target: float) -> None:
    assert target_of(CONSULTATIONS, period) == target


def test_a_target_that_always_holds_does_not_go_with_the_length() -> None:
    april = Period(date(2026, 4, 1), date(2026, 5, 1))

    assert (target_of(BY_ID["satisfaction"], april), target_of(BY_ID["startups"], april)) == (90, 30)


@pytest.mark.parametrize(("cases", "standing"), [(500, Standing.REACHED), (499, Standing.BEHIND)])
def test_a_year_that_is_over_has_reached_its_target_or_not(cases: int, standing: Standing) -> None:
    assert measure(log(cases=[case()] * cases), CONSULTATIONS).standing is standing


@pytest.mark.parametrize(
    ("cases", "standing"), [(251, Standing.ON_TRACK), (250, Standing.BEHIND), (0, Standing.BEHIND)]
)
def test_a_year_that_runs_is_held_against_the_part_that_is_over(cases: int, standing: Standing) -> None:
    # given 183 of 365 days, for which 250.7 would be due
    assert measure(log(as_of=OCTOBER, cases=[case()] * cases), CONSULTATIONS).standing is standing


def test_a_sum_of_several_years_is_under_way_until_it_is_reached() -> None:
    funded = measure(log(results=[result("funded", amount=1)]), BY_ID["funding"])
    reached = measure(log(results=[result("funded", amount=3_000_000_000)]), BY_ID["funding"])

    assert (funded.standing, reached.standing) == (Standing.UNDER_WAY, Standing.REACHED)


def test_fewer_is_better_where_it_is() -> None:
    assert measure(log(), BY_ID["overdue_cases"]).standing is Standing.REACHED
    assert measure(log(cases=[case()]), BY_ID["overdue_cases"]).standing is Standing.BEHIND


def test_a_month_of_a_year_is_measured_like_that_month_by_itself() -> None:
    # given what lies before, within and after June, and what was open or closed at its ends
    june = Period(date(2026, 6, 1), date(2026, 7, 1))
    days = (EARLIER, JUNE - 40 * DAY, JUNE, JUNE + 40 * DAY)
    ends = (None, JUNE - 20 * DAY, JUNE + DAY, JUNE + 60 * DAY)
    cases = [case(day, closed_at=end, satisfaction=4) for day in days for end in ends if end is None or end > day]
    record = log(
        cases=cases, needs=map(need, days), offers=[offer(False, day) for day in days], results=[result("sales")]
    )

    month = record.during(june, ())

    assert len(month.cases) < len(cases)
    alone = replace(record, period=june, as_of=june.bounds(JST)[1])
    assert [each.figure for each in measure_all(month)] == [each.figure for each in measure_all(alone)]


def test_without_data_nothing_is_reached_and_nothing_missed() -> None:
    assert measure(log(), BY_ID["satisfaction"]).standing is Standing.NO_DATA
    assert measure(log(), BY_ID["bot_conversations"]).standing is Standing.NO_TARGET


def test_ids_are_unique_and_items_that_cannot_be_measured_say_why() -> None:
    ids = [each.id for each in (*INDICATORS, *UNMEASURED)]

    assert len(ids) == len(set(ids))
    assert all(each.why.endswith("。") for each in UNMEASURED)
    assert all(each.target.source.startswith("計画") for each in UNMEASURED)
