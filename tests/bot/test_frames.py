"""The frame around words is seen in whatever dialect it is said."""

from __future__ import annotations

import pytest

from bot.entities.frames import OTHER, frame


@pytest.mark.parametrize(
    ("before", "words", "after", "expected"),
    [
        ("うちは", "八百屋", "やけど", ("opening", "said")),
        ("すみません、", "印刷業", "です", ("opening", "said")),
        ("板橋で小さな", "鉄工所", "をやってます", ("place", "done")),
        ("フリーの", "看護師", "でございます", ("form", "said")),
        ("", "薬局", "の者ですが", ("opening", "member")),
        ("知り合いの", "問屋", "さんに聞いた", ("of", "reached")),
        ("社員6人、", "金属加工", "。", ("comma", "ended")),
        ("お客さんの", "商社", "もいるらしい", ("of", "topic")),
        ("あの人は昔から", "農業", "ひとすじ", (OTHER, OTHER)),
    ],
)
def test_a_frame_has_a_name_on_both_sides(before: str, words: str, after: str, expected: tuple[str, str]) -> None:
    assert frame(before + words + after, len(before), len(before + words)) == expected


def test_the_start_of_a_long_text_is_not_taken_for_an_opening() -> None:
    assert frame("あ" * 40 + "印刷業です", 40, 43)[0] == OTHER
