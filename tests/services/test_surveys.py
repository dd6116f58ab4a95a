"""Three questions after a case: asked once, answered by buttons or in words, and never a trap; on both databases."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.db.tables import Conversation, Survey
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.surveys import send_surveys, turnout
from tests.conftest import SettableClock
from tests.services.asking import closed, heard, press, send, titles
from tests.services.people import cases_of, events_of, handed_over, person


@pytest.fixture
def conversation(desk: Desk) -> str:
    """Somebody whose case has just been closed."""
    conversation = person(desk)
    closed(desk, conversation)
    return conversation


def survey_of(desk: Desk, conversation: str) -> Survey:
    """The row."""
    with desk.database.reading() as session:
        return session.scalars(select(Survey).where(Survey.conversation_id == conversation)).one()


def test_three_presses_are_a_whole_survey(desk: Desk, conversation: str) -> None:
    # given the questions
    assert send_surveys(desk) == 1
    (first,) = heard(desk, conversation)
    assert titles(first)[0] == "5 とても満足"

    # when the person presses, by id or by title, and writes a word
    press(desk, conversation, first, "4 満足")
    (second,) = heard(desk, conversation)
    send(desk, conversation, "はい")
    (third,) = heard(desk, conversation)
    press(desk, conversation, third, "ひとこと書く")
    heard(desk, conversation)
    assert send(desk, conversation, "説明が分かりやすかったです。") is None

    # then all of it is in the record, and the person is thanked
    survey = survey_of(desk, conversation)
    assert (survey.score, survey.solved, survey.word) == (4, True, "説明が分かりやすかったです。")
    assert titles(second) == ["はい", "いいえ", "答えない"]
    assert "お預かりしました" in heard(desk, conversation)[0].text
    assert cases_of(desk, conversation)[0].satisfaction == 4
    number = cases_of(desk, conversation)[0].number
    assert [each for each in events_of(desk, number) if each[1] == "rated"] == [("user", "rated")] * 3


def test_nobody_is_asked_twice_even_when_the_case_is_closed_again(desk: Desk, conversation: str) -> None:
    send_surveys(desk)
    number = cases_of(desk, conversation)[0].number
    update_case(desk, number, "sato", {"status": "in_progress"})
    update_case(desk, number, "sato", {"status": "closed"})
    assert send_surveys(desk) == 0


def test_a_case_that_nobody_answered_is_not_asked_about(desk: Desk) -> None:
    number = handed_over(desk, person(desk))
    update_case(desk, number, "sato", {"status": "closed"})
    assert send_surveys(desk) == 0


def test_each_question_can_be_left_out_and_leaves_no_answer(desk: Desk, conversation: str) -> None:
    send_surveys(desk)
    for title in ("答えない", "答えない", "書かずに終える"):
        assert press(desk, conversation, heard(desk, conversation)[-1], title) is None
    survey = survey_of(desk, conversation)
    assert (survey.step, survey.score, survey.solved, survey.word, survey.answered_at) == (
        "done",
        None,
        None,
        None,
        None,
    )


@pytest.mark.parametrize("text", ["5", "５点です"])
def test_a_score_may_be_written(desk: Desk, conversation: str, text: str) -> None:
    send_surveys(desk)
    assert send(desk, conversation, text) is None
    assert survey_of(desk, conversation).score == 5


def test_who_asks_something_else_is_heard_by_the_bot_and_can_still_answer(desk: Desk, conversation: str) -> None:
    # given the first question
    send_surveys(desk)
    (first,) = heard(desk, conversation)

    # when the person asks something else
    forward = send(desk, conversation, "補助金はほかにもありますか")

    # then the bot hears it, with no question open, and the buttons still count
    assert forward is not None
    assert (forward.text, forward.asked) == ("補助金はほかにもありますか", None)
    assert forward.slots["pending"] is None
    assert press(desk, conversation, first, "2 不満") is None
    assert survey_of(desk, conversation).score == 2


def test_a_question_that_was_taken_for_a_word_goes_to_the_bot_after_all(desk: Desk, conversation: str) -> None:
    send_surveys(desk)
    for title in ("答えない", "答えない", "ひとこと書く"):
        press(desk, conversation, heard(desk, conversation)[-1], title)
    send(desk, conversation, "窓口は何時までですか")
    forward = press(desk, conversation, heard(desk, conversation)[-1], "いまのは相談の質問でした")
    assert forward is not None
    assert forward.text == "窓口は何時までですか"
    assert survey_of(desk, conversation).word is None


def test_an_old_button_changes_no_answer(desk: Desk, conversation: str) -> None:
    send_surveys(desk)
    (first,) = heard(desk, conversation)
    press(desk, conversation, first, "5 とても満足")
    press(desk, conversation, first, "1 とても不満")
    assert survey_of(desk, conversation).score == 5
    assert "もうお答えいただきました" in heard(desk, conversation)[-1].text


def test_a_survey_waits_while_the_bot_asks_or_staff_talk_and_does_not_come_too_late(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).pending = "employees"
    assert send_surveys(desk) == 0
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).pending = None
        session.get_one(Conversation, conversation).gate = "staff"
    assert send_surveys(desk) == 0
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).gate = "bot"
    clock.at += timedelta(days=8)
    assert send_surveys(desk) == 0


def test_what_was_noted_on_the_phone_asks_nobody(desk: Desk) -> None:
    closed(desk, person(desk, "電話の佐々木", channel="phone"))
    assert send_surveys(desk) == 0


def test_at_night_nobody_is_asked(desk: Desk, conversation: str, clock: SettableClock) -> None:
    clock.at = clock.at.replace(hour=22)
    assert send_surveys(desk) == 0


def test_while_staff_hold_a_new_case_words_are_for_them(desk: Desk, conversation: str) -> None:
    send_surveys(desk)
    again = handed_over(desk, conversation)
    answer_case(desk, again, "続きをうかがいます。", "sato")
    assert send(desk, conversation, "5") is None
    assert survey_of(desk, conversation).score is None


def test_the_turnout_counts_who_was_asked_and_who_answered(desk: Desk, clock: SettableClock) -> None:
    talks = [person(desk, name) for name in ("佐々木", "田中", "鈴木")]
    for each in talks:
        closed(desk, each)
    start = clock.at
    assert turnout(desk, start, start + timedelta(days=1)).rate is None
    assert send_surveys(desk) == 3
    press(desk, talks[0], heard(desk, talks[0])[-1], "5 とても満足")
    press(desk, talks[1], heard(desk, talks[1])[-1], "答えない")
    found = turnout(desk, start, start + timedelta(days=1))
    assert (found.asked, found.answered, found.scores, found.rate) == (3, 1, (5,), 1 / 3)
    assert turnout(desk, start - timedelta(days=1), start).asked == 0
