"""founded_year and age_years: when the person's firm was founded, or how long it has existed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.entities.corrections import taken_back
from bot.entities.eras import years
from bot.entities.found import Found, overlaps
from bot.entities.numbers import ARABIC, KANJI, parse
from bot.entities.own import Own, likeliest
from bot.text.reader import Reading

YEAR, AGE = "founded_year", "age_years"
MARKED, BARE, NAMED = 0.9, 0.8, 0.7  # 2015年, 2015, 去年
REPLACED = 0.7
POSSIBLE = 0.1  # likelihood of a value that replaces another
COUNT = rf"(?P<count>{ARABIC}|[四4]半|半|[{KANJI}十百]+)"
MONTHS = r"(?:ヶ月|か月|ヵ月|カ月|ケ月|箇月)"
UNIT = rf"(?P<unit>年半|年と半年|年|周年|{MONTHS}|ヶ月半|期|世紀)"
SPAN = re.compile(rf"{COUNT} ?{UNIT}(?:(?<=年)と?(?P<months>[0-9]{{1,2}}|[{KANJI}十]+){MONTHS})?(?P<nth>目|め)?")
RECENT = {"一昨年": 2, "おととし": 2, "去年": 1, "昨年": 1, "今年": 0, "本年": 0, "ことし": 0}
RECENTLY = re.compile(rf"(?:{'|'.join(RECENT)})(?!度|で)")
# Not even a year, within five years: no age.
NO_AGE_AFTER = re.compile(
    r"(?:以内|後|未満|以降|間で)|(?:も|すら)?(?:(?:たって|経って|経過して|なって)い?(?:な|ませ)|にも?満た|にな(?:らな|りませ))"
)
NAMED_YEAR = re.compile(r"(?:設立|創業|創立)(?:した)?年")
OLDEST, OLDEST_AGE = 1500, 1200
# 半年, 半世紀, 四半世紀
PARTS = {"半": 0.5, "四半": 0.25, "4半": 0.25}
ENTIRE = {"年": 1, "世紀": 100}


def find_founding(reading: Reading, today: date, own: Own) -> list[Found]:
    """A year, an age or both, or what replaces them."""
    return _one_of(reading, own.judged(reading, year_candidates(reading, today))) + _one_of(
        reading, own.judged(reading, age_candidates(reading))
    ) or _only_corrected(reading, today)


def year_candidates(reading: Reading, today: date) -> list[Found]:
    """Every past year, from left to right, whatever happened in it."""
    written = [
        Found(YEAR, year.value, year.start, year.end, MARKED if year.marked else BARE)
        for year in years(reading.normal.lower)
        if OLDEST <= year.value <= today.year
    ]
    named = [
        Found(YEAR, today.year - RECENT[match.group()], match.start(), match.end(), NAMED)
        for match in RECENTLY.finditer(reading.normal.text)
    ]
    return sorted(written + named, key=lambda found: found.start)


def age_candidates(reading: Reading) -> list[Found]:
    """Every span of time, from left to right, whatever it tells of."""
    taken = [Found(YEAR, year.value, year.start, year.end) for year in years(reading.normal.lower)]
    spans = (_span(reading.normal.text, match) for match in SPAN.finditer(reading.normal.text))
    return [found for found in spans if found and not any(overlaps(found, year) for year in taken)]


def _span(text: str, match: re.Match[str]) -> Found | None:
    age = age_of(match)
    if age is None or NO_AGE_AFTER.match(text, match.end()):
        return None
    return Found(AGE, age, match.start(), match.end(), MARKED)


def _one_of(reading: Reading, judged: Sequence[Found]) -> list[Found]:
    best = likeliest(judged)
    if best is None:
        return []
    resumed = taken_back(reading.normal.text, best.end)
    later = [one for one in judged if resumed is not None and one.start >= resumed and one.confidence >= POSSIBLE]
    return [max(later, key=lambda one: one.confidence, default=best)]


def _only_corrected(reading: Reading, today: date) -> list[Found]:
    """2019年じゃなくて2020年です, 設立年が違う、2001年に: a year that is put right is the year of founding."""
    text = reading.normal.text
    marked = [one for one in year_candidates(reading, today) if one.confidence == MARKED]
    if not marked:
        return []
    resumed = taken_back(text, marked[0].end)
    if resumed is None and not NAMED_YEAR.search(text):
        return []
    right = next((one for one in marked if resumed is not None and one.start >= resumed), marked[0])
    return [Found(YEAR, right.value, right.start, right.end, REPLACED)]


def age_of(match: re.Match[str]) -> float | None:
    """How many years a match of SPAN tells."""
    count, unit = match.group("count"), match.group("unit")
    if count in PARTS:
        return _plain(PARTS[count] * ENTIRE[unit]) if unit in ENTIRE else None
    value, months = parse(count), parse(match.group("months") or "0")
    if value is None or months is None or value > OLDEST_AGE:
        return None
    if "月" in unit:
        return round(value / 12, 2)
    return _plain(round(value * ENTIRE.get(unit, 1) + (0.5 if "半" in unit else 0.0) + months / 12, 2))


def _plain(value: float) -> float:
    """Whole ages as integers."""
    return int(value) if value == int(value) else value
