"""Who holds a conversation: one member of staff at a time, until it is handed back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.services.case_rows import AlreadyTaken
from desk.services.cases import answer_case, hand_back, update_case
from desk.services.console import take_over
from desk.services.context import Desk
from tests.services.people import events_of, handed_over, person, stored_conversation
from tests.services.staffing import member


@pytest.fixture
def number(desk: Desk) -> str:
    """A case, with two coordinators at the desk."""
    member(desk, "sato", "佐藤 花子")
    member(desk, "suzuki", "鈴木 一郎")
    return handed_over(desk, person(desk))


def test_two_coordinators_never_both_take_a_conversation(desk: Desk, number: str) -> None:
    def try_it(login: str) -> str:
        try:
            take_over(desk, number, login)
        except AlreadyTaken as refusal:
            return refusal.name
        return "taken"

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(try_it, ("sato", "suzuki")))

    assert answers.count("taken") == 1
    assert set(answers) & {"佐藤 花子", "鈴木 一郎"}
    assert [kind for _, kind in events_of(desk, number)].count("taken_over") == 1


def test_who_holds_it_may_take_it_again(desk: Desk, number: str) -> None:
    take_over(desk, number, "sato")
    take_over(desk, number, "sato")

    assert stored_conversation(desk, person(desk)).gate == "staff"


def test_who_answers_first_holds_it(desk: Desk, number: str) -> None:
    answer_case(desk, number, "担当の佐藤です。", "sato")

    with pytest.raises(AlreadyTaken) as refusal:
        take_over(desk, number, "suzuki")
    assert refusal.value.name == "佐藤 花子"


@pytest.mark.parametrize("closing", [False, True], ids=["handed back", "closed"])
def test_what_is_given_back_can_be_taken_by_another(desk: Desk, number: str, closing: bool) -> None:
    take_over(desk, number, "sato")

    if closing:
        update_case(desk, number, "sato", {"status": "closed"})
    else:
        hand_back(desk, number, "sato")

    take_over(desk, number, "suzuki")
    assert stored_conversation(desk, person(desk)).gate == "staff"
