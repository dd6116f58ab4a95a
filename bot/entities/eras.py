"""Years as people write them: 令和3年, R3, 昭52, へいせい さんねん, 2018年, 二千十八年, 98年設立."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.entities.numbers import ARABIC, KANA_WORD, KANJI, in_kanji, parse

FIRST_YEARS = {
    "令和": 2019,
    "平成": 1989,
    "昭和": 1926,
    "大正": 1912,
    "明治": 1868,
    "慶応": 1865,
    "慶應": 1865,
}
FIRST_YEARS |= {long[0]: FIRST_YEARS[long] for long in ("令和", "平成", "昭和", "大正", "明治")}
FIRST_YEARS |= {"r": 2019, "h": 1989, "s": 1926, "t": 1912, "m": 1868}
KANA_ERAS = {"れいわ": "令和", "へいせい": "平成", "しょうわ": "昭和", "たいしょう": "大正", "めいじ": "明治"}
# 昭52 and 令六創業, but not 最大7, 大3の学生 or 令状; M35創業, but not M3 of a screw
JOINED = (
    rf"(?<![一-龥])[明大昭平令](?=(?:元|[0-9]{{1,2}}|[{KANJI}十]{{1,3}})(?:年|[.・/)、。 ]|$|[創設開起]|に(?!ん)|から))(?!大[1-4])|"
    r"(?<![a-z0-9])m(?=[1-4]?[0-9](?:年|に|[創設開]))"
)
ERA_YEAR = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治|慶[応應]|(?<![a-z])[rhst](?=\.?[0-9元])|{JOINED})\.?(?P<year>元|{ARABIC}|[{KANJI}十]+)(?P<unit>年)?"
)
COMMON_YEAR = re.compile(
    rf"(?P<year>(?:1[6-9]|20)[0-9]{{2}}|[一二][{KANJI}]{{3}})(?:(?P<unit>年)(?!前)|(?!年|前|[0-9万千円人名食件台個本枚坪]))"
)
# へいせい さんねん, しょうわ30ねん
KANA_YEAR = re.compile(
    rf"(?P<era>{'|'.join(KANA_ERAS)}) ?(?P<year>がん|元|{ARABIC}|(?:{KANA_WORD.pattern})+) ?(?:ねん|年)"
)
# 二千十八年, 2千7年, にせんじゅうろくねん
COMPOSED_YEAR = re.compile(
    rf"(?<![0-9{KANJI}十百])(?P<year>(?:[12一二]|に)?(?:千|せん)(?:{KANA_WORD.pattern}|[{KANJI}十百]|[0-9]{{1,3}}){{0,12}})(?:年|ねん)(?!前|まえ)"
)
# 98年設立, 07年に, 六八年から, but not 創業50年に, 20年になる or 10年に一度
TWO_DIGITS = re.compile(
    rf"(?<![0-9a-z.,'’/約第満成和正治応應過近続元立築平昭令{KANJI}十百])(?<!創業)(?<!起業)(?<!開業)(?P<year>[0125-9][0-9]|[〇一二五六七八九][{KANJI}])年"
    r"(?=に(?![なわ亘渡及一1満迫近はも])|から|の?[春夏秋冬]|[0-9一二三四五六七八九十]+月|(?:に|の)?(?:設立|創業|開業|創立|起業|開店|独立|スタート))"
)
# 設立日:20180401
WHOLE_DAY = re.compile(
    r"(?<![0-9])(?P<year>(?:1[89]|20)[0-9]{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9円])"
)

# 平成20年ではなく18年: the era goes on
SAME_ERA = re.compile(
    rf"(?:(?:では|じゃ|で)なくて?|やのうて)[、 ]?(?P<year>元|{ARABIC}|[{KANJI}十]+)(?:年|(?=に(?:直|訂|変|修)))"
)
# '99年
SHORT_YEAR = re.compile(r"(?<![0-9])['’](?P<year>[0-9]{2})(?![0-9])年?")
# 昭和四十年代 is ten years long
DECADE = re.compile("代")
FIRST = ("元", "がん")  # year of an era
LONGEST_ERA = 64  # years
OLDEST = 1500  # year
CENTURY_TURNS = 50  # '49 is 2049 and means no past year, '50 is 1950


@dataclass(frozen=True)
class Year:
    """A year of the common era; `marked` when 年 or an era's name says that it is one."""

    value: int
    start: int
    end: int
    marked: bool


def year_of_era(era: str, written: str) -> int | None:
    """平成 and 元, 48 or 四十八: the common year, None where no era was as long."""
    number = 1.0 if written in FIRST else parse(written)
    return FIRST_YEARS[era] + int(number) - 1 if number is not None and 1 <= number <= LONGEST_ERA else None


def _in_era(lower: str, era: str, written: re.Match[str], start: int) -> Iterator[Year]:
    year = year_of_era(era, written.group("year"))
    if year and not DECADE.match(lower, written.end()):
        yield Year(year, start, written.end(), True)


def _of_kana(match: re.Match[str]) -> int | None:
    written = match.group("year")
    return year_of_era(KANA_ERAS[match.group("era")], written if written in FIRST else in_kanji(written))


def _composed(match: re.Match[str]) -> int | None:
    value = int(parse(in_kanji(match.group("year"))) or 0)
    return value if value >= OLDEST else None  # 千年 is a span of time


def _two_digits(match: re.Match[str]) -> int:
    short = int(parse(match.group("year")) or 0)
    return short + (1900 if short >= CENTURY_TURNS else 2000)


def _whole(match: re.Match[str]) -> int:
    return int(match.group("year"))


OTHERWISE = (
    (SHORT_YEAR, _two_digits),
    (TWO_DIGITS, _two_digits),
    (KANA_YEAR, _of_kana),
    (COMPOSED_YEAR, _composed),
    (WHOLE_DAY, _whole),
)


def years(lower: str) -> Iterator[Year]:
    """Years in a lower-case normalised text, from left to right for each notation."""
    for match in ERA_YEAR.finditer(lower):
        yield from _in_era(lower, match.group("era"), match, match.start())
        again = SAME_ERA.match(lower, match.end())
        if again:
            yield from _in_era(lower, match.group("era"), again, again.start("year"))
    for pattern, read in OTHERWISE:
        for match in pattern.finditer(lower):
            value = read(match)
            if value:
                yield Year(value, match.start(), match.end(), True)
    for match in COMMON_YEAR.finditer(lower):
        value = parse(match.group("year"))
        if value is not None and not DECADE.match(lower, match.end()):
            yield Year(int(value), match.start(), match.end(), match.group("unit") is not None)
