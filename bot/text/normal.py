"""Normalises Japanese text (NFKC, dashes, spaces, control characters) and remembers where each character came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

KNOWN = 4096  # characters that are looked up once
LIMIT = 3000  # characters of a message that are read; LINE allows 5,000, the rest carries no request
HALF_WIDTH_MARKS = "ﾞﾟ"
# Dashes and minus signs that people's keyboards produce; the long vowel mark ー only counts beside digits.
DASHES = re.compile(
    "[\u2010-\u2015\u2212\u30fc\uff0d\uff70\u2500](?=[0-9])(?<=[0-9].)|[\u2010-\u2015\u2212\uff0d\u2500]"
)
WAVES = re.compile("[\u301c\uff5e\u223c\u223e]")
LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True)
class Normal:
    """`text` is normalised; character i of it stands for `original[starts[i]:ends[i]]`."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of a non-empty span of the normalised one."""
        return self.starts[start], self.ends[end - 1]

    @cached_property
    def lower(self) -> str:
        """The text with ASCII letters in lower case, of the same length."""
        return self.text.translate(LOWER)


def normalise(original: str) -> Normal:
    """NFKC cluster by cluster; control characters go, runs of white space become one space."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, cluster in clusters(original[:LIMIT]):
        for character in _one(cluster) if len(cluster) == 1 else _plain(cluster):
            if character == " " and characters[-1:] in ([], [" "]):
                continue
            characters.append(character)
            starts.append(start)
            ends.append(start + len(cluster))
    text = WAVES.sub("~", DASHES.sub("-", "".join(characters)))
    return Normal(original, text, tuple(starts), tuple(ends))


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Base characters with the marks that follow them, each with its offset."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not _is_mark(text[position]):
            yield start, text[start:position]
            start = position


@lru_cache(maxsize=KNOWN)
def _is_mark(character: str) -> bool:
    return character in HALF_WIDTH_MARKS or unicodedata.combining(character) != 0


def _plain(cluster: str) -> str:
    """One cluster in NFKC; white space as a space, other control and format characters as nothing."""
    plain = unicodedata.normalize("NFKC", cluster)
    return "".join(_visible(character) for character in plain)


_one = lru_cache(maxsize=KNOWN)(_plain)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character
