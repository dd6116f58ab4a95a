"""From what staff type into a form to raw facts."""

from typing import Any

import pytest

from desk.domain.fact_form import raw_facts_of


@pytest.mark.parametrize(
    ("name", "typed", "raw"),
    [
        ("employees", ["12"], 12),
        ("employees", ["１２人"], 12),
        ("capital_yen", ["3,000万円"], 30_000_000),
        ("capital_yen", ["1億5千万"], 150_000_000),
        ("budget_yen", ["800万"], 8_000_000),
        ("age_years", ["0.5"], 0.5),
        ("employees", ["たくさん"], "たくさん"),
        ("area", ["板橋区"], "板橋区"),
        ("site_areas", ["北区、八王子市"], ["北区", "八王子市"]),
        ("purposes", ["prototype", "testing"], ["prototype", "testing"]),
        ("started", ["yes"], True),
        ("started", ["no"], False),
        ("start_by", ["2027-01-15"], "2027-01-15"),
        ("industry", ["manufacturing"], "manufacturing"),
        ("tech_theme", [" めっきの密着 "], "めっきの密着"),
    ],
)
def test_a_field_becomes_a_fact_in_its_shape(name: str, typed: list[str], raw: Any) -> None:
    assert raw_facts_of({name: typed}) == {name: raw}


def test_what_is_left_empty_is_not_known() -> None:
    assert raw_facts_of({"employees": [""], "area": ["  "], "purposes": [], "summary": ["試作"]}) == {}
