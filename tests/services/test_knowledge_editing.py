"""Entries on their way to people, and questions that nobody could answer on their way to an entry."""

from typing import Any

import pytest

from desk.catalogue.editing import UnfitRecord
from desk.domain.editing import Base, Kind, Outdated, OwnWork
from desk.services.context import Desk
from desk.services.knowledge import answer_question
from desk.services.knowledge_editing import (
    draft_entry,
    empty_entry,
    entry_base,
    entry_now,
    list_entries,
    preview_entry,
    publish_entry,
    read_entry,
    restore_entry,
    wordings_of,
)
from desk.services.revisions import Draft, NoSuchRecord, read_version, submit
from desk.services.staff import Member
from desk.services.unanswered import gather_unanswered, note_unanswered, read_unanswered
from tests.services.editors import editor, two_editors
from tests.services.people import person

QUESTION = "ブロックチェーンとは何ですか"
NEW = {
    "title": "ブロックチェーン",
    "topic": "technology",
    "questions": [QUESTION, "ブロックチェーンの意味", "分散型台帳とは"],
    "answer": "取引の記録をつないで、みんなで同じものを持つ技術です。書きかえに気づきやすいのが特徴です。",
    "source": {"title": "この窓口の説明", "url": None},
    "verified": "general",
}


def drafted(desk: Desk, author: Member, entry: str = "", origin: Any = None, **changes: Any) -> int:
    """A submitted draft of an entry, new unless named."""
    content = entry_now(desk, entry) if entry else empty_entry(desk) | NEW
    base = entry_base(desk, entry) if entry else Base(None, None)
    draft = Draft(Kind.ENTRY, entry, content | changes, "聞かれることが多いため", base, origin or {})
    revision = draft_entry(desk, draft, author)
    submit(desk, revision, author.id)
    return revision


def test_a_new_entry_answers_as_soon_as_somebody_else_has_published_it(desk: Desk) -> None:
    author, other = two_editors(desk)
    revision = drafted(desk, author)
    assert answer_question(desk.library, QUESTION).entry is None

    publish_entry(desk, revision, other)

    found = answer_question(desk.library, QUESTION).entry
    assert found is not None
    assert (found.id, found.answer) == ("k-0001", NEW["answer"])


def test_nobody_publishes_their_own_entry(desk: Desk) -> None:
    author, _ = two_editors(desk)
    revision = drafted(desk, author)

    with pytest.raises(OwnWork):
        publish_entry(desk, revision, author)


def test_an_entry_of_the_seeds_is_mended_and_brought_back(desk: Desk) -> None:
    author, other = two_editors(desk)
    before = entry_now(desk, "gbizid")
    first = drafted(desk, author, "gbizid", answer="補助金の申請などに使う、事業者のためのIDです。")
    publish_entry(desk, first, other)
    assert answer_question(desk.library, "", "gbizid").entry.answer == "補助金の申請などに使う、事業者のためのIDです。"

    publish_entry(desk, drafted(desk, author, "gbizid", answer=before["answer"]), other)
    again = restore_entry(desk, first, other)

    assert entry_now(desk, "gbizid")["answer"] == before["answer"]
    assert read_version(desk, again).content["answer"] == "補助金の申請などに使う、事業者のためのIDです。"
    assert len(read_entry(desk, "gbizid").versions) == 3


def test_what_is_withheld_can_be_checked_and_told(desk: Desk) -> None:
    author, other = two_editors(desk)
    withheld = list_entries(desk)[0]
    assert not withheld.shown
    source = {"title": "ものづくり補助金 公募要領", "url": "https://example.go.jp/youryo.pdf"}

    publish_entry(desk, drafted(desk, author, withheld.id, verified="official", source=source), other)

    assert withheld.id in {entry.id for entry in desk.library.entries}


def test_the_preview_tells_what_changes(desk: Desk) -> None:
    preview = preview_entry(desk, drafted(desk, editor(desk), "gbizid", answer="事業者のためのIDです。"))

    assert [(each.title, each.after) for each in preview.differences] == [("答え", ("事業者のためのIDです。",))]


def test_publishing_over_something_newer_is_refused(desk: Desk) -> None:
    author, other = two_editors(desk)
    first, second = (drafted(desk, author, "gbizid", answer=text) for text in ("一つめの案です。", "二つめの案です。"))
    publish_entry(desk, first, other)

    with pytest.raises(Outdated):
        publish_entry(desk, second, other)


@pytest.mark.parametrize(
    ("changes", "path", "kind"),
    [
        ({"answer": ""}, ("answer",), "string_too_short"),
        ({"answer": "あ" * 201}, ("answer",), "string_too_long"),
        ({"questions": ["一つだけ"]}, ("questions",), "too_short"),
        ({"answer": "手数料は5,000円です。"}, (), "no_figures"),
        ({"source": {"title": "案内", "url": "javascript:alert(1)"}}, ("source", "url"), "string_pattern_mismatch"),
        ({"questions": ["GビズIDとは", "あ", "い"]}, ("questions", 0), "shared_wording"),
    ],
)
def test_what_is_wrong_is_named(desk: Desk, changes: dict[str, Any], path: tuple[str | int, ...], kind: str) -> None:
    with pytest.raises(UnfitRecord) as unfit:
        drafted(desk, editor(desk), **changes)

    assert [(fault.path, fault.kind) for fault in unfit.value.faults] == [(path, kind)]


def test_questions_of_the_same_words_are_put_together(desk: Desk) -> None:
    somebody = person(desk)
    for text in (QUESTION, "ブロックチェーンって何？", "メタバースの意味"):
        note_unanswered(desk, somebody, text, [])

    first, second = gather_unanswered(desk)

    assert [each.text for each in first.questions] == [QUESTION, "ブロックチェーンって何？"]
    assert (first.count, second.count) == (2, 1)


def test_an_entry_made_of_a_question_marks_it_as_answered(desk: Desk) -> None:
    # given a question that nobody could answer, and a draft made of it
    author, other = two_editors(desk)
    note_unanswered(desk, person(desk), "分散台帳はどんな技術ですか", [])
    (cluster,) = gather_unanswered(desk)
    assert wordings_of(desk, cluster.ids) == ["分散台帳はどんな技術ですか"]
    revision = drafted(desk, author, origin={"unanswered": list(cluster.ids)})
    assert read_unanswered(desk)

    # when it is published, nobody waits for it any more
    publish_entry(desk, revision, other)
    assert read_unanswered(desk) == []


def test_what_does_not_exist_is_said_not_to(desk: Desk) -> None:
    with pytest.raises(NoSuchRecord):
        read_entry(desk, "nowhere")
    with pytest.raises(NoSuchRecord):
        entry_now(desk, "nowhere")
