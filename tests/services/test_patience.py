"""People who do not write back are asked once, gently, and later told that it ends; on both databases."""

from datetime import datetime, timedelta

import pytest

from desk.clock import JST
from desk.services import turns
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.patience import OUTCOME, ask_the_silent
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.services.asking import heard, titles
from tests.services.people import cases_of, handed_over, person, stored_conversation


@pytest.fixture
def conversation(desk: Desk) -> str:
    """Somebody of whom staff asked something on Tuesday, 24 November, at ten."""
    return waiting(desk, "rest")


def waiting(desk: Desk, channel: str) -> str:
    """A conversation with a case that waits for the person."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", "ringo-to-mikan-7")
    conversation = person(desk, channel=channel)
    number = handed_over(desk, conversation)
    answer_case(desk, number, "決算書をお送りください。", "sato")
    update_case(desk, number, "sato", {"status": "waiting", "assignee": "sato"})
    heard(desk, conversation)
    return conversation


def at(clock: SettableClock, month: int, day: int, hour: int = 10) -> None:
    """Set the clock."""
    clock.at = datetime(2026, month, day, hour, tzinfo=JST)


def test_a_silent_person_is_asked_once_and_told_of_the_end(desk: Desk, conversation: str, clock: SettableClock) -> None:
    # when the desk looks every hour of every day for five weeks
    said = []
    start = clock.at
    for hours in range(24 * 35):
        clock.at = start + timedelta(hours=hours)
        if ask_the_silent(desk):
            said += [(clock.at.strftime("%m-%d %H"), each.text) for each in heard(desk, conversation)]

    # then there was something twice, a business week apart, and the case is closed with the way back told
    assert list(dict.fromkeys(when for when, _text in said)) == ["12-01 10", "12-08 10"]
    assert "その後いかがでしょうか" in said[0][1]
    assert "12月8日（火）10時までに" in said[0][1]
    assert "いったん終わりにしました" in said[-1][1]
    (case,) = cases_of(desk, conversation)
    assert (case.status, case.outcome) == ("closed", OUTCOME)
    assert stored_conversation(desk, conversation).gate == "bot"


def test_the_end_comes_with_a_way_back(desk: Desk, conversation: str, clock: SettableClock) -> None:
    at(clock, 12, 1)
    ask_the_silent(desk)
    at(clock, 12, 8)
    ask_the_silent(desk)
    assert titles(heard(desk, conversation)[-1]) == ["担当者に相談する"]


def test_who_writes_back_is_not_asked(desk: Desk, conversation: str, clock: SettableClock) -> None:
    at(clock, 11, 27)
    turns.prepare(desk, receive(desk, conversation, "来週お送りします。").message_id)
    at(clock, 12, 1)
    assert ask_the_silent(desk) == 0
    (case,) = cases_of(desk, conversation)
    assert case.status == "in_progress"
    assert case.unanswered_since == datetime(2026, 11, 27, 10, tzinfo=JST)


def test_who_writes_back_after_being_asked_is_not_taken_leave_of(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    at(clock, 12, 1)
    ask_the_silent(desk)
    at(clock, 12, 7)
    turns.prepare(desk, receive(desk, conversation, "遅くなりました。").message_id)
    at(clock, 12, 8)
    assert ask_the_silent(desk) == 0


def test_who_came_by_phone_is_left_to_the_coordinator(desk: Desk, clock: SettableClock) -> None:
    conversation = waiting(desk, "phone")
    at(clock, 12, 1)
    assert ask_the_silent(desk) == 1
    at(clock, 12, 20)
    assert ask_the_silent(desk) == 0
    assert heard(desk, conversation) == []
    assert cases_of(desk, conversation)[0].status == "waiting"


def test_at_night_nobody_is_asked(desk: Desk, conversation: str, clock: SettableClock) -> None:
    at(clock, 12, 1, 21)
    assert ask_the_silent(desk) == 0
