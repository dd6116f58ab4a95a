"""Questions that come instead of an answer."""

import pytest

from desk.domain.asking_back import asks_back


@pytest.mark.parametrize(
    "text",
    [
        "名前は要りますか",
        "名前は要りますか。",
        "だめですか？",
        "なぜ?",
        "いるんでしょうか ",
        "言わないとだめか",
        "名乗る必要あるのか",
    ],
)
def test_a_question_is_told_from_an_answer(text: str) -> None:
    assert asks_back(text)


@pytest.mark.parametrize(
    "text", ["", "佐藤です", "田中", "はい", "12人くらいかな", "株式会社みなか", "佐野ほのか", "/affirm"]
)
def test_an_answer_is_no_question(text: str) -> None:
    assert not asks_back(text)
