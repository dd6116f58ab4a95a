"""What cannot wait: a deadline within days, and an invention that is about to be shown, or was, before it is filed.

The rule. `urgent`: somebody writes that they do not want to live (`despair.py`); or the call of a program spoken of
closes, or the person names a deadline, within three business days; or an invention is to be shown in public soon, or
was within the last year or so, and nothing has been filed (a patent can be lost by that: 特許法29条, 30条). `high`: a
failure of the bot, a complaint, other words of haste, an invention shown but not filed when nobody says how long ago.
What tells of a showing stands in `disclosure.py`. Each reason is a sentence for staff.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desk.domain.calendar import Calendar
from desk.domain.deadlines import HIGH, NORMAL, PRIORITIES, URGENT
from desk.domain.despair import Sign, sign_in
from desk.domain.disclosure import Showing, about_invention, has_filed, told_showings
from desk.domain.wording import day

CLOSE_BUSINESS_DAYS = 3

_END = r"(?:締め?切り?|〆切|期限|必着|提出|まで|中に)"
_TODAY = re.compile(rf"(?:本日|今日|(?<![ぁ-ん])きょう)(?:中|の?{_END})")
_TOMORROW = re.compile(rf"(?:明日|(?<![ぁ-ん])(?:あした|あす))(?:中|の?(?:午前|午後|朝|昼|夕方)?(?:が|は)?{_END})")
_DAY_AFTER = re.compile(rf"(?:明後日|あさって)(?:中|の?(?:が|は)?{_END})")
_THIS_WEEK = re.compile(rf"(?:今週|今週末)(?:中|いっぱい|の?{_END})")
_DATE = re.compile(rf"(?P<month>\d{{1,2}})(?:月|/)(?P<day>\d{{1,2}})日?(?:の|が|は)?{_END}")
_IN_DAYS = re.compile(r"(?:あと|残り)(?P<days>\d{1,2})日(?:しか|で|です|$|。|、)")
_HASTE = re.compile(r"至急|大至急|急いで|急ぎ(?:です|で|の|ま|たい)|緊急|締め?切り?が(?:近(?!づ|いと)|迫|せま)")


@dataclass(frozen=True)
class Closing:
    """A program spoken of, and the day its call closes."""

    program: str
    closes_on: date


@dataclass(frozen=True)
class Urgency:
    """How soon a case must be seen, and why."""

    priority: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matter:
    """What urgency is judged by. `disclosed` and `filed` as told, None when not known.

    `background` was said around the `texts`: it tells whether they are about an invention, and raises no alarm itself.
    """

    reason: str = "asked"
    texts: Sequence[str] = ()
    closings: Sequence[Closing] = ()
    disclosed: bool | None = None
    filed: bool | None = None
    background: Sequence[str] = ()


def urgency_of(matter: Matter, today: date, calendar: Calendar) -> Urgency:
    """The priority of a matter with all reasons for it."""
    found = [
        *_despair(matter.texts),
        *_trouble(matter.reason),
        *_closing(matter.closings, today, calendar),
        *_named(matter.texts, today, calendar),
        *_disclosure(matter),
    ]
    reached = {priority for priority, _ in found} | {NORMAL}
    priority = min(reached, key=PRIORITIES.index)
    return Urgency(priority, tuple(dict.fromkeys(reason for _, reason in found)))


def higher(one: str, other: str) -> str:
    """The more urgent of two priorities."""
    return min(one, other, key=PRIORITIES.index)


def close_by(today: date, calendar: Calendar) -> date:
    """The last day of the next three business days."""
    last = today
    for _ in range(CLOSE_BUSINESS_DAYS):
        last = calendar.next_business_day(last)
    return last


def _trouble(reason: str) -> list[tuple[str, str]]:
    words = {"failure": "自動応答が答えられませんでした", "complaint": "ご意見・苦情をいただいています"}
    return [(HIGH, words[reason])] if reason in words else []


def _despair(texts: Iterable[str]) -> list[tuple[str, str]]:
    """The first to be read: such a person must not wait for their turn."""
    in_despair = any(sign_in(text) is Sign.DESPAIR for text in texts)
    return [(URGENT, "相談者が、生きるのがつらいと書いています（気づかいながら、早めの連絡を）")] if in_despair else []


def _closing(closings: Iterable[Closing], today: date, calendar: Calendar) -> list[tuple[str, str]]:
    last = close_by(today, calendar)
    return [
        (URGENT, f"「{each.program}」の締切が{day(each.closes_on)}です")
        for each in closings
        if today <= each.closes_on <= last
    ]


def _named(texts: Iterable[str], today: date, calendar: Calendar) -> list[tuple[str, str]]:
    """Deadlines in the person's own words, and words of haste."""
    last, found = close_by(today, calendar), []
    for text in map(_plain, texts):
        days = [each for each in _deadlines(text, today) if each >= today]
        found += [(URGENT, f"相談者が{day(each)}の期限を挙げています") for each in days if each <= last]
        if _HASTE.search(text):
            found.append((HIGH, "相談者が急いでいます"))
    return found


def _deadlines(text: str, today: date) -> Iterable[date]:
    for pattern, ahead in ((_TODAY, 0), (_TOMORROW, 1), (_DAY_AFTER, 2)):
        if pattern.search(text):
            yield today + timedelta(days=ahead)
    if _THIS_WEEK.search(text):
        yield today + timedelta(days=max(0, 4 - today.weekday()))
    for found in _IN_DAYS.finditer(text):
        yield today + timedelta(days=int(found["days"]))
    for found in _DATE.finditer(text):
        yield from _date(int(found["month"]), int(found["day"]), today)


def _date(month: int, number: int, today: date) -> Iterable[date]:
    """The next such day; none for 13月 or 2月30日."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found >= today:
            yield found
            return


def _disclosure(matter: Matter) -> Iterable[tuple[str, str]]:
    texts = [_plain(text) for text in matter.texts]
    around = [*texts, *map(_plain, matter.background)]
    if matter.filed or has_filed(around):
        return
    known = matter.disclosed is not None or matter.filed is not None
    told = told_showings(texts) if known or about_invention(around) else set()
    if Showing.SOON in told:
        yield URGENT, "出願の前に、発表・展示・販売などの予定があります（新規性の確認を）"
    if Showing.LATELY in told:
        yield URGENT, "出願の前に、最近公表しています（公表から1年の期限の確認を。海外では認められない国があります）"
    elif matter.disclosed or Showing.BEFORE in told:
        yield HIGH, "出願の前に、すでに公表しています（新規性喪失の例外の期限の確認を）"


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
