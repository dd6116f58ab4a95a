"""Amounts of money in a text: what they are worth in yen, not yet what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from re import Match

from bot.entities.numbers import Number, numbers

YEN = re.compile(r" ?(?P<times>[万満kKM])?(?:円|圓|えん|エン|yen)", re.IGNORECASE)
TIMES = {"k": 1000, "m": 1_000_000, "万": 10_000, "満": 10_000}
CURRENCY = re.compile(r"[¥￥\\] ?$")
LARGE = re.compile(r"[万萬億千まマおオ]")
# 10万個 is no money, and neither is 千人.
COUNTED = re.compile(
    r" ?(?:人|名|個|台|件|回|年|歳|社|本|枚|冊|坪|kg|m|%|ページ|時間|番|画素|ドル|点|字|語|票|株|キロ|トン|平米|世帯|種|ロット|食|杯|匹|頭|羽|行)"
)
MOST = 20  # nobody tells more at once
LEAST = 1000  # a number with 千, 万 or 億 below it is a word: 一億
TEN_THOUSAND = 10_000
ABOUT = r"(?:くらい|ぐらい|ほど|程度|前後|以内|まで|以下|未満|弱|強|ちょい|ちょっと|ばかし|ぽっち|ぽっきり|内外)"
# 予算は800くらい: a small figure that its neighbours count in units of 10,000.
UNITLESS_BEFORE = re.compile(
    r"(?:予算|よさん|ヨサン|資本金)(?:感|額|枠)?(?:として)?は?(?:[?、:= ]|まあ|だいたい|大体|ざっと|約|一応)*$"
)
UNITLESS_AFTER = re.compile(rf"{ABOUT}*(?:$|[。、,!?…/ ]|です|で(?!す)|か[なも]|を|しか|だ|や|って)")
SPENT_AFTER = re.compile(rf"{ABOUT}+(?:は|を|で)?(?:かけ|出せ|投資|投じ|見込|見積|用意|使え|使う|使お)")
NEAR = 20
BETWEEN = (
    "~", "-", "から", "とか", "か", "以上", "ないし", "または", "もしくは", "or", r"\?", "、最高では?", "、(?:高|多)(?:ければ|くても?)",
)  # fmt: skip
RANGE_MARK = rf" ?(?:円)?(?:くらい|ぐらい|前後|ほど)?(?:になる|にする|の)? ?(?:{'|'.join(BETWEEN)})、? ?"
FIGURE = r"[0-9一二三四五六七八九十百千][0-9,.一二三四五六七八九十百千万億]*(?:円)?"
OPEN_AFTER = re.compile(r" ?(?:円)?~(?:$|[。、 ])")
RANGE_AFTER = re.compile(RANGE_MARK + FIGURE)
RANGE_BEFORE = re.compile(FIGURE + RANGE_MARK + "$")
# 4、5百万 and 七八百万: two neighbouring digits before one unit.
PAIR = re.compile(r"([1-8一二三四五六七八])[、,・]?([2-9二三四五六七八九])[十百千万億]")
DIGITS = str.maketrans("一二三四五六七八九", "123456789")
CHANGED_AFTER = re.compile(r"(?:円)?(?:に|へ)(?!なるか|するか)|(?:円)?(?:です)?(?:が|の)正し")


@dataclass(frozen=True)
class Amount:
    """Yen in running text; one that is not `single` is an end of a range or as vague as 数百万."""

    yen: int
    start: int
    end: int
    single: bool = True


def amounts(text: str) -> list[Amount]:
    """The amounts of a normalised text, from left to right."""
    return sorted(islice(_amounts(text), MOST), key=lambda amount: amount.start)


def _amounts(text: str) -> Iterator[Amount]:
    for number in numbers(text):
        unit = YEN.match(text, number.end)
        yen = _yen(text, number, unit)
        if yen is not None:
            end = unit.end() if unit else number.end
            single = not number.vague and not _in_a_range(text, number.start, end)
            yield Amount(yen, number.start, end, single)


def _yen(text: str, number: Number, unit: Match[str] | None) -> int | None:
    """With 円, with 万 or 億 and no other unit, or a small figure whose neighbours say that it is money."""
    if unit and text[number.start : number.end] not in "万億":
        return round(number.value * TIMES.get((unit.group("times") or "").lower(), 1))
    if CURRENCY.search(text, max(0, number.start - 2), number.start):
        return number.whole
    if COUNTED.match(text, number.end) or text[number.start : number.end] in "千万億":
        return None
    if LARGE.search(text, number.start, number.end) and number.value >= LEAST:
        return number.whole
    small = 10 <= number.value < TEN_THOUSAND and _is_unitless_money(text, number)
    return number.whole * TEN_THOUSAND if small else None


def _is_unitless_money(text: str, number: Number) -> bool:
    if SPENT_AFTER.match(text, number.end):
        return True
    told = UNITLESS_BEFORE.search(text, max(0, number.start - NEAR), number.start)
    return told is not None and UNITLESS_AFTER.match(text, number.end) is not None


def _in_a_range(text: str, start: int, end: int) -> bool:
    """3~400万, 300万から500万, 4、5百万; 1000万から2000万に増資 is a change and no range."""
    if OPEN_AFTER.match(text, end) or _is_a_pair(text, start):
        return True
    second = RANGE_AFTER.match(text, end)
    if second:
        return not CHANGED_AFTER.match(text, second.end())
    return bool(RANGE_BEFORE.search(text, max(0, start - NEAR), start)) and not CHANGED_AFTER.match(text, end)


def _is_a_pair(text: str, start: int) -> bool:
    pair = PAIR.match(text, start) or PAIR.match(text, max(0, start - 2))
    low, high = (int(digit.translate(DIGITS)) for digit in pair.groups()) if pair else (0, 0)
    return high == low + 1 and not text[pair.start() : pair.end() - 1].isdecimal()
