"""A sign of distress is met by the desk itself with care, in every language, whatever was asked; staff see it first."""

import pytest

from desk.domain.notices import HUMAN_TITLE
from desk.services.care import help_lines
from desk.services.cases import answer_case, read_case
from desk.services.context import Desk
from tests.services.asking import heard, send, titles
from tests.services.people import consented, handed_over, person, stored_conversation


def test_help_lines_are_named_with_their_numbers_and_a_person_is_offered(desk: Desk) -> None:
    conversation = person(desk)

    assert send(desk, conversation, "もう会社をたたんで消えたい") is None

    (said,) = heard(desk, conversation)
    assert "よりそいホットライン（24時間・無料） 0120-279-338" in said.text
    assert "#いのちSOS 0120-061-338" in said.text
    assert "まもろうよ こころ（厚生労働省）" in said.text
    assert titles(said) == [HUMAN_TITLE]


def test_who_is_worn_out_hears_of_one_line_and_of_the_way_to_funds(desk: Desk) -> None:
    conversation = person(desk)

    send(desk, conversation, "もう限界です。従業員にも給料が払えない")

    (said,) = heard(desk, conversation)
    assert said.text.count("・よりそいホットライン") == 1
    assert "119" not in said.text
    assert titles(said) == [HUMAN_TITLE, "資金を借りる・集める"]


def test_a_threat_is_met_calmly_and_shortly(desk: Desk) -> None:
    conversation = person(desk)

    send(desk, conversation, "殺すぞ")

    (said,) = heard(desk, conversation)
    assert "お腹立ち" in said.text
    assert "0120" not in said.text
    assert titles(said) == [HUMAN_TITLE]


@pytest.mark.parametrize(("language", "word"), [("easy", "119に 電話"), ("en", "call 119")])
def test_it_is_said_in_the_language_of_the_person(desk: Desk, language: str, word: str) -> None:
    conversation = person(desk)
    with desk.database.transaction() as session:
        session.merge(stored_conversation(desk, conversation)).language = language

    send(desk, conversation, "死にたい")

    (said,) = heard(desk, conversation)
    assert word in said.text
    assert "0120-279-338" in said.text
    assert "つらいお気持ち" not in said.text


def test_who_writes_english_is_answered_in_english_before_they_have_chosen(desk: Desk) -> None:
    conversation = person(desk)

    send(desk, conversation, "I want to die, I have lost everything")

    assert "call 119" in heard(desk, conversation)[-1].text


def test_what_was_asked_before_stays_open(desk: Desk) -> None:
    conversation = consented(desk)

    send(desk, conversation, "死にたい")

    assert stored_conversation(desk, conversation).pending == "contact_name"


def test_with_a_case_it_becomes_urgent_and_the_reason_is_told_to_staff(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)

    send(desk, conversation, "もう死ぬしかないかな")

    file = read_case(desk, number)
    assert file.line.priority == "urgent"
    assert any("生きるのがつらい" in line for line in file.brief)


def test_while_staff_speak_the_desk_keeps_silent_but_the_case_becomes_urgent(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)
    answer_case(desk, number, "佐藤です。", "sato")
    heard(desk, conversation)

    send(desk, conversation, "死にたい")

    assert heard(desk, conversation) == []
    assert read_case(desk, number).line.priority == "urgent"


def test_every_line_can_be_reached() -> None:
    assert all(reach.startswith(("0120-", "https://")) for reach in help_lines().values())
