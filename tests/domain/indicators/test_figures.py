"""Every indicator of the registry: a figure worked out by hand, and nothing to measure told from zero."""

import pytest

from desk.domain.indicators.indicator import Indicator
from desk.domain.indicators.registry import BY_ID, INDICATORS
from tests.domain.indicators.building import EARLIER, JUNE, YEAR, case, log, need, offer, question, result, talk
from tests.domain.indicators.examples import EXAMPLES

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.id)
#: measured by a middle value: without rows there is none, although it divides by nothing
MIDDLES = {"first_reply_median", "first_reply_nine_of_ten", "days_to_close"}


def test_every_indicator_has_an_example_and_no_example_is_of_anything_else() -> None:
    assert set(EXAMPLES) == set(BY_ID)


@each_indicator
def test_a_figure_is_what_was_worked_out_by_hand_and_not_zero(indicator: Indicator) -> None:
    record, expected = EXAMPLES[indicator.id]

    assert indicator.measure(record) == expected
    assert expected.value


@each_indicator
def test_nothing_to_divide_by_is_no_data_and_nothing_to_count_is_zero(indicator: Indicator) -> None:
    figure = indicator.measure(log())

    if indicator.denominator or indicator.id in MIDDLES:
        assert (figure.value, figure.denominator) == (None, 0)
    else:
        assert (figure.value, figure.denominator) == (0, None)


@each_indicator
def test_rows_that_are_not_of_the_cohort_change_nothing(indicator: Indicator) -> None:
    # given people, talks and results of whom nothing is known that an indicator looks for
    others = log(
        cases=[case(EARLIER, linked=True, closed_at=EARLIER)],
        results=[result("applied"), result("contracted")],
        questions=[question(at=EARLIER)],
        needs=[need(EARLIER)],
        offers=[offer(None), offer(True, EARLIER)],
    )

    assert indicator.measure(others).value in (0, None)


@each_indicator
def test_a_share_is_of_its_own_cohort_so_that_it_never_exceeds_all(indicator: Indicator) -> None:
    figure = indicator.measure(EXAMPLES[indicator.id][0])

    if indicator.denominator:
        assert figure.numerator is not None
        assert figure.denominator is not None
        assert 0 <= figure.numerator <= figure.denominator
        assert figure.value == round(100 * figure.numerator / figure.denominator, 1)


def test_a_promise_that_can_still_be_kept_is_not_yet_broken() -> None:
    # given a case of this morning, and one whose time is up
    record = log(as_of=JUNE, cases=[case(JUNE), case(EARLIER.replace(year=2026, month=5))])

    assert BY_ID["first_reply_in_time"].measure(record).denominator == 1


def test_a_conversation_that_may_go_on_is_neither_resolved_nor_abandoned() -> None:
    record = log(as_of=JUNE, talks=[talk(requests=1, pending="area")])

    assert BY_ID["resolved_without_person"].measure(record).denominator == 0
    assert BY_ID["abandoned"].measure(record).denominator == 0


def test_what_was_open_in_spring_is_told_although_it_is_closed_by_now() -> None:
    spring, *_ = YEAR.months()
    april = YEAR.bounds(JUNE.tzinfo)[0]
    record = log(period=spring, cases=[case(april, closed_at=JUNE), case(april, replied_at=JUNE, closed_at=JUNE)])

    assert BY_ID["open_cases"].measure(record).value == 2
    assert BY_ID["overdue_cases"].measure(record).value == 2


def test_the_median_of_replies_names_how_many_it_rests_on() -> None:
    assert EXAMPLES["first_reply_median"][1].denominator == 5
