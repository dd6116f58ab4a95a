"""Facts told beside a question."""

from typing import Any

from desk.domain.noting import facts_beside, read_back
from tests.domain.builders import facts


def heard(**entities: Any) -> list[dict[str, Any]]:
    """Entities as the language understanding gives them."""
    return [{"entity": name, "value": value} for name, value in entities.items()]


def test_what_a_company_tells_of_itself_is_taken_up_with_its_place() -> None:
    told = facts_beside(heard(area="板橋区", industry="manufacturing", employees=12), None)

    assert told == {"area": "板橋区", "industry": "manufacturing", "employees": 12}


def test_a_place_alone_is_where_something_is_sought() -> None:
    assert facts_beside(heard(area="大田区", tech_theme="めっき"), None) == {"tech_theme": "めっき"}


def test_a_place_alone_is_taken_up_when_it_was_asked_for() -> None:
    assert facts_beside(heard(area="大田区"), "area") == {"area": "大田区"}


def test_sums_of_money_are_left_out_unless_asked_for() -> None:
    assert facts_beside(heard(budget_yen=20_000_000), None) == {}
    assert facts_beside(heard(budget_yen=20_000_000), "budget_yen") == {"budget_yen": 20_000_000}


def test_what_is_no_fact_is_left_out() -> None:
    assert facts_beside(heard(organization="芝浦工業大学", program="go-tech"), None) == {}


def test_purposes_are_kept_but_not_read_back() -> None:
    known = facts(purposes=["testing"], employees=12)

    assert facts_beside(heard(purpose="testing"), None) == {"purposes": ["testing"]}
    assert len(read_back(known, ["purposes", "employees"])) == 1


def test_facts_are_read_back_in_words() -> None:
    (words,) = read_back(facts(employees=12), ["employees"])

    assert "12人" in words


def test_a_fact_that_could_not_be_stored_is_not_read_back() -> None:
    assert read_back(facts(), ["employees"]) == ()
