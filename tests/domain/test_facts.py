"""The vocabulary: one name a fact, in words that people read, complete in every place that uses it."""

import pytest

from desk.domain.facts import FACTS, FactSpec, Kind
from desk.domain.situation import NOT_APPLICABLE, TWINS

CONTRACT = {
    "area": Kind.PLACE,
    "site_areas": Kind.PLACES,
    "years_in_area": Kind.NUMBER,
    "applicant_type": Kind.CHOICE,
    "industry": Kind.CHOICE,
    "employees": Kind.WHOLE,
    "capital_yen": Kind.WHOLE,
    "parent_is_large": Kind.FLAG,
    "founded_year": Kind.WHOLE,
    "age_years": Kind.NUMBER,
    "purposes": Kind.CHOICES,
    "tech_theme": Kind.TEXT,
    "partner_status": Kind.CHOICE,
    "budget_yen": Kind.WHOLE,
    "start_by": Kind.DATE,
    "started": Kind.FLAG,
    "wage_raise_plan": Kind.FLAG,
    "disclosed": Kind.FLAG,
    "filed": Kind.FLAG,
}
VALUES = {
    "applicant_type": "company sole_proprietor pre_founding university npo association large_company",
    "industry": (
        "manufacturing construction transport wholesale retail service software information hotel medical "
        "agriculture finance real_estate other"
    ),
    "purposes": (
        "joint_research prototype product_development equipment digital testing ip_filing ip_strategy overseas "
        "hiring_training sales_channel startup finance energy succession matching other"
    ),
    "partner_status": "none searching agreed",
}


def test_the_vocabulary_is_that_of_the_contract() -> None:
    assert {name: spec.kind for name, spec in FACTS.items()} == CONTRACT


@pytest.mark.parametrize(("fact", "values"), VALUES.items())
def test_the_values_are_those_of_the_contract(fact: str, values: str) -> None:
    assert set(FACTS[fact].values) == set(values.split())


@pytest.mark.parametrize("spec", FACTS.values(), ids=FACTS.keys())
def test_a_fact_has_what_its_kind_needs(spec: FactSpec) -> None:
    assert spec.label
    assert bool(spec.values) is (spec.kind in (Kind.CHOICE, Kind.CHOICES))
    assert (bool(spec.yes), bool(spec.no)) == ((True, True) if spec.kind is Kind.FLAG else (False, False))
    assert bool(spec.unit) is spec.numeric
    assert bool(spec.highest) is spec.numeric


@pytest.mark.parametrize(
    "spec", [spec for spec in FACTS.values() if spec.kind is Kind.FLAG], ids=lambda spec: spec.name
)
def test_yes_and_no_read_differently(spec: FactSpec) -> None:
    assert spec.yes != spec.no
    assert spec.yes_answer != spec.no_answer


@pytest.mark.parametrize("spec", [spec for spec in FACTS.values() if spec.values], ids=lambda spec: spec.name)
def test_no_two_values_read_the_same(spec: FactSpec) -> None:
    assert len(set(spec.values.values())) == len(spec.values)


def test_what_cannot_apply_is_named_by_facts_and_applicants_that_exist() -> None:
    assert NOT_APPLICABLE.keys() <= FACTS.keys()
    for kinds in NOT_APPLICABLE.values():
        assert kinds <= FACTS["applicant_type"].values.keys()


def test_twins_name_each_other() -> None:
    assert all(TWINS[TWINS[name]] == name for name in TWINS)
