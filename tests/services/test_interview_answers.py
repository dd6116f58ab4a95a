"""Answers in the interview: facts, yes and no, corrections, and what cannot be read."""

import pytest

from desk.services import handover
from desk.services.context import Desk
from desk.services.interview import Heard
from tests.services.people import ask, facts_of, person, stored_conversation, tell


def test_what_is_told_is_read_back_in_words(desk: Desk) -> None:
    heard = tell(desk, person(desk), area="板橋区", employees=12, capital_yen=10_000_000)

    assert heard.facts == ("本店の所在地は板橋区", "従業員数は12人", "資本金は1,000万円")


@pytest.mark.parametrize(("intent", "value"), [("affirm", True), ("deny", False)])
def test_yes_and_no_answer_a_question_that_can_be_answered_so(desk: Desk, intent: str, value: bool) -> None:
    conversation = person(desk)
    ask(desk, conversation, "started")

    heard = tell(desk, conversation, intent=intent)

    assert heard.facts
    assert facts_of(desk, conversation) == {"started": value}
    assert stored_conversation(desk, conversation).pending is None


def test_yes_is_no_answer_to_how_many(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "employees")

    heard = tell(desk, conversation, intent="affirm")

    assert heard.unread is not None
    assert heard.unread.fact == "employees"
    assert stored_conversation(desk, conversation).pending == "employees"


def test_an_impossible_answer_is_asked_again(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "area")

    heard = tell(desk, conversation, area="ゴッサム市")

    assert heard.unread is not None
    assert facts_of(desk, conversation) == {}


def test_another_fact_than_the_one_asked_is_taken_too_and_the_question_stays(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "employees")

    heard = tell(desk, conversation, area="板橋区")

    assert heard.facts == ("本店の所在地は板橋区",)
    assert heard.unread is None
    assert stored_conversation(desk, conversation).pending == "employees"


def test_facts_told_while_consent_is_pending_leave_that_question_alone(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", "support")

    tell(desk, conversation, employees=12)

    assert facts_of(desk, conversation) == {"employees": 12}
    assert stored_conversation(desk, conversation).pending == "consent"


def test_a_correction_replaces_what_was_told(desk: Desk) -> None:
    conversation = person(desk)
    tell(desk, conversation, purpose="prototype", employees=12)

    heard = tell(desk, conversation, intent="correct", employees=25)

    assert heard.facts == ("従業員数は25人",)
    assert facts_of(desk, conversation) == {"purposes": ["prototype"], "employees": 25}


def test_small_talk_without_facts_is_no_answer_and_no_fact(desk: Desk) -> None:
    assert tell(desk, person(desk), organization="芝浦工大") == Heard()
