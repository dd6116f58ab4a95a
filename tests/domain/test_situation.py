"""What is known of an applicant: twins that derive each other, what cannot apply, and learning."""

from datetime import date

import pytest

from desk.domain.situation import Span
from desk.domain.truth import Why
from tests.domain.builders import facts, press_shop


def test_a_founding_year_leaves_the_age_open_by_one_year() -> None:
    span = facts(founded_year=2019).number("age_years")
    assert span is not None
    assert 6 < span.low < 7 < span.high < 8
    assert span.high - span.low == 1


def test_a_company_of_this_year_is_younger_than_one_year() -> None:
    assert facts(founded_year=2026).number("age_years") == Span(0.0, pytest.approx(0.89, abs=0.01))


def test_an_age_leaves_two_founding_years() -> None:
    assert facts(age_years=5).number("founded_year") == Span(2020, 2021)


def test_early_in_the_year_the_age_reaches_further_back() -> None:
    span = facts(today=date(2026, 1, 10), founded_year=2019).number("age_years")
    assert span is not None
    assert span.low < 6.1


def test_either_twin_ends_the_asking_for_both() -> None:
    assert facts(founded_year=2019).closed("age_years")
    assert facts(age_years=None).closed("founded_year")


@pytest.mark.parametrize(
    ("kind", "fact", "applies"),
    [
        ("sole_proprietor", "capital_yen", False),
        ("pre_founding", "age_years", False),
        ("university", "parent_is_large", False),
        ("company", "capital_yen", True),
        ("association", "parent_is_large", True),
    ],
)
def test_some_facts_have_no_meaning_for_some_applicants(kind: str, fact: str, applies: bool) -> None:
    known = facts(applicant_type=kind)
    assert known.applies(fact) is applies
    assert known.closed(fact) is not applies
    assert known.gap(fact).why is (Why.NOT_ASKED if applies else Why.NOT_APPLICABLE)


def test_learning_replaces_the_older_answer_and_its_twin() -> None:
    learnt = facts(founded_year=2019, employees=None).learn("age_years", 3).learn("employees", 25)
    assert learnt.values == {"age_years": 3, "employees": 25}
    assert not learnt.unsure


def test_a_correction_does_not_change_the_facts_before_it() -> None:
    before = press_shop()
    before.learn("employees", 420)
    assert before.values["employees"] == 12


def test_what_is_not_known_and_what_is_not_told_are_kept_apart() -> None:
    known = press_shop().forget("employees").forget("capital_yen", declined=True)
    assert known.gap("employees").why is Why.UNSURE
    assert known.gap("capital_yen").why is Why.DECLINED
    assert known.closed("employees")
    assert known.closed("capital_yen")


def test_who_declined_first_may_still_say_that_they_do_not_know() -> None:
    known = facts().forget("capital_yen", declined=True).forget("capital_yen")
    assert known.gap("capital_yen").why is Why.UNSURE
