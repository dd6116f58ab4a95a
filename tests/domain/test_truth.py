"""Kleene logic keeps the unknown unknown, and says what is missing."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.truth import FALSE, TRUE, Gap, Truth, Why, agreement, all_of, any_of, known, negate, unknown

EMPLOYEES = Gap("employees", Why.NOT_ASKED)
CAPITAL = Gap("capital_yen", Why.DECLINED)
MAYBE = unknown(EMPLOYEES)


@pytest.mark.parametrize(("left", "right"), list(product([TRUE, FALSE, MAYBE], repeat=2)))
def test_and_is_false_as_soon_as_one_side_is_false(left: Truth, right: Truth) -> None:
    both = all_of([left, right]).holds
    expected = False if False in (left.holds, right.holds) else None if None in (left.holds, right.holds) else True
    assert both is expected


@pytest.mark.parametrize(("left", "right"), list(product([TRUE, FALSE, MAYBE], repeat=2)))
def test_or_is_true_as_soon_as_one_side_is_true(left: Truth, right: Truth) -> None:
    either = any_of([left, right]).holds
    expected = True if True in (left.holds, right.holds) else None if None in (left.holds, right.holds) else False
    assert either is expected


def test_nothing_required_is_met_and_nothing_offered_is_not() -> None:
    assert all_of([]) == TRUE
    assert any_of([]) == FALSE


def test_not_leaves_the_unknown_unknown_with_its_reason() -> None:
    assert negate(TRUE) == FALSE
    assert negate(FALSE) == TRUE
    assert negate(MAYBE) == MAYBE


def test_an_unknown_names_every_missing_answer() -> None:
    assert all_of([MAYBE, TRUE, unknown(CAPITAL)]).gaps == {EMPLOYEES, CAPITAL}


def test_what_is_decided_misses_nothing() -> None:
    assert all_of([MAYBE, FALSE]).gaps == frozenset()
    assert any_of([MAYBE, TRUE]).gaps == frozenset()


def test_cases_that_agree_need_no_further_answer() -> None:
    industry = Gap("industry", Why.NOT_ASKED)
    assert agreement([TRUE, TRUE], industry) == TRUE
    assert agreement([FALSE], industry) == FALSE


def test_cases_that_differ_need_the_answer_that_tells_them_apart() -> None:
    industry = Gap("industry", Why.NOT_ASKED)
    assert agreement([TRUE, FALSE], industry) == unknown(industry)
    assert agreement([TRUE, MAYBE], industry) == unknown(industry, EMPLOYEES)


truths = st.sampled_from([TRUE, FALSE, MAYBE, unknown(CAPITAL)])


@given(st.lists(truths, max_size=5))
def test_de_morgan_holds_with_three_values(values: list[Truth]) -> None:
    assert negate(all_of(values)).holds is any_of(negate(each) for each in values).holds


@given(st.lists(truths, min_size=1, max_size=5))
def test_gaps_stand_exactly_where_nothing_is_decided(values: list[Truth]) -> None:
    for result in (all_of(values), any_of(values)):
        assert bool(result.gaps) is (result.holds is None)


def test_a_boolean_is_known() -> None:
    assert known(True) is TRUE
    assert known(False) is FALSE
