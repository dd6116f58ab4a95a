"""Sentences for what the desk does so that no case is forgotten."""

import pytest

from desk.console.aftercare_words import aftercare_event


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        ("reminded", {"clock": "contact", "rung": "late"}, "1営業日過ぎた"),
        ("reminded", {"clock": "first_reply", "rung": "soon"}, "最初の返事の期限が近い"),
        ("silence", {"step": "ask"}, "様子をうかがいました"),
        ("survey_asked", {}, "アンケートをお願い"),
        ("rated", {"score": 5}, "満足度：5 とても満足"),
        ("rated", {"solved": False}, "いいえ"),
        ("rated", {"word": True}, "感想"),
        ("follow_up", {"after_days": 90, "asked": False}, "担当者の確認待ち"),
    ],
)
def test_every_event_is_a_sentence(kind: str, detail: dict[str, object], words: str) -> None:
    assert words in (aftercare_event(kind, detail) or "")


def test_what_others_record_is_left_to_them() -> None:
    assert aftercare_event("opened", {}) is None
