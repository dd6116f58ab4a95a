"""What people say of the help is kept beside the reply that it is about."""

from desk.db.tables import Feedback
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.feedback import keep_feedback
from tests.services.people import exchange, person


def kept(desk: Desk) -> list[Feedback]:
    with desk.database.reading() as session:
        return session.query(Feedback).order_by(Feedback.id).all()


def test_a_score_is_kept_with_the_reply_before_it(desk: Desk) -> None:
    # given somebody who was answered
    somebody = person(desk)
    exchange(desk, somebody, "窓口は何時まで?", {"text": "17時までです。"})

    # when they rate it
    receipt = receive(desk, somebody, "5点です")
    rating = keep_feedback(desk, somebody)

    # then score, message and the reply it is about are kept
    (row,) = kept(desk)
    assert (rating.score, row.score, row.liked) == (5, 5, True)
    assert row.message_id == receipt.message_id
    assert row.about_id is not None
    assert row.about_id < row.message_id
    assert row.at == desk.now()


def test_the_same_message_counts_once(desk: Desk) -> None:
    somebody = person(desk)
    receive(desk, somebody, "👍")

    keep_feedback(desk, somebody)
    keep_feedback(desk, somebody)

    assert [row.liked for row in kept(desk)] == [True]


def test_a_second_rating_is_another_row(desk: Desk) -> None:
    somebody = person(desk)
    for text in ("3点", "やっぱり1点"):
        receive(desk, somebody, text)
        keep_feedback(desk, somebody)

    assert [row.score for row in kept(desk)] == [3, 1]


def test_a_rating_before_any_reply_is_about_nothing(desk: Desk) -> None:
    somebody = person(desk)
    receive(desk, somebody, "とてもよかった")

    keep_feedback(desk, somebody)

    assert [row.about_id for row in kept(desk)] == [None]


def test_without_a_message_there_is_nothing_to_keep(desk: Desk) -> None:
    assert keep_feedback(desk, person(desk)).liked is None
    assert kept(desk) == []
