"""time: a time of day as HH:MM; a bare hour from one to six is in the afternoon, as the desk's hours are."""

from __future__ import annotations

import re

from bot.entities.found import Found
from bot.entities.numbers import KANJI, parse

N = rf"(?:[0-9]{{1,2}}|[{KANJI}十]{{1,3}})"
HALF_DAYS = {"午前": 0, "朝": 0, "am": 0, "午後": 12, "夕方": 12, "夜": 12, "昼": 12, "お昼": 12, "pm": 12, "晩": 12}
HALF = rf"(?P<half>{'|'.join(sorted(HALF_DAYS, key=len, reverse=True))})(?:の| )?"
CLOCK = re.compile(
    rf"(?:{HALF})?(?<![0-9:])(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![0-9:])(?P<after>pm|am)?"
)
SPOKEN = re.compile(
    rf"(?:{HALF})?(?P<hour>{N})時(?!間|代|期|点|給|計|短|価|差|々|的|金|休|停|保|凌)(?:(?P<minute>{N})分|(?P<thirty>半))?"
)
NOON = re.compile(r"正午")
AFTERNOON_UNTIL = 6


def find_times(text: str) -> list[Found]:
    """Times from left to right."""
    lower = text.lower()
    found = [each for pattern in (CLOCK, SPOKEN) for match in pattern.finditer(lower) if (each := _read(match))]
    found += [Found("time", "12:00", match.start(), match.end()) for match in NOON.finditer(text)]
    return sorted(found, key=lambda each: each.start)


def _read(match: re.Match[str]) -> Found | None:
    parts = match.groupdict()
    hour, minute = int(parse(match.group("hour")) or 0), _minute(parts)
    half = parts.get("half") or parts.get("after")
    hour = _in_day(hour, half)
    if hour > 23 or minute > 59:
        return None
    return Found("time", f"{hour:02d}:{minute:02d}", match.start(), match.end())


def _minute(parts: dict[str, str | None]) -> int:
    if parts.get("thirty"):
        return 30
    return int(parse(parts["minute"] or "0") or 0) if parts.get("minute") else 0


def _in_day(hour: int, half: str | None) -> int:
    if half is None:
        return hour + 12 if 1 <= hour <= AFTERNOON_UNTIL else hour
    if HALF_DAYS[half] == 12:
        return hour if hour >= 12 or (half in ("昼", "お昼") and hour == 11) else hour + 12
    return hour
