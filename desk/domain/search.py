"""Finds texts by what they have in common with a question: BM25 over pairs of characters, no dictionary needed."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

#: the usual constants of BM25: how fast a repeated word saturates, and how much length counts
SATURATION = 1.2
LENGTH = 0.75
#: pairs of hiragana are mostly grammar (とは, ですか): they count less than kanji, katakana and letters
GRAMMAR = 0.25
#: a word in Latin letters is a whole word and counts as much as several pairs
WORD = 2.0
#: how people ask, whatever they ask about
_ASKING = re.compile(
    r"とは|って(何|なに|なん)|の?(意味|こと)(は|が|を|です|って)?|という(言葉|用語|の)?|について|"
    r"(教えて|説明して)(ください|ほしい|もらえ)?|(知りたい|聞きたい|わからない|分からない|わかりやすく)(です|のです)?|"
    r"どういう|どんな|どうやって|どうすれば|なんですか|何|です(か|が)?|でしょうか|ますか|ください"
)
_RUN = re.compile(r"[a-z0-9]+|[ぁ-ゖァ-ヺー々〆一-鿿]+")
_HIRAGANA = re.compile(r"[ぁ-ゖー]+")
_KATAKANA = {ord(katakana): ord(katakana) - 0x60 for katakana in map(chr, range(ord("ァ"), ord("ヶ") + 1))}


@dataclass(frozen=True)
class Passage:
    """A text that leads to its owner, an index into what is searched. `weight` is below 1 for lesser texts."""

    owner: int
    text: str
    weight: float = 1.0


@dataclass(frozen=True)
class Hit:
    """An owner found, with a score of about 1 when a passage says the same as the question, 0 for nothing common."""

    owner: int
    score: float


class Index:
    """Passages arranged for searching; never changes."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._counts = [Counter(term for term, _ in terms(passage.text)) for passage in passages]
        self._lengths = [sum(counts.values()) for counts in self._counts]

    def search(self, question: str, limit: int) -> list[Hit]:
        """The best `limit` owners, best first, by their best passage."""
        wanted = dict(terms(question))
        ideal = self._score(Counter(wanted.keys()), len(wanted), wanted)
        best: dict[int, float] = {}
        for number in self._candidates(wanted):
            passage = self._passages[number]
            score = passage.weight * self._score(self._counts[number], self._lengths[number], wanted) / ideal
            best[passage.owner] = max(score, best.get(passage.owner, 0.0))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        return [Hit(owner, score) for owner, score in ranked[:limit]]

    def _score(self, counts: Mapping[str, int], length: int, wanted: Mapping[str, float]) -> float:
        norm = SATURATION * (1 - LENGTH + LENGTH * length / self._mean_length)
        return sum(
            weight * self._rarity(term) * counts[term] * (SATURATION + 1) / (counts[term] + norm)
            for term, weight in wanted.items()
            if counts.get(term)
        )

    def _rarity(self, term: str) -> float:
        """High for what few owners have; a term in every passage of one owner is still rare."""
        having = len({self._passages[number].owner for number in self._postings.get(term, ())})
        return math.log(1 + (self._owners - having + 0.5) / (having + 0.5))

    def _candidates(self, wanted: Iterable[str]) -> set[int]:
        return {number for term in wanted for number in self._postings.get(term, ())}

    @cached_property
    def _owners(self) -> int:
        return len({passage.owner for passage in self._passages})

    @cached_property
    def _mean_length(self) -> float:
        return max(sum(self._lengths) / max(len(self._lengths), 1), 1.0)

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[int]]:
        postings: dict[str, list[int]] = {}
        for number, counts in enumerate(self._counts):
            for term in counts:
                postings.setdefault(term, []).append(number)
        return postings


def terms(text: str) -> Iterator[tuple[str, float]]:
    """What is compared, with its weight: words in Latin letters or digits whole, Japanese in pairs of characters.

    Width, case and the two kana make no difference, and the words of asking are left out.
    """
    for run in _RUN.findall(_ASKING.sub(" ", _plain(text))):
        if run[0].isascii():
            yield run, WORD
        else:
            yield from _pairs(run)


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but width, case, kana and punctuation."""
    return _bare(one) == _bare(other)


def _pairs(run: str) -> Iterator[tuple[str, float]]:
    pieces = [run[start : start + 2] for start in range(len(run) - 1)] or [run]
    for piece in pieces:
        weight = GRAMMAR if _HIRAGANA.fullmatch(piece) else 1.0
        yield piece.translate(_KATAKANA), weight


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _bare(text: str) -> str:
    return "".join(_RUN.findall(_plain(text))).translate(_KATAKANA)
