"""date: days as people name them, relative to today in Tokyo; a day of the week is the next one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from bot.entities.eras import ERA_YEAR, year_of_era
from bot.entities.found import Found
from bot.entities.numbers import KANJI, parse

N = rf"(?:[0-9]{{1,2}}|[{KANJI}十]{{1,3}})"
WEEKDAYS = {name: index for index, name in enumerate("月火水木金土日")}
NAMED_DAYS = {
    "明々後日": 3,
    "しあさって": 3,
    "明後日": 2,
    "あさって": 2,
    "明日": 1,
    "あした": 1,
    "あす": 1,
    "翌日": 1,
    "本日": 0,
    "今日": 0,
    "きょう": 0,
    "一昨日": -2,
    "おととい": -2,
    "昨日": -1,
    "きのう": -1,
}
WEEK_WORDS = {
    "再来週": 2,
    "さらいしゅう": 2,
    "来週": 1,
    "らいしゅう": 1,
    "翌週": 1,
    "次の週": 1,
    "今週": 0,
    "こんしゅう": 0,
}
MONTH_WORDS = {"再来月": 2, "来月": 1, "翌月": 1, "今月": 0}
YEAR_WORDS = {"再来年": 2, "来年": 1, "翌年": 1, "今年": 0, "本年": 0}
SEASONS = {"春": 4, "夏": 7, "秋": 10, "冬": 12}
DAY_OF_WEEK = r"(?P<weekday>[月火水木金土日])(?:曜日|曜|よう(?:び)?)"

Match = "re.Match[str]"
Reader = Callable[["re.Match[str]", date], date | None]


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _full(match: re.Match[str], today: date) -> date | None:
    return _day(int(match.group("year")), int(match.group("month")), int(match.group("day")))


def _era(match: re.Match[str], today: date) -> date | None:
    year = year_of_era(match.group("era"), match.group("year"))
    return _day(year, _number(match, "month"), _number(match, "day")) if year else None


def _month_day(match: re.Match[str], today: date) -> date | None:
    """The next such day; of this year when a word says so."""
    month, day, word = _number(match, "month"), _number(match, "day"), match.groupdict().get("yearword")
    if word:
        return _day(today.year + YEAR_WORDS[word], month, day)
    this_year = _day(today.year, month, day)
    return this_year if this_year and this_year >= today else _day(today.year + 1, month, day)


def _of_month(match: re.Match[str], today: date) -> date | None:
    """来月10日, 今月末."""
    year, month = _months_later(today, MONTH_WORDS[match.group("monthword")])
    if match.group("end"):
        return date(year, month, monthrange(year, month)[1])
    return _day(year, month, _number(match, "day"))


def _named(match: re.Match[str], today: date) -> date | None:
    return today + timedelta(days=NAMED_DAYS[match.group()])


def _in_week(match: re.Match[str], today: date) -> date | None:
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=WEEK_WORDS[match.group("week")], days=WEEKDAYS[match.group("weekday")])


def _next_weekday(match: re.Match[str], today: date) -> date | None:
    ahead = (WEEKDAYS[match.group("weekday")] - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _later(match: re.Match[str], today: date) -> date | None:
    """3日後, 2週間後, 一か月後."""
    count = _number(match, "count")
    if match.group("unit") == "日":
        return today + timedelta(days=count)
    if match.group("unit").startswith("週"):
        return today + timedelta(weeks=count)
    year, month = _months_later(today, count)
    return _day(year, month, min(today.day, monthrange(year, month)[1]))


def _month_end(match: re.Match[str], today: date) -> date | None:
    """年内, 年末 and a month's end: 3月末."""
    month = _number(match, "month")
    year = today.year + (month < today.month)
    return _day(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _day_alone(match: re.Match[str], today: date) -> date | None:
    """15日: the next fifteenth."""
    day = _number(match, "day")
    year, month = (today.year, today.month) if day >= today.day else _months_later(today, 1)
    return _day(year, month, day)


GRAMMAR: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            r"(?P<year>20[0-9]{2}) ?(?:年|/|-|\.) ?(?P<month>[0-9]{1,2}) ?(?:月|/|-|\.) ?(?P<day>[0-9]{1,2})日?(?![0-9])"
        ),
        _full,
    ),
    (re.compile(rf"{ERA_YEAR.pattern}(?P<month>{N})月(?P<day>{N})日"), _era),
    (re.compile(rf"(?:(?P<yearword>{_either(YEAR_WORDS)})の?)?(?P<month>{N})月の?(?P<day>{N})日"), _month_day),
    (re.compile(r"(?<![0-9/])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/])"), _month_day),
    (re.compile(rf"(?P<monthword>{_either(MONTH_WORDS)})の?(?:(?P<day>{N})日|(?P<end>末))"), _of_month),
    (re.compile(rf"(?P<month>{N})月(?:の?末|いっぱい)"), _month_end),
    (
        re.compile(
            rf"(?P<week>{_either(WEEK_WORDS)})の?{DAY_OF_WEEK}?".replace("曜|よう(?:び)?)?", "曜|よう(?:び)?|)")
        ),
        _in_week,
    ),
    (re.compile(rf"(?:次の|今度の|こんどの)?{DAY_OF_WEEK}"), _next_weekday),
    (re.compile(_either(NAMED_DAYS)), _named),
    (re.compile(rf"(?P<count>{N}) ?(?P<unit>日|週間?|[かヶカヵケ箇]月)(?:後|先)"), _later),
    (
        re.compile(
            rf"(?<![月0-9{KANJI}十])(?P<day>{N})日(?!間|後|前|目|以内|本|程|ほど|くらい|ぐらい|曜|で(?:でき|終)|に[0-9一二三])"
        ),
        _day_alone,
    ),
)


def find_dates(text: str, today: date) -> list[Found]:
    """Dates from left to right; a more exact reading takes the characters of a looser one."""
    found: list[Found] = []
    for pattern, read in GRAMMAR:
        for match in pattern.finditer(text):
            day = read(match, today)
            if day and not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(Found("date", day.isoformat(), match.start(), match.end()))
    return sorted(found, key=lambda each: each.start)


def find_month(text: str, today: date) -> date | None:
    """For the question when a project starts: the first day of 来年4月, 4月, 来月, 来年度, 年明け."""
    match = re.search(rf"(?:(?P<yearword>{_either(YEAR_WORDS)})の?)?(?P<month>{N})月", text)
    if match:
        month = _number(match, "month")
        later = month < today.month if not match.group("yearword") else YEAR_WORDS[match.group("yearword")]
        return _day(today.year + int(later), month, 1)
    season = re.search(rf"(?:(?P<yearword>{_either(YEAR_WORDS)})の?)?(?P<season>[春夏秋冬])", text)
    if season:
        month = SEASONS[season.group("season")]
        later = YEAR_WORDS[season.group("yearword")] if season.group("yearword") else month <= today.month
        return date(today.year + int(later), month, 1)
    if re.search(r"半年(?:後|以内|くらい|ぐらい|ほど|先)", text):
        return date(*_months_later(today, 6), 1)
    for word, months in MONTH_WORDS.items():
        if word in text:
            return date(*_months_later(today, months), 1)
    if re.search(r"来年度|新年度", text):
        return date(today.year + (today.month >= 4), 4, 1)
    if re.search(r"年明け|来年", text):
        return date(today.year + 1, 1, 1)
    return today if re.search(r"すぐ|今から|ただちに|直ちに|いますぐ|早急|なるはや", text) else None


def _number(match: re.Match[str], group: str) -> int:
    return int(parse(match.group(group)) or 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_later(today: date, months: int) -> tuple[int, int]:
    index = today.year * 12 + today.month - 1 + months
    return index // 12, index % 12 + 1
