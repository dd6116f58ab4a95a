"""The three questions after a case: their order, their buttons, and answers that are written."""

import pytest

from desk.domain.desk_payloads import Press, payload, press_of
from desk.domain.survey import LEAVE_OUT, WRITE, Step, question, score_in, step_after, word_taken


def test_each_question_can_be_left_out() -> None:
    for step in (Step.SCORE, Step.SOLVED, Step.WORD):
        values = [load.rsplit(":", 1)[1] for _title, load in question(12, step).buttons]
        assert LEAVE_OUT in values


def test_only_the_first_question_says_what_it_is_about() -> None:
    assert "I-2026-000123" in question(12, Step.SCORE, "I-2026-000123").text
    assert "I-2026-000123" not in question(12, Step.SOLVED, "I-2026-000123").text


def test_left_out_or_not_the_questions_follow_one_another() -> None:
    step, steps = Step.SCORE, []
    while step is not Step.DONE:
        step = step_after(step, LEAVE_OUT)
        steps.append(step)
    assert steps == [Step.SOLVED, Step.WORD, Step.DONE]


def test_only_who_wants_to_write_is_listened_to() -> None:
    assert step_after(Step.WORD, WRITE) is Step.WRITING
    assert step_after(Step.WRITING, "anything") is Step.DONE


def test_the_end_asks_for_nothing() -> None:
    assert question(12, Step.DONE).buttons == ()
    assert [title for title, _load in word_taken(12).buttons] == ["いまのは相談の質問でした"]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("5", 5),
        ("５点です", 5),
        (" 3点。", 3),
        ("6", None),
        ("0点", None),
        ("補助金を5つ教えて", None),
        ("15", None),
        ("", None),
    ],
)
def test_a_score_that_is_written_is_heard_and_nothing_else(text: str, score: int | None) -> None:
    assert score_in(text) == score


def test_a_button_carries_what_is_needed_to_take_its_press() -> None:
    assert press_of(payload("survey", 12, Step.SCORE, "5")) == Press("survey", 12, "score", "5")
    assert press_of('/inform{"a": "b:c:d:e:f"}') is None
    assert press_of("/affirm") is None
