"""Marks in a transcript: they teach, become a task, or put a fact right, and each stands in the events."""

import pytest

from desk.domain.intake import InvalidFacts
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.reviews import NoSuchUtterance, Reading, read_reviews, save_review
from desk.services.transcript_marks import (
    AlreadyMarked,
    correct_fact,
    mark_answer,
    mark_intent,
    read_marked,
)
from desk.services.unanswered import read_unanswered
from tests.services.people import exchange, handed_over, person
from tests.services.staffing import member

TEXT = "従業員は20人です。金型を作れる大学はありますか。"
#: surer than any message that waits for a review by itself
BELOW = 0.5


@pytest.fixture
def number(desk: Desk) -> str:
    """A case of somebody whose words were taken for something else."""
    conversation = person(desk)
    exchange(desk, conversation, TEXT, {"text": "こんにちは。"}, intent="greet")
    number = handed_over(desk, conversation)
    member(desk, "sato")
    return number


@pytest.fixture
def message(desk: Desk, number: str) -> int:
    """The person's message."""
    return next(said.id for said in read_case(desk, number).transcript if said.text == TEXT)


def events(desk: Desk, number: str) -> list[tuple[str, dict[str, object]]]:
    """What staff did, without what came before."""
    return [(each.kind, each.detail) for each in read_case(desk, number).events if each.actor == "sato"]


def test_a_wrong_intent_waits_for_a_review_whatever_its_confidence(desk: Desk, number: str, message: int) -> None:
    # given a message of which the model was sure
    assert read_reviews(desk, BELOW).waiting == []

    # when staff say that it was wrong
    mark_intent(desk, number, message, "sato")

    # then it waits, and settling it takes it out of the queue
    assert [each.message_id for each in read_reviews(desk, BELOW).waiting] == [message]
    assert events(desk, number) == [("marked", {"fault": "intent", "message_id": message})]
    save_review(desk, message, Reading("find_partner"), member(desk, "sato"))
    assert read_reviews(desk, BELOW).waiting == []


def test_a_wrong_answer_becomes_a_task_of_the_knowledge(desk: Desk, number: str, message: int) -> None:
    mark_answer(desk, number, message, "sato")

    assert [each.text for each in read_unanswered(desk)] == [TEXT]
    assert read_marked(desk, number, message).faults == {"answer"}


def test_the_same_mark_counts_once(desk: Desk, number: str, message: int) -> None:
    mark_answer(desk, number, message, "sato")

    with pytest.raises(AlreadyMarked):
        mark_answer(desk, number, message, "sato")

    assert [each.count for each in read_unanswered(desk)] == [1]


def test_a_fact_is_put_right_with_who_did_it_and_by_which_message(desk: Desk, number: str, message: int) -> None:
    correct_fact(desk, number, message, "employees", 2, "sato")
    correct_fact(desk, number, message, "employees", 20, "sato")

    assert read_case(desk, number).facts["employees"] == 20
    assert events(desk, number)[-1] == ("fact_corrected", {"fact": "employees", "message_id": message})
    assert read_marked(desk, number, message).faults == {"fact"}


def test_a_fact_is_taken_back(desk: Desk, number: str, message: int) -> None:
    correct_fact(desk, number, message, "employees", 20, "sato")
    correct_fact(desk, number, message, "employees", None, "sato")

    assert "employees" not in read_case(desk, number).facts


def test_lists_are_replaced_and_not_added_to(desk: Desk, number: str, message: int) -> None:
    correct_fact(desk, number, message, "purposes", ["prototype"], "sato")
    correct_fact(desk, number, message, "purposes", ["matching"], "sato")

    assert read_case(desk, number).facts["purposes"] == ["matching"]


@pytest.mark.parametrize(("name", "value"), [("employees", "たくさん"), ("industry", "魔法"), ("height", 180)])
def test_what_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, number: str, message: int, name: str, value: object
) -> None:
    with pytest.raises(InvalidFacts):
        correct_fact(desk, number, message, name, value, "sato")

    assert events(desk, number) == []


def test_only_messages_of_the_person_of_this_case_can_be_marked(desk: Desk, number: str, message: int) -> None:
    reply = next(said.id for said in read_case(desk, number).transcript if said.author == "bot")
    other = handed_over(desk, person(desk, "別の人"))

    for wrong_number, wrong_message in ((number, reply), (other, message), (number, 999_999)):
        with pytest.raises(NoSuchUtterance):
            mark_intent(desk, wrong_number, wrong_message, "sato")
