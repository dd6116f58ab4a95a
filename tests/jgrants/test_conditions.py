"""Requirements of a draft: what Jグランツ tells is coded, and a person has the last word."""

from dataclasses import replace

import pytest

from desk.catalogue.areas import load_areas
from desk.domain.intake import read_facts
from desk.domain.programs import Status
from desk.domain.verdict import Outcome, judge
from desk.jgrants.conditions import employee_limit, industries_of
from desk.jgrants.vocabulary import INDUSTRIES_OF
from tests.jgrants.samples import TODAY, draft, grant

METALWORKER = {
    "area": "板橋区",
    "site_areas": [],
    "applicant_type": "company",
    "industry": "manufacturing",
    "employees": 12,
}


def outcome(facts: dict[str, object], **changes: object) -> Outcome:
    """The verdict for an applicant, had somebody published the draft as it is."""
    published = replace(draft(**changes).program, status=Status.PUBLISHED)
    return judge(published, read_facts(facts, load_areas(), TODAY)).outcome


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("5名以下", 5),
        ("20名以下", 20),
        ("50名以下", 50),
        ("100名以下", 100),
        ("300名以下", 300),
        ("900名以下", 900),
        ("20名以下 / 300名以下", 300),
        ("従業員数の制約なし", None),
        ("901名以上", None),
        ("300名以下 / 901名以上", None),
        ("30名以下", None),
        ("", None),
    ],
)
def test_the_limit_of_employees_is_the_highest_class_where_all_are_clear(words: str, limit: int | None) -> None:
    assert employee_limit(grant(target_number_of_employees=words)) == limit


@pytest.mark.parametrize(
    ("words", "role"),
    [("300名以下", "criterion"), ("従業員数の制約なし", "detail"), ("901名以上", "person"), ("30名以下", "person")],
)
def test_classes_of_employees_become_a_rule_a_detail_or_a_check(words: str, role: str) -> None:
    condition = next(
        each for each in draft(target_number_of_employees=words).record["conditions"] if "従業員" in each["text"]
    )

    assert role in condition


def test_an_unclear_class_is_said_and_a_missing_one_is_no_condition() -> None:
    cautions = draft(target_number_of_employees="901名以上").record["cautions"]
    silent = draft(target_number_of_employees=None).record["conditions"]

    assert "従業員数の区分「901名以上」の意味の確認が必要です" in cautions
    assert not any("従業員" in each["text"] for each in silent)


def test_industries_are_those_of_the_desk_with_other_for_what_it_cannot_tell_apart() -> None:
    assert industries_of(grant(industry="製造業 / 情報通信業")) == {"manufacturing", "information", "software", "other"}


def test_a_new_industry_is_for_a_person() -> None:
    conditions = draft(industry="製造業 / 宇宙業").record["conditions"]

    assert any(each.get("person", "").startswith("対応表にない業種") for each in conditions)


def test_all_twenty_industries_are_no_limit() -> None:
    made = draft(industry=" / ".join(INDUSTRIES_OF))

    assert {"text": "業種の制約はない（Jグランツの区分）", "clause": 2, "detail": "scope"} in made.record["conditions"]


def test_every_clause_is_covered_and_a_person_has_the_last_word() -> None:
    conditions = draft().record["conditions"]

    assert [each["clause"] for each in conditions] == [0, 1, 2, 3]
    assert "person" in conditions[-1]


def test_even_a_published_draft_is_never_eligible_where_all_that_is_told_fits() -> None:
    assert outcome(METALWORKER) == Outcome.POSSIBLE


@pytest.mark.parametrize("misfit", [{"area": "大阪市"}, {"employees": 301}, {"industry": "construction"}])
def test_what_does_not_fit_the_told_limits_is_shut_out(misfit: dict[str, object]) -> None:
    assert outcome(METALWORKER | misfit) == Outcome.INELIGIBLE


def test_exactly_at_the_limit_fits() -> None:
    assert outcome(METALWORKER | {"employees": 300}) == Outcome.POSSIBLE


def test_a_factory_in_the_area_is_enough() -> None:
    assert outcome(METALWORKER | {"area": "大阪市", "site_areas": ["板橋区"]}) == Outcome.POSSIBLE
