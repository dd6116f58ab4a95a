"""Scores and words of praise or blame."""

import pytest

from desk.domain.rating import Rating, read_rating


@pytest.mark.parametrize(
    ("text", "score", "liked"),
    [
        ("5点です", 5, True),
        ("２点", 2, False),
        ("３点かな", 3, None),
        ("10点満点で8点", 4, True),
        ("100点満点中60点", 3, None),
        ("90点！", 4, True),
        ("星4つ", 4, True),
        ("★★★★☆", 4, True),
        ("4/5", 4, True),
        ("五点満点です", 5, True),
        ("4", 4, True),
        ("とても分かりやすかった", None, True),
        ("👍", None, True),
        ("👎", None, False),
        ("あまり役に立たなかった", None, False),
        ("わかりにくい", None, False),
        ("満足できない", None, False),
        ("very helpful", None, True),
        ("ふむ", None, None),
    ],
)
def test_a_rating_is_read(text: str, score: int | None, liked: bool | None) -> None:
    assert read_rating(text) == Rating(score, liked)


def test_more_points_than_there_are_is_no_score() -> None:
    assert read_rating("500点").score is None


def test_only_blame_asks_for_an_apology() -> None:
    assert read_rating("1点").blames
    assert not read_rating("3点").blames
