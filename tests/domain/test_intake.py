"""Raw answers: what is accepted, what is refused, and that the refusal names the field."""

from datetime import date
from typing import Any

import pytest

from desk.domain.facts import FACTS
from desk.domain.intake import InvalidFacts, read_fact, read_facts
from desk.domain.situation import Span
from desk.domain.truth import Why
from tests.domain.builders import AREAS, TODAY, facts

SOUND: dict[str, Any] = {
    "area": "板橋区",
    "site_areas": ["川口市", "板橋区"],
    "years_in_area": 2.5,
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
    "capital_yen": 30_000_000,
    "parent_is_large": False,
    "founded_year": 2019,
    "age_years": 7,
    "purposes": ["prototype", "testing"],
    "tech_theme": "めっきの密着性",
    "partner_status": "searching",
    "budget_yen": 8_000_000,
    "start_by": "2027-04-01",
    "started": False,
    "wage_raise_plan": True,
    "disclosed": False,
    "filed": True,
}


def test_every_fact_of_the_vocabulary_is_read() -> None:
    assert SOUND.keys() == FACTS.keys()
    known = facts(**SOUND)
    assert known.values.keys() == FACTS.keys()
    assert known.members("site_areas") == {"川口市", "板橋区"}
    assert known.day("start_by") == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("area", "江戸市"),
        ("area", 13),
        ("site_areas", "川口市"),
        ("site_areas", ["江戸市"]),
        ("site_areas", ["板橋区"] * 201),
        ("years_in_area", "3"),
        ("years_in_area", -1),
        ("applicant_type", "kabushiki"),
        ("industry", "金属加工"),
        ("employees", -1),
        ("employees", 1.5),
        ("employees", "12"),
        ("employees", True),
        ("employees", 10**9),
        ("capital_yen", -100),
        ("capital_yen", "3000万"),
        ("parent_is_large", "no"),
        ("parent_is_large", 0),
        ("founded_year", 2027),
        ("founded_year", 3),
        ("age_years", float("nan")),
        ("age_years", float("inf")),
        ("age_years", 5000),
        ("purposes", "prototype"),
        ("purposes", ["試作"]),
        ("tech_theme", ""),
        ("tech_theme", "あ" * 501),
        ("partner_status", "maybe"),
        ("budget_yen", -8_000_000),
        ("start_by", "来年"),
        ("start_by", "2027-02-30"),
        ("started", "yes"),
        ("wage_raise_plan", []),
        ("disclosed", {}),
        ("filed", 1),
        ("company_name", "板橋プレス"),
    ],
)
def test_what_cannot_be_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(InvalidFacts) as refused:
        read_fact(name, value, AREAS, TODAY)
    (error,) = refused.value.errors
    assert error.fact == name
    assert error.message


def test_all_errors_are_told_at_once() -> None:
    with pytest.raises(InvalidFacts) as refused:
        read_facts({"employees": -1, "area": "江戸市", "shoe_size": 27, "started": False}, AREAS, TODAY)
    assert [error.fact for error in refused.value.errors] == ["employees", "area", "shoe_size"]


def test_a_founding_year_and_an_age_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(InvalidFacts) as refused:
        facts(founded_year=2010, age_years=3)
    assert refused.value.errors[0].fact == "age_years"


@pytest.mark.parametrize("age", [6.5, 7, 7.9])
def test_a_founding_year_and_an_age_may_stand_together(age: float) -> None:
    assert facts(founded_year=2019, age_years=age).number("age_years") == Span(age, age)


def test_null_is_asked_and_not_known() -> None:
    known = facts(employees=None)
    assert known.values == {}
    assert known.gap("employees").why is Why.UNSURE


def test_null_of_an_unknown_name_is_refused_too() -> None:
    with pytest.raises(InvalidFacts):
        facts(shoe_size=None)
