"""Turns a reading into numbers: weighted character and word n-grams (sparse) and sentence vectors (dense).

The grams of the last reading alone are remembered: several models look at them.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.text.reader import Reading

CHAR_SIZES = (1, 2, 3, 4)
LONGEST = 400  # characters and words beyond this carry no request
DIGITS = re.compile(r"[0-9]+")
Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@lru_cache(maxsize=1)
def char_grams(reading: Reading) -> list[str]:
    """Character n-grams of the lower-case text between boundary marks; a number counts as one 0."""
    text = f"^{DIGITS.sub('0', reading.normal.lower[:LONGEST])}$"
    return [f"c{text[i : i + n]}" for n in CHAR_SIZES for i in range(len(text) - n + 1)]


@lru_cache(maxsize=1)
def word_grams(reading: Reading) -> list[str]:
    """Sudachi's normalised forms, alone, in pairs, and in pairs that skip one word."""
    words = [DIGITS.sub("0", word.norm.lower()) for word in reading.words[:LONGEST] if _speaks(word.tag)]
    pairs = [f"p{a}_{b}" for a, b in itertools.pairwise(words)]
    skips = [f"s{a}_{b}" for a, b in zip(words, words[2:], strict=False)]
    return [f"w{word}" for word in words] + pairs + skips


def _speaks(tag: str) -> bool:
    return not tag.startswith(("補助記号", "空白"))


@dataclass
class Vocabulary:
    """Columns and inverse document frequencies of the n-grams of one kind."""

    columns: dict[str, int]
    idf: Floats

    @classmethod
    def fit(cls, documents: Sequence[Iterable[str]], least: int) -> Vocabulary:
        """Keep the n-grams that occur in at least `least` documents."""
        counts = Counter(gram for document in documents for gram in set(document))
        kept = sorted(gram for gram, count in counts.items() if count >= least)
        idf = [1.0 + math.log((1 + len(documents)) / (1 + counts[gram])) for gram in kept]
        return cls({gram: column for column, gram in enumerate(kept)}, np.asarray(idf, dtype=np.float32))

    def weigh(self, document: Iterable[str]) -> tuple[Ints, Floats]:
        """Columns and weights (sublinear frequency × idf, of length 1) of the known n-grams."""
        counts = Counter(map(self.columns.get, document))
        counts.pop(None, None)
        columns = np.fromiter(counts.keys(), dtype=np.int32, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1.0 + np.log(values)) * self.idf[columns] if len(counts) else values
        return columns, unit(values)


def unit(vector: Floats) -> Floats:
    """The vector at length 1; zeros stay zeros."""
    length = float(np.linalg.norm(vector))
    return (vector / length).astype(np.float32) if length > 0 else vector.astype(np.float32)
