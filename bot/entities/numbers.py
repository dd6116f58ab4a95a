"""Numbers as Japanese people write them: 12, 1,200, 1 200 000, 1.5億, 十二, 二〇一九, 3千万, 1億2千万, ひゃくまん."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DIGIT_OF = {character: value for value, character in enumerate("〇一二三四五六七八九")}
DIGIT_OF.update({"零": 0, "壱": 1, "弐": 2, "参": 3, "伍": 5})
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
LARGE_UNITS = {"万": 10**4, "億": 10**8, "兆": 10**12}
SPOKEN = {
    "まん": "万", "マン": "万", "萬": "万", "おく": "億", "オク": "億", "せん": "千", "ひゃく": "百", "じゅう": "十",
}  # fmt: skip
KANJI = "".join(DIGIT_OF)
KANA = {
    "いち": "一", "いっ": "一", "に": "二", "さん": "三", "よん": "四", "よ": "四", "ご": "五", "ろく": "六", "ろっ": "六", "なな": "七", "しち": "七",
    "はち": "八", "はっ": "八", "きゅう": "九", "じゅう": "十", "じゅっ": "十", "ひゃく": "百", "びゃく": "百", "ぴゃく": "百", "せん": "千",
    "ぜん": "千", "まん": "万", "おく": "億",
}  # fmt: skip
KANA_WORD = re.compile("|".join(sorted(KANA, key=len, reverse=True)))
# Numbers spelt out, only where a word begins and where a unit follows: しゃいんは さんにん.
KANA_NUMBER = re.compile(
    rf"(?:(?<![ぁ-んー0-9{KANJI}十百千])|(?<=[はがでもを ]))(?P<run>(?:{KANA_WORD.pattern})+)"
    r"(?=にん|めい|えん|ねん|[くぐ]らい|ほど|$|[、。 ]|(?<=まん|おく)[でのをにはかと])"
)
MANY = 2  # points: 1.000.000
LONGEST = 24  # characters; a longer run of digits is no number that anyone means

ARABIC = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
# 12 000 000, 1.000.000, 8 0 0 万, 二、四五〇、〇〇〇
PARTED = (
    r"(?<![0-9] )[1-9][0-9]{0,2}(?:(?: [0-9]{3}){2,}|(?:\.[0-9]{3}){2,})(?![0-9.])|"
    rf"(?<![0-9 ])[1-9](?: [0-9]){{2,}}(?= ?[万億円])|[{KANJI}]{{1,3}}(?:、[{KANJI}]{{3}})+(?![{KANJI}、])"
)
WRITTEN = rf"{PARTED}|{ARABIC}"
PARTING = str.maketrans("", "", ",、")
PIECE = rf"(?:{WRITTEN}|[{KANJI}])"
# 400まんです, but not 3まんぞく
SPOKEN_UNIT = r" ?(?:まん|マン|おく|オク|せん)(?=[0-9 円えエ、。以]|$|[でをはのにかくぐほ]|しか|まで)"
NUMBER = re.compile(rf"(?:{PIECE}|[十拾百千万萬億兆])(?:{PIECE}|[十拾百千万萬億兆]|{SPOKEN_UNIT})*")
VAGUE_BEFORE = re.compile(r"(?:数|何|幾|いく)$")
VAGUE_AFTER = re.compile(r"^(?:円?台(?=$|[、。 のでくをに])|円?単位|桁|数|何|余り|余(?![裕剰計分]))")
SMALL = re.compile(rf"(?P<count>{WRITTEN}|[{KANJI}]+)?(?P<unit>[十拾百千])?")


@dataclass(frozen=True)
class Number:
    """A number in running text. `vague` ones (十数, 数百) say less than a value."""

    value: float
    start: int
    end: int
    vague: bool = False

    @property
    def whole(self) -> int:
        """The value as an integer."""
        return round(self.value)


def numbers(text: str) -> Iterator[Number]:
    """All numbers of a normalised text, from left to right; runs that mean no number are left out."""
    yield from _spelt_out(text)
    for match in NUMBER.finditer(text):
        value = parse(match.group()) if len(match.group()) <= LONGEST else None
        if value is not None:
            yield Number(value, match.start(), match.end(), _vague(text, match.start(), match.end()))


def _spelt_out(text: str) -> Iterator[Number]:
    """Numbers in hiragana; at the end of a thought only amounts, since に and さん are words as well."""
    for match in KANA_NUMBER.finditer(text):
        run = match.group("run")
        value = parse(in_kanji(run))
        with_unit = text[match.end() :].startswith(("にん", "めい", "えん", "ねん"))
        if value is not None and (with_unit or run.endswith(("まん", "おく"))):
            yield Number(value, match.start(), match.end())


def in_kanji(run: str) -> str:
    """さんじゅうに as 三十二, for `parse`."""
    return KANA_WORD.sub(lambda word: KANA[word.group()], run)


def _vague(text: str, start: int, end: int) -> bool:
    several = text[start] in SMALL_UNITS or text[start] in LARGE_UNITS  # 数百 is vague, 社員数200 is not
    return bool((several and VAGUE_BEFORE.search(text[:start][-2:])) or VAGUE_AFTER.match(text[end : end + 4]))


def parse(run: str) -> float | None:
    """The value of one number, None when its parts do not fit together. Raises nothing."""
    for spoken, unit in SPOKEN.items():
        run = run.replace(spoken, unit)
    run = run.replace(" ", "")
    total, rest = 0.0, run
    for unit, size in sorted(LARGE_UNITS.items(), key=lambda pair: -pair[1]):
        if unit in rest:
            head, _, rest = rest.partition(unit)
            factor = _below_ten_thousand(head) if head else 1.0
            if factor is None:
                return None
            total += factor * size
    last = _below_ten_thousand(rest) if rest else 0.0
    return None if last is None else total + last


def _below_ten_thousand(run: str) -> float | None:
    """千百十 with digits before them, or digits alone; 3千 and 三千五百 alike."""
    total, position, smallest = 0.0, 0, max(SMALL_UNITS.values()) + 1
    while position < len(run):
        match = SMALL.match(run, position)
        if match is None or match.end() == position:
            return None
        count, unit = match.group("count"), match.group("unit")
        size = SMALL_UNITS.get(unit or "", 1)
        total += (1.0 if count is None else _digits(count)) * size
        if size >= smallest or (unit is None and match.end() < len(run)):
            return None
        smallest = size
        position = match.end()
    return total


def _digits(count: str) -> float:
    """Arabic digits with commas and a point, or kanji digits read one by one; marks between thousands mean nothing."""
    count = count.translate(PARTING)
    if count[0] in DIGIT_OF:
        return float("".join(str(DIGIT_OF[character]) for character in count))
    return float(count if count.count(".") < MANY else count.replace(".", ""))
