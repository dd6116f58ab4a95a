"""age_years: spans of time as people tell them, in years of today: 15年, 半年, 会社は3歳, 来年で20周年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.entities.eras import years
from bot.entities.found import Found, overlaps
from bot.entities.numbers import ARABIC, KANA_WORD, KANJI, in_kanji, parse
from bot.text.reader import Reading

AGE = "age_years"
SPAN_TOLD, AGE_TOLD = 0.9, 0.6  # 15年, 会社は3歳
OLDEST_AGE = 1200
COUNT = rf"(?P<count>(?<![0-9]){ARABIC}|[四4]半|半|[{KANJI}十百]+)"
MONTHS = r"(?:ヶ月|か月|ヵ月|カ月|ケ月|箇月)"
UNIT = rf"(?P<unit>年半|年と半年|年|周年|{MONTHS}|ヶ月半|期|世紀)"
SPAN = re.compile(rf"{COUNT} ?{UNIT}(?:(?<=年)と?(?P<months>[0-9]{{1,2}}|[{KANJI}十]+){MONTHS})?(?P<nth>目|め)?")
# 会社は3歳, 設立7歳, but neither 会社の社長は55歳 nor 5歳の子供
AGED = re.compile(
    rf"満?(?P<count>(?<![0-9]){ARABIC}|[{KANJI}十百]{{1,8}}|(?:{KANA_WORD.pattern}){{1,8}}) ?(?P<unit>歳半|才半|歳|才|さい|つ)"
)
FIRM_BEFORE = re.compile(r"(?:会社|かいしゃ|[弊当自小]社|法人|設立|創業|店)[^。0-9社代私僕俺員人者歳才犬猫]{0,12}$")
FIRM_AFTER = re.compile(r"の(?:会社(?!員)|お?店(?!長|員)|法人|企業)")
ITSELF = ("会社は", "会社が", "弊社は", "当社は")
THINGS = re.compile(r"つ(?!$|[。、!]|に|です|だ|じゃ|や)")  # 会社は三つの工場を
# じゅうねん, はんとし, さんねんめ, 3ねん
SPOKEN_SPAN = re.compile(
    rf"(?:(?<![ぁ-んー])|(?<=[はがでもを ]))(?P<count>はん|半|(?<![0-9])[0-9]+|(?:{KANA_WORD.pattern}){{1,8}}) ?(?P<unit>ねんはん|ねん|とし)(?P<nth>め|目)?"
)
# What is to come or has passed when the anniversary is told: 来年で20周年, あと二年で50周年, 百周年まであと三年, 昨年の百周年
COMING = {"再来年": 2, "来年": 1, "来期": 1, "来春": 1, "来秋": 1}
FIRM = r"会社|弊社|当社|うち|[はがもでのに、]|ちょうど|創業|設立|開業|創立|満"
COMING_BEFORE = re.compile(
    rf"(?P<when>{'|'.join(COMING)})度?(?:の?[0-9]{{1,2}}月|の[春夏秋冬]|の今頃)?(?:{FIRM})*$|"
    rf"(?:あと|後)(?P<left>{ARABIC}|[{KANJI}十]+|半)年で(?:{FIRM})*$|(?P<later>{ARABIC}|[{KANJI}十]+)年後(?:の|に|で)(?:{FIRM})*$"
)
COMING_AFTER = re.compile(rf"(?:に(?:なる)?)?まで(?:は|、)?(?:あと|残り)(?P<left>{ARABIC}|[{KANJI}十]+|半)年")
PASSED = {"一昨年": 2, "おととし": 2, "去年": 1, "昨年": 1}
PASSED_BEFORE = re.compile(rf"(?P<when>{'|'.join(PASSED)})(?:{FIRM})*$")
ANNIVERSARY = "周年"
AROUND = 20  # characters
# Not even a year, within five years: no age.
NO_AGE_AFTER = re.compile(
    r"(?:以内|後|未満|以降|間で|分|の(?:大半|ほとんど|半分))|(?:も|すら)?(?:(?:たって|経って|経過して|なって)い?(?:な|ませ)|にも?満た|にな(?:らな|りませ))"
)
# 学部3年, 大学院の2年: a year of school
SCHOOL_BEFORE = re.compile(r"(?:学部|大学院?|修士|博士|院|高専|高校|中学|小学校?)の?$")
# 半年, 半世紀, 四半世紀
PARTS = {"半": 0.5, "四半": 0.25, "4半": 0.25}
HALF = ("はん", "半")
ENTIRE = {"年": 1, "世紀": 100}


def age_candidates(reading: Reading) -> list[Found]:
    """Every span of time, from left to right, whatever it tells of."""
    text = reading.normal.text
    taken = [Found(AGE, year.value, year.start, year.end) for year in years(reading.normal.lower)]
    ages = sorted([*_spans(text), *_spoken(text), *_of_a_firm(text)], key=lambda found: found.start)
    return [found for found in ages if not any(overlaps(found, year) for year in taken)]


def _spans(text: str) -> Iterator[Found]:
    for match in SPAN.finditer(text):
        age = age_of(match)
        if age is not None and not _is_none(text, match):
            yield Found(AGE, _today(text, match, age), match.start(), match.end(), SPAN_TOLD)


def _is_none(text: str, match: re.Match[str]) -> bool:
    """Not even a year, a year's worth, a year of school."""
    return bool(NO_AGE_AFTER.match(text, match.end()) or SCHOOL_BEFORE.search(text[: match.start()][-AROUND:]))


def _today(text: str, match: re.Match[str], age: float) -> float:
    """来年で20周年 is 19 today, and 去年20周年 is 21."""
    before = text[max(0, match.start() - AROUND) : match.start()]
    coming = COMING_BEFORE.search(before) or COMING_AFTER.match(text, match.end())
    if coming:
        return _plain(max(age - _years_left(coming.groupdict()), 0))
    passed = PASSED_BEFORE.search(before) if match.group("unit") == ANNIVERSARY else None
    return age + PASSED[passed.group("when")] if passed else age


def _years_left(coming: dict[str, str | None]) -> float:
    if coming.get("when"):
        return COMING[coming["when"] or ""]
    count = coming.get("left") or coming.get("later") or ""
    return PARTS.get(count) or parse(count) or 0


def _spoken(text: str) -> Iterator[Found]:
    """In hiragana: じゅうねん, はんとし."""
    for match in SPOKEN_SPAN.finditer(text):
        half, unit = match.group("count") in HALF, match.group("unit")
        age = 0.5 if half else parse(in_kanji(match.group("count")))
        if age is not None and half == (unit == "とし") and age <= OLDEST_AGE:
            yield Found(AGE, _plain(age + (0.5 if unit == "ねんはん" else 0)), match.start(), match.end(), SPAN_TOLD)


def _of_a_firm(text: str) -> Iterator[Found]:
    """会社は3歳: only beside a word for a firm."""
    for match in AGED.finditer(text):
        age = parse(in_kanji(match.group("count"))) if _tells_of_a_firm(text, match) else None
        if age is not None and age <= OLDEST_AGE:
            age = _today(text, match, age + (0.5 if "半" in match.group("unit") else 0))
            yield Found(AGE, _plain(age), match.start(), match.end(), AGE_TOLD)


def _tells_of_a_firm(text: str, match: re.Match[str]) -> bool:
    if match.group("unit") == "つ":
        return text.endswith(ITSELF, 0, match.start()) and not THINGS.match(text, match.end() - 1)
    near = FIRM_BEFORE.search(text, max(0, match.start() - AROUND), match.start())
    return bool(near or FIRM_AFTER.match(text, match.end()))


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
