"""The review queue on each database: what waits, what is kept, and that one sentence is settled once."""

import pytest
from sqlalchemy import delete, select

from desk.db.tables import Message, Review
from desk.services.context import Desk
from desk.services.reviews import (
    AlreadyReviewed,
    NoSuchUtterance,
    Reading,
    UnfitReview,
    read_reviews,
    save_review,
    withdraw_review,
)
from tests.services.people import exchange, handed_over, person
from tests.services.uncertain import found, reviewer, unsure


def texts(desk: Desk, below: float = 0.5) -> list[str]:
    """What waits."""
    return [each.text for each in read_reviews(desk, below).waiting]


def stored(desk: Desk, message_id: int) -> Review:
    """The row of a review."""
    with desk.database.reading() as session:
        return session.scalars(select(Review).where(Review.message_id == message_id)).one()


def test_an_empty_desk_has_an_empty_queue(desk: Desk) -> None:
    reviews = read_reviews(desk, 0.5)
    assert (reviews.waiting, reviews.total, reviews.settled) == ([], 0, [])
    assert reviews.counts == {"training": 0, "test": 0, "skipped": 0, "exported": 0}


def test_what_was_hardly_understood_waits_newest_first(desk: Desk) -> None:
    unsure(desk, "膜がぱりぱりになる", confidence=0.4, intent="tech_consult")
    unsure(desk, "あれ貸してもらえるやつ")
    unsure(desk, "技術相談したい", confidence=0.97, intent="tech_consult")
    assert texts(desk) == ["あれ貸してもらえるやつ", "膜がぱりぱりになる"]


def test_the_setting_says_what_is_hardly_understood(desk: Desk) -> None:
    unsure(desk, "膜がぱりぱりになる", confidence=0.4, intent="tech_consult")
    assert texts(desk, below=0.4) == []
    assert texts(desk, below=0.41) == ["膜がぱりぱりになる"]


def test_what_was_not_understood_waits_whatever_the_setting(desk: Desk) -> None:
    unsure(desk, "あれ貸してもらえるやつ", confidence=0.29)
    assert texts(desk, below=0.0) == ["あれ貸してもらえるやつ"]


def test_a_line_tells_the_ranking_and_what_the_bot_had_said(desk: Desk) -> None:
    exchange(desk, person(desk), "こんにちは")
    unsure(desk, "膜がぱりぱりになる")
    (waiting,) = read_reviews(desk, 0.5).waiting
    assert waiting.before == "こんにちは。ご用件をどうぞ。"
    assert waiting.ranking == (("tech_consult", 0.21), ("use_facility", 0.12))
    assert (waiting.intent, waiting.confidence) == ("nlu_fallback", 0.21)


def test_names_and_numbers_are_hidden(desk: Desk) -> None:
    text = "板橋の山田といいますが、090-1234-5678に電話ほしいです"
    unsure(desk, text, found("person_name", "山田", text, "山田"), found("phone", "x", text, "090-1234-5678"))
    assert texts(desk) == ["板橋の［お名前］といいますが、［電話番号］に電話ほしいです"]
    assert [words for _, words, _ in read_reviews(desk, 0.5).waiting[0].found] == ["［お名前］", "［電話番号］"]


def test_commands_and_messages_for_staff_do_not_wait(desk: Desk) -> None:
    handed_over(desk, person(desk))
    for command in ("/restart", "／inform{}"):
        unsure(desk, command)
    assert texts(desk) == []


def test_the_same_words_of_several_people_wait_once(desk: Desk) -> None:
    unsure(desk, "あれ貸してもらえるやつ", who="佐々木")
    newest = unsure(desk, "アレ、貸してもらえるやつ？", who="井上")
    assert [each.message_id for each in read_reviews(desk, 0.5).waiting] == [newest]


def test_what_is_settled_leaves_the_queue_with_everybody_who_said_it(desk: Desk) -> None:
    member = reviewer(desk)
    unsure(desk, "あれ貸してもらえるやつ", who="佐々木")
    newest = unsure(desk, "あれ貸してもらえるやつ。", who="井上")
    save_review(desk, newest, Reading("use_facility"), member.id)
    unsure(desk, "あれ貸してもらえるやつ!", who="大野")
    reviews = read_reviews(desk, 0.5)
    assert reviews.waiting == []
    assert sum(reviews.counts.values()) == 1
    assert [(each.text, each.intent, each.exported) for each in reviews.settled] == [
        ("あれ貸してもらえるやつ。", "use_facility", False)
    ]


def test_a_review_says_who_when_and_what_is_right(desk: Desk) -> None:
    member = reviewer(desk)
    text = "板橋でめっきが剥がれて"
    entities = [found("area", "板橋区", text, "板橋"), found("purpose", "testing", text, "剥がれ")]
    message = unsure(desk, text, *entities)
    save_review(desk, message, Reading("tech_consult", frozenset({0}), ("tech_theme", "めっき")), member.id)
    row = stored(desk, message)
    assert (row.intent, row.reviewer_id, row.at, row.exported_at) == ("tech_consult", member.id, desk.now(), None)
    assert row.use in ("training", "test")
    assert row.entities == [
        {"entity": "area", "value": "板橋区", "start": 0, "end": 2},
        {"entity": "tech_theme", "value": "めっき", "start": 3, "end": 6},
    ]


def test_names_stay_marked_whatever_is_taken_away(desk: Desk) -> None:
    member = reviewer(desk)
    text = "山田ですけど"
    message = unsure(desk, text, found("person_name", "山田", text, "山田"))
    save_review(desk, message, Reading("inform"), member.id)
    assert [each["entity"] for each in stored(desk, message).entities] == ["person_name"]


def test_a_skipped_message_is_for_nothing_and_does_not_come_back(desk: Desk) -> None:
    member = reviewer(desk)
    message = unsure(desk, "ん")
    save_review(desk, message, Reading(None), member.id)
    unsure(desk, "ん？", who="井上")
    assert texts(desk) == []
    assert (stored(desk, message).intent, stored(desk, message).use) == (None, None)
    assert read_reviews(desk, 0.5).counts["skipped"] == 1


def test_two_members_of_staff_settle_a_message_once(desk: Desk) -> None:
    member = reviewer(desk)
    first, second = unsure(desk, "あれ貸して"), unsure(desk, "アレ貸して！", who="井上")
    save_review(desk, first, Reading("use_facility"), member.id)
    for message in (first, second):
        with pytest.raises(AlreadyReviewed):
            save_review(desk, message, Reading("tech_consult"), member.id)
    assert stored(desk, first).intent == "use_facility"


def test_a_review_can_be_taken_back_until_it_is_exported(desk: Desk) -> None:
    member = reviewer(desk)
    message = unsure(desk, "あれ貸して")
    save_review(desk, message, Reading("thank"), member.id)
    withdraw_review(desk, message)
    assert texts(desk) == ["あれ貸して"]
    save_review(desk, message, Reading("use_facility"), member.id)
    with desk.database.transaction() as session:
        session.scalars(select(Review)).one().exported_at = desk.now()
    with pytest.raises(NoSuchUtterance):
        withdraw_review(desk, message)


@pytest.mark.parametrize(
    "reading",
    [
        Reading("nlu_fallback"),
        Reading(""),
        Reading("thank", added=("tech_theme", "溶接")),
        Reading("thank", added=("area", "れ")),
    ],
)
def test_what_does_not_fit_is_refused(desk: Desk, reading: Reading) -> None:
    member = reviewer(desk)
    message = unsure(desk, "あれ貸して")
    with pytest.raises(UnfitReview):
        save_review(desk, message, reading, member.id)
    assert texts(desk) == ["あれ貸して"]


def test_only_messages_of_people_can_be_settled(desk: Desk) -> None:
    member = reviewer(desk)
    answer = unsure(desk, "あれ貸して") + 1
    for message in (answer, 999_999):
        with pytest.raises(NoSuchUtterance):
            save_review(desk, message, Reading("thank"), member.id)


def test_a_review_goes_with_its_message(desk: Desk) -> None:
    member = reviewer(desk)
    message = unsure(desk, "あれ貸して")
    save_review(desk, message, Reading("use_facility"), member.id)
    with desk.database.transaction() as session:
        session.execute(delete(Message).where(Message.answers_id == message))
        session.execute(delete(Message).where(Message.id == message))
    assert read_reviews(desk, 0.5).settled == []
