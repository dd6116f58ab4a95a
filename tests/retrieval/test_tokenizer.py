"""Cutting texts into content words."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.retrieval.tokenizer import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("秘密保持契約", ["秘密", "保持", "契約"]),
        ("費用がかかる", ["費用", "掛かる"]),
        ("ＴＬＯとは何ですか", ["tlo"]),
        ("どうすればいいのか教えてください", []),
        ("", []),
        ("？！。", []),
    ],
)
def test_content_words_are_short_and_in_one_spelling(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_spellings_of_one_word_are_the_same() -> None:
    assert words("見積もりを取る") == words("見積りをとる")


def test_a_text_of_any_length_is_read() -> None:
    assert len(words("契約" * 50_000)) <= 2_000


def test_many_threads_can_cut_at_once() -> None:
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(words, ["共同研究の費用"] * 200))

    assert results == [["共同", "研究", "費用"]] * 200
