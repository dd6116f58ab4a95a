"""Amounts of money: their value, what is no money, and what is no single value."""

from __future__ import annotations

import pytest

from bot.entities.amounts import MOST, amounts
from bot.text.normal import normalise


@pytest.mark.parametrize(
    ("text", "yen"),
    [
        ("予算は300万円", 3_000_000), ("300 万円くらい", 3_000_000), ("1.5億", 150_000_000), ("壱千五百萬円の予定", 15_000_000),
        ("予算は500満円です", 5_000_000), ("500k円ほど", 500_000), ("3.2M円", 3_200_000), ("¥6,600,000", 6_600_000),
        ("3000千円", 3_000_000), ("500くらいかけるつもり", 5_000_000), ("予算は800くらい", 8_000_000), ("2000万弱で", 20_000_000),
        ("ごひゃくまんくらいで", 5_000_000), ("千円の切手", 1000),
    ],
)  # fmt: skip
def test_an_amount_has_its_value_in_yen(text: str, yen: int) -> None:
    assert [(amount.yen, amount.single) for amount in amounts(normalise(text).text)] == [(yen, True)]


@pytest.mark.parametrize(
    "text",
    [
        "10万個",
        "千人",
        "一千万画素",
        "千代田区",
        "予算は三桁万円",
        "社員は20くらい",
        "2019年",
        "12件",
        "億を超える",
        "万が一",
    ],
)
def test_what_is_counted_otherwise_is_no_money(text: str) -> None:
    assert amounts(normalise(text).text) == []


@pytest.mark.parametrize(
    "text",
    [
        "3~400万", "300万から500万", "4、5百万で", "七八百万", "百万から三百万", "八百万ないし九百万", "100万か200万", "500万〜", "数百万",
        "1000万になるか2000万になるか", "500万以上1000万以下", "200万とか300万とか", "少なくて200万、多くて600万", "最低でも300万、最高で700万", "安ければ200万、高ければ400万", "1000万前後から1500万前後", "一千万円台",
    ],
)  # fmt: skip
def test_a_range_has_no_single_value(text: str) -> None:
    assert not any(amount.single for amount in amounts(normalise(text).text))


def test_a_change_is_no_range() -> None:
    assert [amount.single for amount in amounts("1000万から2000万に増資")] == [True, True]


def test_an_amount_lies_where_it_is_written() -> None:
    text = "機械は800万円です"
    (amount,) = amounts(text)
    assert text[amount.start : amount.end] == "800万円"


def test_of_a_long_list_only_the_first_amounts_are_read() -> None:
    assert len(amounts("10万円と" * 100)) == MOST
