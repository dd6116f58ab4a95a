"""What came of a case: when it is asked, who may be asked, and what an answer stands for."""

from datetime import date, datetime

import pytest

from desk.clock import JST
from desk.domain.contact import CONSENT_WORDING
from desk.domain.desk_payloads import press_of
from desk.domain.follow_up import ANSWERS, DECLINED, NOTHING_YET, covers, due_on, question, result_of, thanks
from desk.domain.results import ResultKind


@pytest.mark.parametrize(("days", "day"), [(90, date(2027, 2, 22)), (180, date(2027, 5, 23))])
def test_the_days_count_from_the_closing(days: int, day: date) -> None:
    assert due_on(datetime(2026, 11, 24, 16, tzinfo=JST), days) == day


def test_only_who_agreed_to_be_asked_is_asked() -> None:
    assert covers(CONSENT_WORDING)
    assert not covers("2026-11")  # the first wording spoke of answering the consultation only
    assert not covers(None)


def test_every_answer_is_a_button_and_bears_its_meaning() -> None:
    buttons = question(7, "I-2026-000123")["buttons"]
    presses = [press_of(button["payload"]) for button in buttons]
    assert [press.value for press in presses] == list(ANSWERS)
    assert {(press.talk, press.row_id) for press in presses} == {("follow_up", 7)}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("granted", ResultKind.GRANTED),
        ("filed", ResultKind.FILED),
        ("contracted", None),  # no contract without somebody on the other side: staff ask who it is
        (NOTHING_YET, None),
        (DECLINED, None),
    ],
)
def test_a_press_alone_becomes_a_result_where_nothing_is_missing(answer: str, kind: ResultKind | None) -> None:
    assert result_of(answer) == kind


@pytest.mark.parametrize("answer", ANSWERS)
def test_everybody_is_thanked(answer: str) -> None:
    assert "ありがとうございます" in thanks(answer)
