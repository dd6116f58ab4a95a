"""BM25 over any terms: weights are worked out once, a search adds up a few short arrays."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

#: the usual constants: how fast a repeated term saturates, and how much the length of a text counts
SATURATION = 1.2
LENGTH = 0.75

Floats = NDArray[np.float32]
Whole = NDArray[np.int32]
#: the terms of a text
Cutting = Callable[[str], Sequence[str]]


class BM25:
    """Texts arranged for searching; never changes."""

    def __init__(self, texts: Iterable[str], cut: Cutting) -> None:
        self._cut = cut
        counts = [Counter(cut(text)) for text in texts]
        self._size = len(counts)
        lengths = np.array([count.total() for count in counts], dtype=np.float32)
        self._norms = SATURATION * (1 - LENGTH + LENGTH * lengths / max(float(lengths.mean()) if counts else 1.0, 1.0))
        self._postings = {term: self._weigh(*posting) for term, posting in _invert(counts).items()}

    def scores(self, question: str) -> Floats:
        """One score a text, 0 where nothing is in common. Terms repeated in the question count once."""
        result = np.zeros(self._size, dtype=np.float32)
        for term in set(self._cut(question)):
            if term in self._postings:
                rows, weights = self._postings[term]
                result[rows] += weights
        return result

    def ideal(self, question: str) -> float:
        """About what a text would score that says just what the question says; unknown terms count as rare ones."""
        return sum(self._rarity(self._having(term)) for term in set(self._cut(question)))

    def _having(self, term: str) -> int:
        return len(self._postings[term][0]) if term in self._postings else 0

    def _weigh(self, rows: Whole, counts: Floats) -> tuple[Whole, Floats]:
        saturated = counts * (SATURATION + 1) / (counts + self._norms[rows])
        return rows, (self._rarity(len(rows)) * saturated).astype(np.float32)

    def _rarity(self, having: int) -> float:
        return float(np.log1p((self._size - having + 0.5) / (having + 0.5)))


def _invert(counts: Sequence[Counter[str]]) -> dict[str, tuple[Whole, Floats]]:
    """For each term the texts that have it, and how often."""
    postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, count in enumerate(counts):
        for term, times in count.items():
            postings[term].append((row, times))
    return {
        term: (np.array([row for row, _ in pairs], np.int32), np.array([times for _, times in pairs], np.float32))
        for term, pairs in postings.items()
    }
