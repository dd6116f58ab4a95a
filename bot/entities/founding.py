"""founded_year and age_years: when the person's firm was founded, or how long it has existed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.entities.ages import age_candidates
from bot.entities.corrections import taken_back
from bot.entities.eras import OLDEST, years
from bot.entities.found import Found
from bot.entities.own import Own, likeliest
from bot.entities.recent import recent_years
from bot.text.reader import Reading

YEAR = "founded_year"
MARKED, BARE, NAMED = 0.9, 0.8, 0.7  # 2015年, 2015, 去年
REPLACED = 0.7
POSSIBLE = 0.1  # likelihood of a value that replaces another
NAMED_YEAR = re.compile(r"(?:設立|創業|創立)(?:した)?年")


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
        Found(YEAR, year, match.start(), match.end(), NAMED) for year, match in recent_years(reading.normal.text, today)
    ]
    return sorted(written + named, key=lambda found: found.start)


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
