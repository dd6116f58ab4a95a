"""Where a text speaks of a trade, anyone's: words for trades, and what is made, sold, carried, grown or lent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.entities.doings import find_doings
from bot.entities.found import Found
from bot.entities.lexicon import choices, read

INDUSTRY = "industry"
PATTERNS, TERMS, THINGS = "industry", "industry_terms", "industry_things"
# By what a trade was seen: a pattern or a plain word of the lists, a thing that only names one with a sign, a deed, the whole text.
WORD, TERM, THING, DEED, TEXT = "word", "term", "thing", "deed", "text"
ENDING = "(?:業界?|業者|屋|店|系)?"
SHORT_KATAKANA, KATAKANA = re.compile(r"[ァ-ヶー]{1,3}"), re.compile(r"[ァ-ヶー]")
LATIN = re.compile(r"[a-z0-9]")
MOST = 20  # mentions that are looked at


@dataclass(frozen=True)
class Mention:
    """A trade that is spoken of; `clear` says how clearly a deed tells it."""

    trade: str
    start: int
    end: int
    kind: str
    clear: float = 0.0

    def overlaps(self, other: Mention | Found) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        """In characters."""
        return self.end - self.start


def find_mentions(lower: str, names: Sequence[Found] = ()) -> list[Mention]:
    """The first ones, from left to right; what stands in a company's name says nothing."""
    words = _longest([*_terms(lower), *_matches(lower)])
    deeds = [Mention(str(deed.value), deed.start, deed.end, DEED, deed.confidence) for deed in find_doings(lower)]
    mentions = [each for each in words + list(dict.fromkeys(deeds)) if not any(each.overlaps(name) for name in names)]
    return sorted(mentions, key=lambda each: (each.start, each.end))[:MOST]


def _terms(lower: str) -> Iterator[Mention]:
    """Every plain word of the list."""
    trades, lengths = _index()
    for start in range(len(lower) - 1):
        for length in lengths.get(lower[start : start + 2], ()):
            word = lower[start : start + length]
            if word in trades and not _inside_a_word(lower, start, start + len(word)):
                yield Mention(trades[word], start, start + len(word), TERM)


def _matches(lower: str) -> Iterator[Mention]:
    """Every match of the patterns."""
    for lexicon, kind in ((PATTERNS, WORD), (THINGS, THING)):
        for trade, pattern in choices(lexicon, ENDING):
            for match in pattern.finditer(lower):
                if not _inside_a_word(lower, *match.span()):
                    yield Mention(trade, *match.span(), kind)


def _longest(mentions: Sequence[Mention]) -> list[Mention]:
    """Without what a longer one covers; of two that cover each other the first."""
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda each: -each.length):
        if not any(one.overlaps(other) for other in kept):
            kept.append(one)
    return kept


def terms() -> dict[str, str]:
    """Plain words with their trade."""
    return {word: trade for trade, words in read(TERMS).items() for word in words.split()}


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, str], dict[str, tuple[int, ...]]]:
    """The plain words, and by two first characters how long the words are that begin so."""
    lengths: dict[str, set[int]] = {}
    for word in terms():
        lengths.setdefault(word[:2], set()).add(len(word))
    return terms(), {start: tuple(sorted(found)) for start, found in lengths.items()}


def _inside_a_word(lower: str, start: int, end: int) -> bool:
    """`it` is a word of its own only outside of other Latin letters, バー only outside of other katakana."""
    word, before, after = lower[start:end], lower[start - 1 : start], lower[end : end + 1]
    if SHORT_KATAKANA.fullmatch(word):
        return bool(KATAKANA.match(before) or KATAKANA.match(after))
    return bool((LATIN.match(word) and LATIN.match(before)) or (LATIN.match(word[-1]) and LATIN.match(after)))
