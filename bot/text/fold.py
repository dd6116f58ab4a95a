"""Folds spellings of names that people mix: kana, case, separators; offsets are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
SAME_SOUND = str.maketrans({"づ": "ず", "ぢ": "じ", "ヴ": "ぶ"})
DROPPED = set(" 　・-‐―ー_/「」『』()（）<>《》【】、,")


@dataclass(frozen=True)
class Folded:
    """`places[i]` is the offset in the unfolded text of character i of `text`."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the unfolded text of a non-empty span."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Hiragana for katakana, lower case, no separators."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character not in DROPPED:
            characters.append(_same(character))
            places.append(place)
    return Folded("".join(characters), tuple(places))


@lru_cache(maxsize=4096)
def _same(character: str) -> str:
    return character.lower()[0].translate(KATAKANA).translate(SAME_SOUND)


def is_latin(text: str) -> bool:
    """Whether a name consists of ASCII only, so that it needs word borders."""
    return re.fullmatch(r"[\x21-\x7e]+", text) is not None
