"""Answers that are figures: people, yen and years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.answers.plain import bare
from bot.entities.ages import AGE, SPAN, age_of
from bot.entities.budgets import BUDGET, GUESSED
from bot.entities.capital import CAPITAL
from bot.entities.eras import years
from bot.entities.found import Found, first_of
from bot.entities.founding import YEAR
from bot.entities.numbers import Number, numbers
from bot.entities.people import EMPLOYEES

Answer = tuple[str, int | float]
NOBODY = re.compile(
    r"^(?:(?:従業員|社員|人)(?:は|さんは)?)?(?:誰も|だれも|一人も)?(?:い(?:ない|ません)|おら(?:ん|へん|ず)|おりません|ゼロ|零|なし|無し|ない|0)"
)
ONLY_ME = re.compile(
    r"(?:自分|私|僕|俺|わたし|社長|代表|ひとり|一人|1人)(?:ひとり|一人|1人)?(?:だけ|のみ|でやって|で(?:や|す|$)|きり|$)"
)
COUPLE = re.compile(r"夫婦(?:二人|2人|ふたり|だけ|で|のみ|$)|妻と(?:二人|2人|ふたり)|ふたり|二人")
RECENT = {"一昨年": 2, "おととし": 2, "去年": 1, "昨年": 1, "今年": 0}
NO_MONEY = re.compile(r"^(?:なし|無し|ない|ないです|ありません|ゼロ|0円?)$")
RANGE = re.compile(
    r"[0-9一二三四五六七八九十百千万億] ?(?:名|人|年|円|万)? ?(?:~|から|か|、) ?[0-9一二三四五六七八九十]"
)
YEN = re.compile(r"^ ?(?:円|えん)")
MONEY = (CAPITAL, BUDGET)
OTHER_MONEY = re.compile(
    r"売上|売り上げ|年商|月商|利益|粗利|年収|給料|給与|家賃|賃料|融資|借入|借り|補助額|上限額|負債|貯金|預金"
)
# What a number is counted in; each question knows its own units, any other says that something else is counted.
PEOPLE_UNIT, YEN_UNIT, SPAN_UNIT = r"名|人|にん|めい|ニン", r"円|えん|yen", r"年|[ヶかヵカケ箇]月|期|周年|世紀"
COUNTERS = (
    rf"{PEOPLE_UNIT}|{YEN_UNIT}|{SPAN_UNIT}|月|日|時|分|秒|週|歳|才|社|件|台|個|回|本|枚|冊|坪|[mgt](?![a-z])|[cmk]m|kg|kw|%|パーセント|割|倍|代|番|階|"
    r"区|丁目|度|点|問|つ|店|校|軒|種|部|か所|箇所|ヶ所|-[0-9]"
)
LARGE = re.compile(r"[万億兆]")
FOUNDED = re.compile(r"設立|創業|起業|開業|創立|独立|法人化")
PLACED = re.compile(r"ここ|こちら|この(?:場所|地|区|街|町)|移|引っ?越|[区市町村]で|[区市町村]に")
TEN_THOUSAND = 10_000


def people(text: str, found: Sequence[Found]) -> Answer | None:
    """How many employees: 12, 12人くらい, 一人, いない."""
    plain = bare(text)
    if NOBODY.match(plain):
        return "employees", 0
    told = first_of(found, EMPLOYEES)
    if told:
        return EMPLOYEES, int(told.value)  # type: ignore[arg-type]
    number = _only(plain, PEOPLE_UNIT)
    if number and number.value == number.whole and not LARGE.search(plain[number.start : number.end]):
        return "employees", number.whole
    if ONLY_ME.search(plain):
        return "employees", 1
    return ("employees", 2) if COUPLE.search(plain) else None


def yen(fact: str, text: str, found: Sequence[Found]) -> Answer | None:
    """An amount. Nobody has a capital of 500 yen: a small figure without 円 counts in units of 10,000."""
    plain = bare(text)
    if NO_MONEY.match(plain):
        return fact, 0
    told = first_of(found, fact)
    if told:
        return fact, int(told.value)  # type: ignore[arg-type]
    number = _only(plain, YEN_UNIT)
    if number is None or _tells_other_money(plain, found):
        return None
    small = number.value < TEN_THOUSAND and not YEN.match(plain[number.end :]) and number.value > 0
    return fact, number.whole * TEN_THOUSAND if small else number.whole


def _tells_other_money(plain: str, found: Sequence[Found]) -> bool:
    return any(one.entity in MONEY and one.confidence > GUESSED for one in found) or bool(OTHER_MONEY.search(plain))


def age(text: str, lower: str, today: date, found: Sequence[Found]) -> Answer | None:
    """How old the company is: 5年, 半年, 三期目; a year is taken as the year of founding."""
    told = first_of(found, YEAR, AGE)
    if told:
        return told.entity, told.value  # type: ignore[return-value]
    for year in years(lower):
        if 1500 <= year.value <= today.year:
            return YEAR, year.value
    recent = next((years for word, years in RECENT.items() if word in text), None)
    return _span(AGE, text) if recent is None else (AGE, recent)


def years_in_area(text: str, lower: str, today: date) -> Answer | None:
    """How long in the area; since a year is turned into a number of years. 創業10年 says nothing about the place."""
    if FOUNDED.search(text) and not PLACED.search(text):
        return None
    for year in years(lower):
        if 1500 <= year.value <= today.year:
            return "years_in_area", today.year - year.value
    return _span("years_in_area", text)


def _span(fact: str, text: str) -> Answer | None:
    plain = bare(text)
    for match in SPAN.finditer(plain):
        length = age_of(match)
        if length is not None:
            return fact, length
    number = _only(plain, SPAN_UNIT)
    return (fact, number.whole) if number and not LARGE.search(plain[number.start : number.end]) else None


def _only(plain: str, unit: str) -> Number | None:
    """The first number that is counted in this unit or in none, in an answer of few other words."""
    foreign = re.compile(rf" ?(?!{unit})(?:{COUNTERS})")
    found = [
        number
        for number in numbers(plain)
        if not foreign.match(plain, number.end) and plain[number.start - 1 : number.start] != "-"
    ]
    if not found or found[0].vague or RANGE.search(plain):
        return None
    around = plain[: found[0].start] + plain[found[0].end :]
    return found[0] if len(around) <= 14 or found[0].start == 0 else None
