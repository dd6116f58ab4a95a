"""Notes are for colleagues: they tell those they mention, stay as they are, and never reach the person."""

from pathlib import Path

import pytest

from desk.domain.notifications import Kind
from desk.services import case_notes
from desk.services.case_notes import notes_of, write_note
from desk.services.case_rows import NoSuchCase
from desk.services.cases import answer_case, read_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, take_undelivered
from desk.services.notifications import read_notifications
from tests.console.conftest import open_case
from tests.services.staffing import conversation_of, member

SECRET = "資金繰りが厳しい様子。慎重に。"


@pytest.fixture
def number(desk: Desk) -> str:
    """A case, and two colleagues who come after it was opened."""
    number = open_case(desk, "a")
    member(desk, "sato")
    return number


def test_a_note_stands_with_its_author_and_in_the_events(desk: Desk, number: str) -> None:
    write_note(desk, number, SECRET, "sato")

    (note,) = notes_of(desk, number)
    assert (note.author, note.text) == ("佐藤 花子", SECRET)
    (event,) = [each for each in read_case(desk, number).events if each.kind == "noted"]
    assert (event.actor, event.detail) == ("sato", {"note_id": note.id})


def test_who_is_mentioned_is_told_and_the_writer_is_not(desk: Desk, number: str) -> None:
    suzuki, sato = member(desk, "suzuki", "鈴木 一郎"), member(desk, "sato")

    write_note(desk, number, "@鈴木さん、契約の件をお願いします。@佐藤", "sato")

    assert [(each.kind, each.actor) for each in read_notifications(desk, suzuki)] == [(Kind.MENTIONED, "sato")]
    assert Kind.MENTIONED not in [each.kind for each in read_notifications(desk, sato)]


def test_numbers_that_nobody_may_store_are_hidden_in_notes_too(desk: Desk, number: str) -> None:
    write_note(desk, number, "マイナンバーは123456789018とのこと", "sato")

    assert "123456789018" not in notes_of(desk, number)[0].text


def test_a_note_on_a_case_that_does_not_exist_is_refused(desk: Desk) -> None:
    member(desk, "sato")

    with pytest.raises(NoSuchCase):
        write_note(desk, "I-2026-999999", "？", "sato")


def test_there_is_no_way_to_change_a_note() -> None:
    source = Path(case_notes.__file__).read_text(encoding="utf-8")

    assert not any(word in source for word in ("update(", "delete(", "row.text ="))


def test_the_person_never_sees_a_note(desk: Desk, number: str) -> None:
    # given a note beside a reply
    write_note(desk, number, SECRET, "sato")
    answer_case(desk, number, "佐藤です。", "sato")

    # when everything that leads to the person is read
    conversation = conversation_of(desk, number)
    said = [each.text for each in (*messages_after(desk, conversation), *take_undelivered(desk, conversation))]

    # then the reply is there and the note is not
    assert "佐藤です。" in said
    assert not any(SECRET in text for text in said)
