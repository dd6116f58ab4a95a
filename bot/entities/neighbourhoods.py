"""area by a neighbourhood, a station or an island that lies in one municipality: 高島平, 蒲田, 八丈島."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.entities.found import Found
from bot.entities.lexicon import read
from bot.entities.persons import is_person
from bot.text.reader import Word

# A place stands there, not a person, a word or another name: 上野で, 大山の商店街, 池袋に, 神田和泉町.
SIGN = re.compile(
    r"^(?:駅|[一-龥]{1,3}町|[東西南北]?[0-9一二三四五六七八九]丁目|"
    r"(?:周辺|近辺|界隈|あたり|エリア)*(?:で(?!す|した|して|ござ|はな|もな)|にて|"
    r"に(?:ある|あり|会社|工場|オフィス|アトリエ|工房|ラボ|倉庫|店|支店|営業所|拠点|事務所|事業所|本|住|移|引|登記|構|建|開|出|越|根)|へ(?:工場|本社|移|引|越)|から(?:徒歩|歩|通|来|近|移|引)|"
    r"の(?!件|携帯|電話|名刺|代理|メール|アドレス|連絡|紹介|代わり|者|妻|夫|父|母|息子|娘|話|先生|教授|学生|研究)))"
)
# 本店は赤坂。 登記が戸田です, 社員9人、永山, 永山、ソフト, 群馬の太田
ALONE = (
    (re.compile(r"(?:[はが、。,(・]|つまり)$"), re.compile(r"^(?:[。、,.)\n]|$)")),
    (re.compile(r"(?:は|が|じゃなくて?|ではなく)[、 ]?$"), re.compile(r"^(?:です|だ|[。、]|$)")),
    (re.compile(r"^$"), re.compile(r"^[、,]")),
    (re.compile(r"(?:[県隣]|埼玉|千葉|神奈川|茨城|栃木|群馬|山梨|静岡)の$"), re.compile(r"")),
)
# 浅草寺, 池袋信用金庫, 目白大学, 羽田空港
OTHER_NAME = re.compile(
    r"^(?:大学|学園|高校|病院|信用|信金|銀行|空港|寺|線|川|製作|電機|工業|鉄工|精機|商会|商店(?!街))"
)
# 蒲田|本町, 早稲田鶴巻町, 高円寺南: the reader takes a station or an address for one word.
REST = re.compile(r"^(?:駅|[一-龥]{1,3}町|[東西南北](?:口|[0-9]|$|[のでに、。]))")
# 鎌ケ谷, 鎌が谷; 竹ノ塚, 竹の塚
GA, NO = (re.compile(rf"(?<=[一-龥])[{kana}](?=[一-龥])") for kana in ("ヶケがガ", "のノ"))


def municipality(name: str) -> str | None:
    """Where a neighbourhood lies, for an answer that is nothing else."""
    return _known().get(name, ("", None))[1] or None


def spellings(name: str) -> set[str]:
    """A name with each ヶ, ケ, が and ノ, の that people write within it."""
    with_no = {NO.sub(kana, name) for kana in "のノ"}
    return {name, *with_no, *(GA.sub(kana, one) for kana in "ヶケが" for one in with_no)}


def stands_as_place(text: str, start: int, end: int) -> bool:
    """Whether the words around a family name say that it is a place: 平塚で, 会社は小山."""
    before, after = text[max(0, start - 6) : start], text[end : end + 6]
    return bool(SIGN.match(after)) or any(one.search(before) and other.match(after) for one, other in ALONE)


def find_neighbourhoods(text: str, words: Sequence[Word]) -> list[Found]:
    """Municipalities whose parts are named, where words begin and end; a name that borders share has an empty value."""
    starts = {word.start for word in words}
    borders = starts | {len(text), *(word.end for word in words)}
    return [found for start in sorted(starts) if (found := _longest_at(text, start, borders))]


def _longest_at(text: str, start: int, borders: set[int]) -> Found | None:
    for end in range(min(start + _lengths().get(text[start], 0), len(text)), start, -1):
        kind, official = _known().get(text[start:end], ("", ""))
        if kind and (end in borders or REST.match(text[end : end + 5])) and _is_place(text, kind, start, end):
            return Found("area", official, start, end, 0.85)
    return None


def _is_place(text: str, kind: str, start: int, end: int) -> bool:
    if kind == "shared":
        return True
    if is_person(text, start, end) or OTHER_NAME.match(text[end : end + 3]):
        return False
    return kind != "with_a_sign" or stands_as_place(text, start, end)


@lru_cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Each spelling of each name with its kind and its municipality."""
    lexicon = read("neighbourhoods")
    known = {name: ("shared", "") for shared in lexicon["shared"] for name in spellings(shared)}
    for kind in ("with_a_sign", "plain"):
        for official, names in lexicon[kind].items():
            known |= {spelling: (kind, official) for name in names for spelling in spellings(name)}
    return known


@lru_cache
def _lengths() -> Mapping[str, int]:
    """How long the longest name is that begins with a character."""
    lengths: dict[str, int] = {}
    for name in _known():
        lengths[name[0]] = max(len(name), lengths.get(name[0], 0))
    return lengths
