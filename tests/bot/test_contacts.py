"""Telephone numbers, mail addresses, case numbers."""

from __future__ import annotations

import pytest

from bot.entities.contacts import find_case_ids, find_emails, find_phones
from bot.text.normal import normalise


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("０３－１２３４－５６７８", "03-1234-5678"), ("03(1234)5678です", "03-1234-5678"), ("09012345678", "090-1234-5678"),
        ("0312345678", "03-1234-5678"), ("+81-90-1234-5678", "090-1234-5678"), ("090 1234 5678", "090-1234-5678"),
        ("03の1234の5678", "03-1234-5678"), ("0120-444-555", "0120-444-555"),
        ("〇三の三九六一の二二〇五", "03-3961-2205"), ("○九〇 一二三四 五六七八です", "090-1234-5678"),
        ("ゼロサンの三九六一の二二〇五", "03-3961-2205"), ("ゼロきゅうゼロのいちにさんよんのごろくななはち", "090-1234-5678"),
    ],
)  # fmt: skip
def test_phones(text: str, value: str) -> None:
    assert [found.value for found in find_phones(normalise(text).text)] == [value]


def test_a_dictated_phone_lies_where_it_is_said() -> None:
    text = "電話は〇三の三九六一の二二〇五の林です"
    (found,) = find_phones(text)
    assert text[found.start : found.end] == "〇三の三九六一の二二〇五"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "従業員 12",
        "I-2026-000123",
        "〒173-0004",
        "1234567890123456",
        "資本金 03",
        "二〇〇三年の十二月三十一日",
        "ゼロから始めて三年",
    ],
)
def test_other_digits_are_no_phone(text: str) -> None:
    assert find_phones(normalise(text).text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Taro.Yamada＠Example.co.jpまで", "taro.yamada@example.co.jp"),
        ("info @ kojo.jp", "info@kojo.jp"),
        ("ｉｎｆｏ＠ｋｏｊｏ．ｊｐ", "info@kojo.jp"),
    ],
)
def test_mail_addresses(text: str, value: str) -> None:
    assert [found.value for found in find_emails(normalise(text).text)] == [value]


@pytest.mark.parametrize("text", ["@yamada", "yamada@", "a@b", "メールは後で"])
def test_no_mail_address(text: str) -> None:
    assert find_emails(normalise(text).text) == []


@pytest.mark.parametrize("text", ["I-2026-000123の件", "i2026000123", "Ｉ－２０２６－０００１２３", "i 2026 000123"])
def test_case_numbers(text: str) -> None:
    assert [found.value for found in find_case_ids(normalise(text).text)] == ["I-2026-000123"]


@pytest.mark.parametrize("text", ["I-2026-123", "2026000123", "AI-2026-0001234"])
def test_no_case_number(text: str) -> None:
    assert find_case_ids(normalise(text).text) == []
