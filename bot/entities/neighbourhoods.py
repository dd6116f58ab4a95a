"""area by a neighbourhood, a station or an island that lies in one municipality: 高島平, 蒲田, 八丈島."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from re import Pattern

from bot.entities.found import Found
from bot.entities.lexicon import read
from bot.entities.persons import is_person
from bot.text.reader import Word

# A place stands there, not a person, a word or another name: 上野で, 大山の商店街, 池袋に.
SIGN = re.compile(
    r"^(?:駅前?|周辺|近辺|界隈|あたり|エリア)*(?:で(?!す|した|して|ござ|はな|もな)|に(?:ある|あり|本社|本店|会社|工場|店|支店|営業所|拠点|事務所|住|移|引|登記)|"
    r"の(?:近く|駅前|会社|企業|町工場|工場|工房|本社|本店|支店|店|事務所|倉庫|商店街|[一-龥ァ-ヶー]{1,8}(?:屋|店|院|所|社|業|室|塾)(?:です|を|で|$)))"
)
# 浅草寺, 池袋信用金庫, 目白大学, 羽田空港
OTHER_NAME = re.compile(
    r"^(?:大学|学園|高校|病院|信用|信金|銀行|空港|寺|線|川|製作|電機|工業|鉄工|精機|商会|商店(?!街))"
)


def municipality(name: str) -> str | None:
    """Where a neighbourhood lies, for an answer that is nothing else."""
    return _known("plain").get(name) or _known("with_a_sign").get(name)


def find_neighbourhoods(text: str, words: Sequence[Word]) -> list[Found]:
    """Municipalities whose parts are named, where words begin and end; a name that borders share has an empty value."""
    borders = {0, len(text), *(word.start for word in words), *(word.end for word in words)}
    return [
        Found("area", _known(kind)[match.group()], match.start(), match.end(), 0.85)
        for kind in ("plain", "with_a_sign", "shared")
        for match in _pattern(kind).finditer(text)
        if match.start() in borders and _ends(text, match.end(), borders) and _is_place(text, kind, match)
    ]


def _ends(text: str, end: int, borders: set[int]) -> bool:
    """The reader takes a station for one word: 王子|駅前."""
    return end in borders or text.startswith("駅", end)


def _is_place(text: str, kind: str, match: re.Match[str]) -> bool:
    if is_person(text, match.start(), match.end()) or OTHER_NAME.match(text[match.end() :]):
        return False
    return kind != "with_a_sign" or SIGN.match(text[match.end() :]) is not None


@lru_cache
def _known(kind: str) -> Mapping[str, str]:
    if kind == "shared":
        return dict.fromkeys(read("neighbourhoods")[kind], "")
    lists: Mapping[str, Sequence[str]] = read("neighbourhoods")[kind]
    return {name: official for official, names in lists.items() for name in names}


@lru_cache
def _pattern(kind: str) -> Pattern[str]:
    longest_first = sorted(_known(kind), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)))
