"""Answers worth trying lie on both sides of everything a requirement distinguishes."""

from typing import Any

import pytest

from desk.domain.probes import can_decide, probes
from tests.domain.builders import facts, rule


@pytest.mark.parametrize(
    ("raw", "fact", "values"),
    [
        ({"employees": {"at_most": 20}}, "employees", {19, 20, 21}),
        ({"age_years": {"at_least": 0}}, "age_years", {0, 1}),
        ({"started": {"is": False}}, "started", {True, False}),
        ({"partner_status": {"in": ["agreed"]}}, "partner_status", {"none", "searching", "agreed"}),
        ({"head_office_in": ["板橋区"]}, "area", {"板橋区", ""}),
        ({"any_site_in": ["板橋区"]}, "site_areas", {frozenset({"板橋区"}), frozenset()}),
        ({"purposes": {"includes_any": ["testing"]}}, "purposes", {frozenset({"testing"}), frozenset()}),
        ("small_basic_act", "employees", {0, 5, 6, 20, 21}),
        ("sme_tax_act", "capital_yen", {0, 100_000_000, 100_000_001}),
        ({"employees": {"at_most": 20}}, "capital_yen", set()),
    ],
)
def test_probes(raw: Any, fact: str, values: set[Any]) -> None:
    assert set(probes(rule(raw), fact)) == values


def test_one_answer_may_decide_by_itself() -> None:
    assert can_decide(rule("sme_basic_act"), facts(applicant_type="company"), "employees")


def test_or_only_together_with_another() -> None:
    both = rule({"all": [{"any": [{"started": {"is": False}}, {"filed": {"is": True}}]}]})
    assert can_decide(both, facts(filed=False), "started")
    assert not can_decide(rule("sme_basic_act"), facts(), "employees")
