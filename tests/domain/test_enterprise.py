"""The definitions of small and medium enterprises at every limit."""

from typing import Any

import pytest

from desk.domain.enterprise import DEFINITIONS, Definition, meets, not_controlled
from desk.domain.truth import Gap, Why
from tests.domain.builders import facts

MAN, OKU = 10_000, 100_000_000


def holds(definition: str, **answers: Any) -> bool | None:
    return meets(DEFINITIONS[definition], facts(**answers)).holds


def company(definition: str, industry: str, capital: int, employees: int) -> bool | None:
    answers = {"industry": industry, "capital_yen": capital, "employees": employees, "parent_is_large": False}
    return holds(definition, applicant_type="company", **answers)


BASIC = [
    ("manufacturing", 3 * OKU, 300),
    ("construction", 3 * OKU, 300),
    ("transport", 3 * OKU, 300),
    ("agriculture", 3 * OKU, 300),
    ("finance", 3 * OKU, 300),
    ("real_estate", 3 * OKU, 300),
    ("other", 3 * OKU, 300),
    ("wholesale", 1 * OKU, 100),
    ("service", 5000 * MAN, 100),
    ("software", 5000 * MAN, 100),
    ("medical", 5000 * MAN, 100),
    ("hotel", 5000 * MAN, 100),
    ("retail", 5000 * MAN, 50),
]
SPECIAL = [
    ("software", 3 * OKU, 300),
    ("hotel", 5000 * MAN, 200),
    ("wholesale", 1 * OKU, 100),
    ("retail", 5000 * MAN, 50),
]
LIMITS = [
    *(("sme_basic_act", *row) for row in BASIC),
    *(("sme_employment", *row) for row in BASIC),
    *(("sme_special_order", *row) for row in SPECIAL),
    *(("sme_patent_order", *row) for row in SPECIAL),
]


@pytest.mark.parametrize(("definition", "industry", "capital", "employees"), LIMITS)
def test_one_of_the_two_limits_is_enough(definition: str, industry: str, capital: int, employees: int) -> None:
    assert company(definition, industry, capital, employees) is True
    assert company(definition, industry, capital, employees + 1) is True
    assert company(definition, industry, capital + 1, employees) is True
    assert company(definition, industry, capital + 1, employees + 1) is False


@pytest.mark.parametrize(
    ("definition", "industry", "limit"),
    [
        ("small_basic_act", "manufacturing", 20),
        ("small_basic_act", "construction", 20),
        ("small_basic_act", "other", 20),
        ("small_basic_act", "wholesale", 5),
        ("small_basic_act", "retail", 5),
        ("small_basic_act", "service", 5),
        ("small_basic_act", "hotel", 5),
        ("small_lodging_order", "hotel", 20),
        ("small_lodging_order", "service", 5),
        ("small_lodging_order", "manufacturing", 20),
    ],
)
def test_small_enterprises_are_told_by_employees_alone(definition: str, industry: str, limit: int) -> None:
    assert company(definition, industry, 90 * OKU, limit) is True
    assert company(definition, industry, 1, limit + 1) is False


def test_tax_law_looks_at_capital_first() -> None:
    assert company("sme_tax_act", "manufacturing", 1 * OKU, 5000) is True
    assert company("sme_tax_act", "manufacturing", 1 * OKU + 1, 5) is False


def test_tax_law_looks_at_employees_where_there_is_no_capital() -> None:
    assert company("sme_tax_act", "service", 0, 1000) is True
    assert company("sme_tax_act", "service", 0, 1001) is False


def test_one_company_can_be_small_in_one_law_and_not_in_another() -> None:
    two_oku = ("manufacturing", 2 * OKU, 200)
    assert company("sme_basic_act", *two_oku) is True
    assert company("sme_tax_act", *two_oku) is False
    software = ("software", 2 * OKU, 200)
    assert company("sme_basic_act", *software) is False
    assert company("sme_special_order", *software) is True


@pytest.mark.parametrize("definition", [*DEFINITIONS])
def test_a_sole_proprietor_is_judged_by_employees_alone(definition: str) -> None:
    answers = {"applicant_type": "sole_proprietor", "industry": "manufacturing"}
    assert holds(definition, **answers, employees=3) is True
    assert holds(definition, **answers, employees=3, capital_yen=90 * OKU) is True
    assert holds(definition, **answers, employees=1001) is False
    assert holds(definition, **answers) is None


@pytest.mark.parametrize("definition", [*DEFINITIONS])
@pytest.mark.parametrize("kind", ["university", "large_company"])
def test_universities_and_large_companies_are_no_sme(definition: str, kind: str) -> None:
    assert holds(definition, applicant_type=kind, industry="service", employees=3, capital_yen=100) is False


def test_bodies_without_capital_count_only_for_employment_grants() -> None:
    for kind in ("npo", "association"):
        answers = {"applicant_type": kind, "industry": "medical", "employees": 30}
        assert holds("sme_basic_act", **answers) is False
        assert holds("sme_employment", **answers) is True


def test_before_founding_there_is_no_size_yet() -> None:
    truth = meets(DEFINITIONS["sme_basic_act"], facts(applicant_type="pre_founding", industry="software", employees=0))
    assert truth.holds is None
    assert truth.gaps == {Gap("applicant_type", Why.NOT_APPLICABLE)}


class TestMissingAnswers:
    """Unknown exactly while an answer could still change the result."""

    def test_enough_employees_alone_decide(self) -> None:
        assert holds("sme_basic_act", applicant_type="company", industry="manufacturing", employees=300) is True

    def test_enough_capital_alone_decides(self) -> None:
        assert holds("sme_basic_act", applicant_type="company", industry="retail", capital_yen=5000 * MAN) is True

    def test_too_many_employees_leave_capital_open(self) -> None:
        truth = meets(
            DEFINITIONS["sme_basic_act"], facts(applicant_type="company", industry="manufacturing", employees=420)
        )
        assert truth.gaps == {Gap("capital_yen", Why.NOT_ASKED)}

    def test_a_tiny_company_need_not_tell_its_industry(self) -> None:
        assert holds("sme_basic_act", applicant_type="company", employees=50) is True
        assert holds("sme_basic_act", applicant_type="company", employees=51) is None

    def test_a_huge_company_need_not_either(self) -> None:
        assert holds("sme_basic_act", applicant_type="company", employees=301, capital_yen=3 * OKU + 1) is False

    def test_without_the_kind_of_applicant_nobody_is_an_sme_for_sure(self) -> None:
        truth = meets(
            DEFINITIONS["sme_basic_act"], facts(industry="manufacturing", employees=12, capital_yen=1000 * MAN)
        )
        assert truth.gaps == {Gap("applicant_type", Why.NOT_ASKED)}

    def test_but_what_is_too_large_for_any_kind_is_none(self) -> None:
        assert holds("sme_basic_act", industry="manufacturing", employees=420, capital_yen=5 * OKU) is False

    def test_an_industry_wider_than_the_law_is_left_to_a_person(self) -> None:
        between = {"applicant_type": "company", "industry": "information", "capital_yen": 2 * OKU, "employees": 200}
        truth = meets(DEFINITIONS["sme_basic_act"], facts(**between))
        assert truth.gaps == {Gap("industry", Why.PERSON_ONLY)}
        assert company("sme_basic_act", "information", 5000 * MAN, 100) is True
        assert company("sme_basic_act", "information", 3 * OKU + 1, 301) is False


class TestControl:
    """みなし大企業: an exclusion of its own, and part of the patent and tax definitions."""

    @pytest.mark.parametrize("definition", ["sme_patent_order", "sme_tax_act"])
    def test_a_controlled_company_is_no_sme_where_the_law_says_so(self, definition: str) -> None:
        answers = {"applicant_type": "company", "industry": "manufacturing", "capital_yen": 100, "employees": 3}
        assert holds(definition, **answers, parent_is_large=True) is False
        assert holds(definition, **answers) is None

    def test_the_basic_act_does_not_look_at_the_parent(self) -> None:
        answers = {"applicant_type": "company", "industry": "manufacturing", "employees": 3}
        assert holds("sme_basic_act", **answers, parent_is_large=True) is True

    @pytest.mark.parametrize("kind", ["sole_proprietor", "pre_founding", "university", "npo"])
    def test_who_has_no_owners_is_not_controlled(self, kind: str) -> None:
        assert not_controlled(facts(applicant_type=kind)).holds is True

    def test_a_company_must_tell(self) -> None:
        assert not_controlled(facts(applicant_type="company")).gaps == {Gap("parent_is_large", Why.NOT_ASKED)}


@pytest.mark.parametrize("definition", DEFINITIONS.values())
def test_each_definition_names_its_law_and_covers_every_industry(definition: Definition) -> None:
    assert definition.law
    assert len(definition.sizes) == 14
