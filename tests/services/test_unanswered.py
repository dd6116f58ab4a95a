"""Keeping the questions that nobody could answer."""

from datetime import timedelta

import pytest

from desk.services.context import Desk
from desk.services.unanswered import note_unanswered, read_unanswered
from tests.conftest import SettableClock
from tests.services.people import person

QUESTION = "ブロックチェーンとは何ですか"


def test_a_question_is_kept_once_and_counted(desk: Desk, clock: SettableClock) -> None:
    first, second = person(desk), person(desk, "other")
    note_unanswered(desk, first, QUESTION, [])
    clock.at += timedelta(hours=1)

    note_unanswered(desk, second, "ぶろっくちぇーんとは何ですか？", [])

    (kept,) = read_unanswered(desk)
    assert (kept.text, kept.count) == (QUESTION, 2)
    assert kept.last_at - kept.first_at == timedelta(hours=1)


def test_the_most_frequent_come_first_and_the_limit_holds(desk: Desk) -> None:
    somebody = person(desk)
    for text in ("量子とは", QUESTION, QUESTION, "メタバースとは"):
        note_unanswered(desk, somebody, text, [])

    assert read_unanswered(desk)[0].text == QUESTION
    assert len(read_unanswered(desk, limit=2)) == 2


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("山田太郎の量子とは", [{"entity": "person_name", "value": "山田太郎", "start": 0, "end": 4}]),
        ("私のカード 4111 1111 1111 1111 とは", []),
    ],
)
def test_what_belongs_to_a_person_is_hidden(desk: Desk, text: str, entities: list[dict[str, object]]) -> None:
    note_unanswered(desk, person(desk), text, entities)

    (kept,) = read_unanswered(desk)
    assert "山田" not in kept.text
    assert "4111" not in kept.text


@pytest.mark.parametrize("text", ["", "　"])
def test_nothing_said_is_nothing_asked(desk: Desk, text: str) -> None:
    note_unanswered(desk, person(desk), text, [])

    assert read_unanswered(desk) == []


def test_a_very_long_question_is_cut(desk: Desk) -> None:
    note_unanswered(desk, person(desk), "量子" * 1000, [])

    assert len(read_unanswered(desk)[0].text) == 400
