"""Normalisation keeps the way back to the text as it was sent."""

from __future__ import annotations

import pytest

from bot.text.normal import LIMIT, normalise


@pytest.mark.parametrize(
    ("sent", "normal"),
    [
        ("１２名", "12名"),
        ("ﾊﾞﾈ工場", "バネ工場"),
        ("が", "が"),  # composed from two characters
        ("03−1234−5678", "03-1234-5678"),
        ("03ー1234ー5678", "03-1234-5678"),
        ("メーカー", "メーカー"),
        ("10〜20名", "10~20名"),
        ("  あ \n い　", "あ い "),
        ("㈱山田", "(株)山田"),
        ("a\u200bb\x07c", "abc"),
        ("", ""),
    ],
)
def test_texts_are_normalised(sent: str, normal: str) -> None:
    assert normalise(sent).text == normal


@pytest.mark.parametrize("sent", ["　資本金　３千万", "ﾊﾞﾈの会社で㈱です", "A\u200bＢＣ　　12", "が12"])
def test_every_character_knows_where_it_came_from(sent: str) -> None:
    normal = normalise(sent)
    for index, character in enumerate(normal.text):
        start, end = normal.span(index, index + 1)
        assert normalise(f"x{sent[start:end]}x").text[1:-1].find(character) >= 0


def test_a_span_covers_the_characters_as_sent() -> None:
    normal = normalise("社員は１２名です")
    start = normal.text.index("12")
    assert normal.original[slice(*normal.span(start, start + 3))] == "１２名"


def test_only_so_much_is_read() -> None:
    assert len(normalise("あ" * 10_000).text) == LIMIT


def test_lower_case_keeps_the_length() -> None:
    normal = normalise("ＧｏーTech İstanbul")
    assert len(normal.lower) == len(normal.text)
    assert normal.lower.startswith("go")
