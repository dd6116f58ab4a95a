"""Past years that are told by how long ago they were: 去年, 先月, 二週間前, この九月, 春に登記しました."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot.entities.dates import SEASONS
from bot.entities.numbers import KANJI, parse

Match = re.Match[str]
RECENT = {
    "さきおととし": 3, "一昨々年": 3, "一昨年": 2, "おととし": 2, "去年": 1, "昨年": 1, "きょねん": 1, "さくねん": 1,
}  # fmt: skip
RECENT |= dict.fromkeys(("昨春", "昨夏", "昨秋", "昨冬"), 1)
RECENT |= dict.fromkeys(
    ("今年", "本年", "ことし", "今春", "今夏", "今秋", "この春", "この夏", "この秋", "今月", "年明け"), 0
)
# 設立は去年です and おととしできた, but not 今年で10年, 今年創業25年 or 今年度
RECENTLY = re.compile(
    rf"(?:{'|'.join(RECENT)})(?!度|で(?![きけすしご])|(?:[ではに、]|ちょうど)*(?:創業|設立|開業|創立)(?:から)?[0-9{KANJI}十]+(?:周?年))"
)
WEEKS_AGO = {"今週": 0, "先週": 7, "せんしゅう": 7, "先々週": 14}
DAYS_AGO = {"昨日": 1, "きのう": 1, "一昨日": 2, "おととい": 2, "先日": 7}
FOUNDED = r"登記|設立|会社|かいしゃ|法人|開業|起業|創業|独立|開い|開店|オープン|店|みせ|興"
# 先週, 昨日登記した, but not 先日の件
DAYS = re.compile(rf"{'|'.join(WEEKS_AGO)}|(?:{'|'.join(DAYS_AGO)})(?=です|でした|[^。]{{0,14}}(?:{FOUNDED}|でき))")
DAYS_BEFORE = re.compile(rf"(?P<count>[0-9]{{1,3}}|[{KANJI}十]{{1,3}})(?P<unit>日|週間?)(?:ほど|くらい|ぐらい)?前")
MONTHS_AGO = {"先々月": 2, "先月": 1, "せんげつ": 1}
MONTHS = re.compile("|".join(MONTHS_AGO))
# この九月に開いた, 10月に登記しました: the last such month
MONTH = re.compile(
    rf"(?:この|(?<![0-9年の/十来一-龥]))(?:(?P<month>1[0-2]|[1-9]|十[一二]?|[{KANJI}])月(?:[0-9{KANJI}十]{{1,3}}日)?|(?P<season>[春夏秋冬]))に"
    rf"(?=[^。0-9]{{0,12}}(?:{FOUNDED})[^。]{{0,8}}(?:た|だ)(?!い))"
)


def recent_years(text: str, today: date) -> Iterator[tuple[int, Match]]:
    """Each such year with the place where it is told."""
    for pattern, read in WORDS:
        for match in pattern.finditer(text):
            yield read(today, match), match


def _years_ago(today: date, match: Match) -> int:
    return today.year - RECENT[match.group()]


def _days_ago(today: date, match: Match) -> int:
    return (today - timedelta(days=(WEEKS_AGO | DAYS_AGO)[match.group()])).year


def _days_before(today: date, match: Match) -> int:
    """十日前, 二週間前."""
    count = int(parse(match.group("count")) or 0)
    return (today - timedelta(days=count if match.group("unit") == "日" else 7 * count)).year


def _months_ago(today: date, match: Match) -> int:
    return today.year if today.month > MONTHS_AGO[match.group()] else today.year - 1


def _last_month(today: date, match: Match) -> int:
    month = SEASONS.get(match.group("season")) or parse(match.group("month")) or 0
    return today.year if today.month >= month else today.year - 1


WORDS: tuple[tuple[re.Pattern[str], Callable[[date, Match], int]], ...] = (
    (RECENTLY, _years_ago),
    (DAYS, _days_ago),
    (DAYS_BEFORE, _days_before),
    (MONTHS, _months_ago),
    (MONTH, _last_month),
)
