"""The rule common to grants: what was begun before the decision may not be paid."""

import pytest

from desk.catalogue import load_catalogue
from desk.catalogue.common_rules import NOT_BEGUN
from desk.domain.criteria import evaluate
from desk.domain.situation import Facts
from tests.conftest import TUESDAY_MORNING

TODAY = TUESDAY_MORNING.date()


def test_work_not_begun_satisfies_the_rule() -> None:
    assert NOT_BEGUN.criterion is not None
    assert evaluate(NOT_BEGUN.criterion, Facts({"started": False}, TODAY)).holds is True


@pytest.mark.parametrize("facts", [{"started": True}, {}])
def test_work_begun_or_unknown_is_for_a_person_to_settle(facts: dict[str, bool]) -> None:
    assert NOT_BEGUN.criterion is not None
    assert evaluate(NOT_BEGUN.criterion, Facts(facts, TODAY)).holds is None


@pytest.mark.parametrize(
    ("program", "implied"),
    [("itabashi-sangakuko-rd", True), ("koto-tiri-riyo", False), ("gyomu-kaizen", False), ("jfc-startup", False)],
)
def test_the_rule_holds_for_grants_that_do_not_say_otherwise(program: str, implied: bool) -> None:
    found = load_catalogue().program(program)
    assert found is not None
    assert (NOT_BEGUN in found.conditions) is implied
