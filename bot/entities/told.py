"""Facts told without being asked: yes-or-no facts, and when a project is to start."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from re import Pattern

from bot.entities.corrections import taken_back
from bot.entities.dates import find_dates, find_month
from bot.entities.found import Found
from bot.entities.lexicon import compiled, read

TELLING = 0.4  # counts only where facts are told
WHEN = r"(?:(?:[0-9]{4}年|再来年|来年|今年)の?)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|来月|再来月|春|秋|年明け|来年度)"
START = re.compile(
    rf"(?P<when>{WHEN})(?:頃|ごろ|くらい|ぐらい|上旬|中旬|下旬)?(?:に|から|には|の)?(?:開始|着手|スタート|始め(?:る予定|ます|たい)|スタートし)(?!した|しました|ていま)|"
    rf"(?:開始|着手|スタート)(?:時期)?は(?P<later>{WHEN})"
)


def find_told(lower: str, today: date) -> list[Found]:
    """Everything of this kind."""
    found = [one for fact in read("told") if (one := _truth(lower, fact)) is not None]
    return found + _start(lower, today)


@lru_cache
def _words(fact: str) -> tuple[Pattern[str], Pattern[str]]:
    lists = read("told")[fact]
    return compiled(lists["means_false"]), compiled(lists["means_true"])


def _truth(lower: str, fact: str) -> Found | None:
    """出願してないと言いましたが出していました: of a correction only what stands behind it counts."""
    found = _said(lower, fact, 0)
    resumed = taken_back(lower, found.end) if found else None
    return found if resumed is None else _said(lower, fact, resumed)


def _said(lower: str, fact: str, start: int) -> Found | None:
    for value, pattern in zip((False, True), _words(fact), strict=True):
        match = pattern.search(lower, start)
        if match:
            return Found(fact, value, match.start(), match.end(), TELLING)
    return None


def _start(lower: str, today: date) -> list[Found]:
    match = START.search(lower)
    when = (match.group("when") or match.group("later")) if match else None
    if match is None or when is None:
        return []
    exact = find_dates(when, today)
    day = str(exact[0].value) if exact else _month(when, today)
    return [Found("start_by", day, match.start(), match.end(), TELLING)] if day else []


def _month(when: str, today: date) -> str | None:
    year = re.match(r"([0-9]{4})年の?([0-9]{1,2})月", when)
    if year and 1 <= int(year.group(2)) <= 12:
        return date(int(year.group(1)), int(year.group(2)), 1).isoformat()
    month = find_month(when, today)
    return month.isoformat() if month else None
