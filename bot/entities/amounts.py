"""Amounts of money in a text: what they are worth in yen, not yet what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from re import Match

from bot.entities.numbers import Number, numbers

YEN = re.compile(r" ?(?P<times>[万満kKM])?(?:円|圓|えん|エン|yen)", re.IGNORECASE)
TIMES = {"k": 1000, "m": 1_000_000, "千": 1000, "万": 10_000, "満": 10_000}
CURRENCY = re.compile(r"(?:[¥￥\\]|JPY|jpy) ?$")
# ¥1.5M, 5M beside a word for money, 2000(千円), (万円):2,000
SHORT = re.compile(r"(?P<times>[kKM])(?![A-Za-z0-9])")
BRACKETS_AFTER = re.compile(r" ?\((?:単位[:は]?)?(?P<times>[千万])円?(?:です)?\)円?")
BRACKETS_BEFORE = re.compile(r"\((?:単位[:は]?)?(?P<times>[千万])円\)[はが]?[:=、 ]*$")
LARGE = re.compile(r"[万萬億千まマおオ]")
# 10万個 is no money, and neither is 千人.
COUNTED = re.compile(
    r" ?(?:人(?!数)|名|個|台|件|回|年|歳|社(?![員内])|本|枚|冊|坪|kg|m|%|ページ|時間|番|画素|ドル|点|字|語|票|株|キロ|トン|平米|世帯|種|ロット|食|杯|匹|頭|羽|行)"
)
MOST = 20  # nobody tells more at once
LEAST = 1000  # a number with 千, 万 or 億 below it is a word: 一億
TEN_THOUSAND = 10_000
ABOUT = r"(?:くらい|ぐらい|ほど|程度|前後|以内|まで|以下|未満|弱|強|ちょい|ちょっと|ばかし|ぽっち|ぽっきり|内外)"
MONEY = r"(?:予算|よさん|ヨサン|資本金|しほんきん|見積(?:もり|り)?(?:書)?|みつもり|費用|金額|経費|総額|総費用|代金|投資)(?:感|額|枠|(?:の)?(?:合計|額面|総額|金額))?"
# 予算は800くらい: a small figure that its neighbours count in units of 10,000.
UNITLESS_BEFORE = re.compile(rf"{MONEY}(?:として)?[はがも]?(?:[?、:= ]|まあ|だいたい|大体|ざっと|約|一応|今のところ)*$")
UNITLESS_AFTER = re.compile(
    rf"{ABOUT}*(?:$|[。、,!?…/( ]|です|で(?!す)|か[なも]|を|しか|だ|や|って|っす|きま|き(?:た|て)|と(?:な|言|い[うっ])|切)"
)
QUOTED_AFTER = re.compile(r"(?:くらい|ぐらい|ほど)?の(?:お?見積|予算)")
# 資本金 30,000,000: written out in full, without 円
WRITTEN_BEFORE = re.compile(rf"{MONEY}[^0-9。番]{{0,8}}$")
WRITTEN_OUT = 100_000
OTHER_FIGURE = re.compile(r"[0-9年月日%]| ?(?:PV|pv|アクセス|ポイント|pt)|-[0-9]")
SPENT_AFTER = re.compile(
    rf"(?:{ABOUT}+(?:は|を|で)?|(?=で(?:なんとか|いけ|済|収|おさま)))(?:で(?:なんとか|いけ|済|収|おさま)|飛[びぶん]|[見み](?:と|て)|かけ|出せ|投資|投じ|見込|見積|用意|使え|使う|使お)"
)
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
        unit = _unit(text, number)
        yen = _yen(text, number, unit)
        if yen is not None:
            end = max(unit.end(), number.end) if unit else number.end
            single = not number.vague and not _in_a_range(text, number.start, end)
            yield Amount(yen, number.start, end, single)


def _unit(text: str, number: Number) -> Match[str] | None:
    """円 behind it, (千円) on either side, or the M of ¥5M."""
    start, end = number.start, number.end
    unit = YEN.match(text, end) or BRACKETS_AFTER.match(text, end)
    unit = unit or BRACKETS_BEFORE.search(text, max(0, start - NEAR), start)
    if unit is None and (short := SHORT.match(text, end)) and (_in_yen(text, start) or _told(text, start)):
        return short
    return unit


def _in_yen(text: str, start: int) -> bool:
    return CURRENCY.search(text, max(0, start - 4), start) is not None


def _told(text: str, start: int) -> bool:
    """Whether a word for money stands close before."""
    return WRITTEN_BEFORE.search(text, max(0, start - NEAR), start) is not None


def _yen(text: str, number: Number, unit: Match[str] | None) -> int | None:
    """With 円, with 万 or 億 and no other unit, or a small figure whose neighbours say that it is money."""
    if text[max(0, number.start - 1) : number.end] == "(千":
        return None  # the unit of another number
    if unit and text[number.start : number.end] not in "万億":
        return round(number.value * TIMES.get((unit.group("times") or "").lower(), 1))
    if _in_yen(text, number.start):
        return number.whole
    if COUNTED.match(text, number.end) or text[number.start : number.end] in "千万億":
        return None
    if 10 <= number.value < TEN_THOUSAND and _is_unitless_money(text, number):
        return number.whole * TEN_THOUSAND
    large = LARGE.search(text, number.start, number.end) and number.value >= LEAST
    return number.whole if large or _is_written_out(text, number) else None


def _is_written_out(text: str, number: Number) -> bool:
    whole = number.value >= WRITTEN_OUT and not OTHER_FIGURE.match(text, number.end)
    return whole and _told(text, number.start)


def _is_unitless_money(text: str, number: Number) -> bool:
    plain = not LARGE.search(text, number.start, number.end)
    if plain and (SPENT_AFTER.match(text, number.end) or QUOTED_AFTER.match(text, number.end)):
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
