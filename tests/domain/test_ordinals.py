"""Places in what was shown, as people name them."""

import pytest

from desk.domain.ordinals import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("二番目に出てきたやつの条件を知りたい", (1,)),
        ("2つ目を詳しく", (1,)),
        ("３つ目の補助率は", (2,)),
        ("一番目と三番目を比較して", (0, 2)),
        ("三つ目と比べて最初のやつは何が劣るの", (2, 0)),
        ("最初のと1番目", (0,)),
        ("最後のやつ", (3,)),
        ("一番上の助成金", (0,)),
        ("七番目は", ()),
        ("二つ申請したい", ()),
        ("一番いいのは", ()),
        ("その補助金", ()),
    ],
)
def test_places_are_read_in_the_order_of_the_text(text: str, found: tuple[int, ...]) -> None:
    assert places(text, 4) == found


def test_nothing_shown_has_no_places() -> None:
    assert places("最初の", 0) == ()
