"""Japanese eras: 令和3年, R3, 平成元年, 昭和48年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.entities.numbers import ARABIC, KANJI, parse

FIRST_YEARS = {
    "令和": 2019,
    "平成": 1989,
    "昭和": 1926,
    "大正": 1912,
    "明治": 1868,
    "r": 2019,
    "h": 1989,
    "s": 1926,
    "t": 1912,
}
ERA_YEAR = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治|(?<![a-z])[rhst](?=\.?[0-9元]))\.?(?P<year>元|{ARABIC}|[{KANJI}十]+)(?P<unit>年)?"
)
COMMON_YEAR = re.compile(
    rf"(?P<year>(?:1[6-9]|20)[0-9]{{2}}|[一二][{KANJI}]{{3}})(?:(?P<unit>年)(?!前)|(?!年|前|[0-9万千円人名]))"
)


# '99年
SHORT_YEAR = re.compile(r"(?<![0-9])['’](?P<year>[0-9]{2})(?P<unit>年)")
# 昭和四十年代 is ten years long
DECADE = re.compile("代")
CENTURY_TURNS = 50  # '49 is 2049 and means no past year, '50 is 1950


@dataclass(frozen=True)
class Year:
    """A year of the common era; `marked` when 年 or an era's name says that it is one."""

    value: int
    start: int
    end: int
    marked: bool


def years(lower: str) -> Iterator[Year]:
    """Years in a lower-case normalised text, from left to right for each notation."""
    for match in ERA_YEAR.finditer(lower):
        if DECADE.match(lower, match.end()):
            continue
        number = 1.0 if match.group("year") == "元" else parse(match.group("year"))
        if number is not None and 1 <= number <= 64:
            year = FIRST_YEARS[match.group("era")] + int(number) - 1
            yield Year(year, match.start(), match.end(), True)
    for match in SHORT_YEAR.finditer(lower):
        short = int(match.group("year"))
        yield Year(short + (1900 if short >= CENTURY_TURNS else 2000), match.start(), match.end(), True)
    for match in COMMON_YEAR.finditer(lower):
        value = parse(match.group("year"))
        if value is not None and not DECADE.match(lower, match.end()):
            yield Year(int(value), match.start(), match.end(), match.group("unit") is not None)
