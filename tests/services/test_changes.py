"""Listeners hear what concerns them, as long as they listen."""

import threading

import pytest

from desk.services.changes import CASES, Changes
from desk.services.context import Desk
from desk.services.conversations import messages_after, receive
from tests.services.people import person


def test_a_listener_hears_its_own_subject_only() -> None:
    changes, heard = Changes(), []

    with changes.listening("佐々木", lambda: heard.append("佐々木")):
        changes.report("田中")
        changes.report("佐々木", CASES)

    assert heard == ["佐々木"]


def test_after_the_block_nothing_is_heard_any_more() -> None:
    changes, heard = Changes(), []
    with changes.listening(CASES, lambda: heard.append("case")):
        pass

    changes.report(CASES)

    assert heard == []


def test_two_listeners_of_one_subject_are_both_told_and_part_separately() -> None:
    changes, heard = Changes(), []
    with changes.listening(CASES, lambda: heard.append("first screen")):
        with changes.listening(CASES, lambda: heard.append("second screen")):
            changes.report(CASES)
        changes.report(CASES)

    assert heard == ["first screen", "second screen", "first screen"]


def test_a_listener_that_fails_while_it_listens_is_still_let_go() -> None:
    changes = Changes()

    with pytest.raises(RuntimeError, match="画面が閉じた"), changes.listening(CASES, lambda: None):
        raise RuntimeError("画面が閉じた")

    changes.report(CASES)


def test_a_listener_may_stop_listening_while_it_is_told() -> None:
    # given two screens, of which one leaves as soon as it hears something
    changes, left = Changes(), threading.Event()
    leaving = changes.listening(CASES, left.set)
    leaving.__enter__()

    with changes.listening(CASES, lambda: leaving.__exit__(None, None, None)):
        changes.report(CASES)

    assert left.is_set()


def test_the_change_is_in_the_database_when_it_is_told(desk: Desk) -> None:
    conversation, seen = person(desk), []

    with desk.changes.listening(conversation, lambda: seen.extend(messages_after(desk, conversation))):
        receive(desk, conversation, "助成金を探しています")

    assert [said.text for said in seen] == ["助成金を探しています"]
