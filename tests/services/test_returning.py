"""Who comes back after a while, and who merely says hello again."""

from datetime import timedelta

from desk.services import interview, returning
from desk.services.context import Desk
from desk.services.conversations import receive
from tests.conftest import SettableClock
from tests.services.people import entity, exchange, person

NIGHT = timedelta(hours=9)


def told(desk: Desk) -> str:
    conversation = person(desk)
    exchange(desk, conversation, "板橋区の会社です")
    interview.hear(desk, conversation, "inform", [entity("area", "板橋区")])
    return conversation


def test_after_a_night_what_was_told_is_come_back_to(desk: Desk, clock: SettableClock) -> None:
    conversation = told(desk)
    clock.at += NIGHT
    receive(desk, conversation, "おはようございます")

    assert returning.comes_back(desk, conversation)


def test_after_an_hour_nobody_was_away(desk: Desk, clock: SettableClock) -> None:
    conversation = told(desk)
    clock.at += timedelta(hours=1)
    receive(desk, conversation, "こんにちは")

    assert not returning.comes_back(desk, conversation)


def test_who_left_nothing_comes_back_to_nothing(desk: Desk, clock: SettableClock) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "こんにちは")
    clock.at += NIGHT
    receive(desk, conversation, "こんにちは")

    assert not returning.comes_back(desk, conversation)


def test_the_first_message_is_no_return(desk: Desk) -> None:
    conversation = person(desk)
    receive(desk, conversation, "こんにちは")

    assert not returning.comes_back(desk, conversation)
