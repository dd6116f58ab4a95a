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
        ("ごひゃくまんくらいで", 5_000_000), ("千円の切手", 1000), ("さんぜんまんの炉", 30_000_000), ("700マン以内", 7_000_000),
        ("資本金:6,500,000", 6_500_000), ("資本金 6,500,000 社員:11", 6_500_000), ("資本金(万円):1,500", 15_000_000), ("資本金 30,000(千円)", 30_000_000),
        ("資本金:¥7M", 7_000_000), ("予算 ¥2.5M", 2_500_000), ("予算は JPY 3,000,000", 3_000_000), ("1200(万)の炉", 12_000_000),
        ("費用 3 200 000", 3_200_000), ("見積三百五十でした", 3_500_000), ("予算700(税込)", 7_000_000), ("見積180きました", 1_800_000),
        ("費用は千三百", 13_000_000), ("業者から六百二十の見積", 6_200_000), ("三百くらい飛びそう", 3_000_000), ("費用 570万 人数は未定", 5_700_000),
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
        "ケーブルは5M",
        "見積は7社",
        "見積もりは8月です",
        "見積番号は20261122です",
        "予算は20日までに",
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
