"""Criteria: each kind of comparison, at its limits and without an answer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.criteria import evaluate, facts_of, leaves
from desk.domain.situation import Facts
from desk.domain.truth import Gap, Why
from tests.domain.builders import facts, press_shop, rule


def holds(raw: Any, **answers: Any) -> bool | None:
    return evaluate(rule(raw), facts(**answers)).holds


@pytest.mark.parametrize(
    ("op", "below", "at", "above"),
    [
        ("at_least", False, True, True),
        ("at_most", True, True, False),
        ("above", False, False, True),
        ("below", True, False, False),
        ("is", False, True, False),
    ],
)
def test_number_limits(op: str, below: bool, at: bool, above: bool) -> None:
    criterion = {"employees": {op: 300}}
    assert [holds(criterion, employees=n) for n in (299, 300, 301)] == [below, at, above]
    assert holds(criterion) is None


def test_choices() -> None:
    assert holds({"industry": {"in": ["manufacturing", "construction"]}}, industry="construction") is True
    assert holds({"industry": {"in": ["manufacturing"]}}, industry="retail") is False
    assert holds({"industry": {"not_in": ["finance"]}}, industry="retail") is True
    assert holds({"industry": {"not_in": ["finance"]}}, industry="finance") is False
    assert holds({"partner_status": {"is": "agreed"}}, partner_status="searching") is False
    assert holds({"industry": {"not_in": ["finance"]}}) is None


def test_flags_are_unknown_until_told() -> None:
    assert holds({"started": {"is": False}}, started=False) is True
    assert holds({"started": {"is": False}}, started=True) is False
    assert holds({"started": {"is": False}}) is None


def test_sets_need_one_in_common() -> None:
    criterion = {"purposes": {"includes_any": ["prototype", "testing"]}}
    assert holds(criterion, purposes=["testing", "digital"]) is True
    assert holds(criterion, purposes=["digital"]) is False
    assert holds(criterion, purposes=[]) is False
    assert holds(criterion) is None


def test_dates() -> None:
    criterion = {"start_by": {"at_most": date(2027, 3, 31)}}
    assert holds(criterion, start_by="2027-03-31") is True
    assert holds(criterion, start_by="2027-04-01") is False
    assert holds(criterion) is None


class TestAge:
    """A founding year leaves the age open by a year: the limit inside that year is left to a person."""

    def test_clearly_inside_and_outside(self) -> None:
        assert holds({"age_years": {"below": 10}}, founded_year=2018) is True
        assert holds({"age_years": {"below": 10}}, founded_year=2015) is False

    def test_on_the_limit_no_question_helps(self) -> None:
        truth = evaluate(rule({"age_years": {"below": 10}}), facts(founded_year=2016))
        assert truth.gaps == {Gap("age_years", Why.PERSON_ONLY)}

    def test_the_age_itself_decides(self) -> None:
        assert holds({"age_years": {"below": 10}}, age_years=9.9) is True
        assert holds({"age_years": {"below": 10}}, age_years=10) is False

    def test_a_founding_year_can_be_judged_by_the_age(self) -> None:
        assert holds({"founded_year": {"at_least": 2015}}, age_years=3) is True
        assert holds({"founded_year": {"at_least": 2021}}, age_years=5) is None


class TestNothingToMeasure:
    """What does not exist reaches no minimum; an upper limit has no meaning for it."""

    def test_who_has_not_founded_has_no_years_of_business(self) -> None:
        assert holds({"age_years": {"at_least": 1}}, applicant_type="pre_founding") is False
        assert holds({"years_in_area": {"at_least": 1}}, applicant_type="pre_founding") is False

    def test_an_upper_limit_stays_unknown(self) -> None:
        truth = evaluate(rule({"age_years": {"below": 5}}), facts(applicant_type="pre_founding"))
        assert truth.gaps == {Gap("age_years", Why.NOT_APPLICABLE)}

    def test_a_minimum_of_nothing_is_no_minimum(self) -> None:
        assert holds({"capital_yen": {"at_least": 0}}, applicant_type="sole_proprietor") is None


class TestPlace:
    """Head office, or any site."""

    def test_the_head_office_decides_alone(self) -> None:
        assert holds({"head_office_in": ["板橋区"]}, area="板橋区") is True
        assert holds({"head_office_in": ["板橋区"]}, area="北区", site_areas=["板橋区"]) is False
        assert holds({"head_office_in": ["板橋区"]}, site_areas=["板橋区"]) is None

    def test_a_site_is_as_good_where_the_program_says_so(self) -> None:
        assert holds({"any_site_in": ["板橋区"]}, area="川口市", site_areas=["板橋区"]) is True
        assert holds({"any_site_in": ["板橋区"]}, site_areas=["板橋区"]) is True
        assert holds({"any_site_in": ["板橋区"]}, area="川口市", site_areas=[]) is False

    def test_sites_matter_only_after_the_head_office(self) -> None:
        criterion = rule({"any_site_in": ["板橋区"]})
        assert evaluate(criterion, facts()).gaps == {Gap("area", Why.NOT_ASKED)}
        assert evaluate(criterion, facts(area="川口市")).gaps == {Gap("site_areas", Why.NOT_ASKED)}

    def test_sites_are_asked_when_the_head_office_will_not_be_known(self) -> None:
        gaps = evaluate(rule({"any_site_in": ["板橋区"]}), facts(area=None)).gaps
        assert gaps == {Gap("area", Why.UNSURE), Gap("site_areas", Why.NOT_ASKED)}

    def test_a_region_contains_its_municipalities(self) -> None:
        assert holds({"any_site_in": ["東京都"]}, area="八王子市") is True
        assert holds({"head_office_in": ["多摩"]}, area="板橋区") is False
        assert holds({"head_office_in": ["特別区", "川口市"]}, area="川口市") is True


class TestTrees:
    """all, any, not."""

    def test_all_fails_with_one(self) -> None:
        assert holds({"all": [{"employees": {"at_most": 20}}, {"started": {"is": False}}]}, employees=30) is False

    def test_any_succeeds_with_one(self) -> None:
        widened = {"any": ["sme_basic_act", {"applicant_type": {"in": ["pre_founding"]}}]}
        assert holds(widened, applicant_type="pre_founding") is True

    def test_not(self) -> None:
        assert holds({"not": {"industry": {"in": ["finance"]}}}, industry="finance") is False
        assert holds({"not": {"industry": {"in": ["finance"]}}}) is None

    def test_a_definition_is_a_leaf_with_all_its_facts(self) -> None:
        (leaf,) = leaves(rule({"not": {"all": ["sme_patent_order"]}}))
        assert set(facts_of(leaf)) == {"employees", "capital_yen", "industry", "applicant_type", "parent_is_large"}


LEARNABLE = {
    "area": st.sampled_from(["板橋区", "新宿区", "川口市"]),
    "site_areas": st.lists(st.sampled_from(["板橋区", "八王子市"]), max_size=2),
    "applicant_type": st.sampled_from(["company", "sole_proprietor", "npo", "university"]),
    "industry": st.sampled_from(["manufacturing", "software", "retail", "information"]),
    "employees": st.sampled_from([0, 5, 20, 21, 50, 51, 100, 300, 301, 420]),
    "capital_yen": st.sampled_from([0, 10_000_000, 50_000_001, 100_000_001, 300_000_001]),
    "parent_is_large": st.booleans(),
    "age_years": st.sampled_from([0, 1, 4.9, 5, 10]),
    "started": st.booleans(),
}
LEAVES = [
    "sme_basic_act", "sme_special_order", "sme_patent_order", "sme_tax_act", "sme_employment", "small_basic_act",
    "small_lodging_order", "not_deemed_large", {"any_site_in": ["板橋区"]}, {"head_office_in": ["東京都"]},
    {"started": {"is": False}}, {"age_years": {"below": 5}}, {"age_years": {"at_least": 1}},
    {"employees": {"at_most": 20}}, {"industry": {"in": ["manufacturing"]}},
]  # fmt: skip
trees = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=6,
)
answers = st.fixed_dictionaries({}, optional=LEARNABLE)


@given(trees, answers, st.sampled_from(sorted(LEARNABLE)), st.data())
def test_learning_never_overturns_what_was_decided(raw: Any, known: dict[str, Any], name: str, data: Any) -> None:
    criterion, before = rule(raw), facts(**{key: value for key, value in known.items() if key != name})
    after = facts(**(known | {name: data.draw(LEARNABLE[name])}))
    decided = evaluate(criterion, before).holds
    assert decided is None or evaluate(criterion, after).holds is decided


@given(trees, answers)
def test_an_unknown_always_says_what_is_missing(raw: Any, known: dict[str, Any]) -> None:
    truth = evaluate(rule(raw), facts(**known))
    assert bool(truth.gaps) is (truth.holds is None)
    assert all(gap.fact not in known for gap in truth.gaps if gap.why is Why.NOT_ASKED)


@given(trees, answers)
def test_no_known_fact_is_missing(raw: Any, known: dict[str, Any]) -> None:
    told: Facts = facts(**known)
    for gap in evaluate(rule(raw), told).gaps:
        assert gap.why in (Why.PERSON_ONLY, Why.NOT_APPLICABLE) or not told.knows(gap.fact)


def test_a_press_shop_in_itabashi() -> None:
    criterion = rule({"all": ["sme_basic_act", {"any_site_in": ["板橋区"]}, {"industry": {"in": ["manufacturing"]}}]})
    assert evaluate(criterion, press_shop()).holds is True
    assert evaluate(criterion, press_shop(employees=420, capital_yen=500_000_000)).holds is False
