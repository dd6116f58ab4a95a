"""Drafts for staff: only on wish, only for what waits for an answer, and the conversation stays as it is."""

import pytest

from desk.services.canned import fill_for, list_canned, load_canned
from desk.services.cases import answer_case, hand_back, read_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.suggestions import Draft, drafts_for, is_suggesting, switch_suggestions
from tests.console.conftest import open_case
from tests.services.staffing import conversation_of, member

QUESTION = "NDAとは何ですか。"


@pytest.fixture
def number(desk: Desk) -> str:
    """A case in the hands of staff, whose drafts are on."""
    number = open_case(desk, "a")
    member(desk, "sato")
    answer_case(desk, number, "佐藤です。", "sato")
    switch_suggestions(desk, number, True, "sato")
    return number


def ask(desk: Desk, number: str, text: str = QUESTION) -> None:
    """The person asks."""
    receive(desk, conversation_of(desk, number), text)


def drafts(desk: Desk, number: str) -> list[Draft]:
    """What is offered now."""
    file = read_case(desk, number)
    return drafts_for(desk, file, fill_for(desk, file, "佐藤 花子", list_canned(desk)))


def test_a_question_that_the_library_knows_is_drafted_with_its_source(desk: Desk, number: str) -> None:
    ask(desk, number)

    first = drafts(desk, number)[0]

    assert first.source.startswith("knowledge:")
    assert "秘密" in first.text
    assert first.origin in first.text


def test_a_canned_text_that_fits_is_offered_filled(desk: Desk, number: str) -> None:
    load_canned(desk)
    ask(desk, number, "面談の場所と時間を教えてください。")

    canned = [each for each in drafts(desk, number) if each.source.startswith("canned:")]

    assert canned
    assert desk.profile.place in canned[0].text


def test_nothing_is_sent_and_nothing_is_noted_by_drafting(desk: Desk, number: str) -> None:
    ask(desk, number)
    before = read_case(desk, number)

    drafts(desk, number)

    assert read_case(desk, number) == before


def test_what_is_answered_needs_no_draft(desk: Desk, number: str) -> None:
    ask(desk, number)
    answer_case(desk, number, "秘密保持契約のことです。", "sato")

    assert drafts(desk, number) == []


def test_while_the_bot_answers_nothing_is_drafted(desk: Desk, number: str) -> None:
    hand_back(desk, number, "sato")
    ask(desk, number)

    assert drafts(desk, number) == []


def test_drafts_are_on_only_where_somebody_wished_it(desk: Desk, number: str) -> None:
    ask(desk, number)
    assert is_suggesting(read_case(desk, number))

    switch_suggestions(desk, number, False, "sato")

    assert not is_suggesting(read_case(desk, number))
    assert drafts(desk, number) == []
