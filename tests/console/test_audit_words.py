"""Details of the record in the words of those who read it."""

import pytest

from desk.console.audit_words import detail_words


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({}, ""),
        ({"action": "set", "role": "administrator"}, "操作：登録、役割：管理者"),
        ({"basket": "overdue", "words": ["a1", "b2"]}, "一覧：期限超過、検索した語2個"),
        ({"action": "hand_back", "need": 12}, "操作：hand_back、need：12"),
    ],
)
def test_what_has_words_is_told_in_them_and_the_rest_as_it_is(detail: dict[str, object], words: str) -> None:
    assert detail_words(detail) == words
