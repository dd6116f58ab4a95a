"""Tables for spreadsheets in which nothing runs."""

import pytest

from desk.console.sheets import MARK, harmless, sheet, written


@pytest.mark.parametrize("words", ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "＝1+1", "－5"])
def test_words_that_look_like_a_formula_stay_words(words: str) -> None:
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("value", ["相談", "", None, -1, 3.5, "3=3"])
def test_anything_else_stays_as_it_is(value: str | float | None) -> None:
    assert harmless(value) == value


def test_the_text_begins_with_the_mark_and_quotes_what_needs_it() -> None:
    assert written(["名前", "値"], [["試作, 設備", 3], [None, 0.5]]) == f'{MARK}名前,値\r\n"試作, 設備",3\r\n,0.5\r\n'


def test_the_file_has_a_japanese_name_and_is_kept_by_no_cache() -> None:
    response = sheet("指標", ["値"], [])

    assert response.headers["content-disposition"] == "attachment; filename*=UTF-8''%E6%8C%87%E6%A8%99.csv"
    assert response.headers["cache-control"] == "no-store"
