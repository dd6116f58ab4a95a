"""Examples for a judgement as one matrix: a column for each sign, then the numbers of the vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy import sparse

from bot.learning.features import Floats


@dataclass(frozen=True)
class Seen:
    """What a judgement looks at: signs with their strength, and a vector of always the same length."""

    signs: Mapping[str, float]
    vector: Floats


@dataclass(frozen=True)
class Rows:
    """`names` of the signs, and `matrix` (examples, signs + length of the vector)."""

    names: Sequence[str]
    matrix: sparse.csr_matrix

    @classmethod
    def of(cls, examples: Sequence[Seen], least: int = 1) -> Rows:
        """Signs that fewer than `least` examples have teach nothing and are left out."""
        columns: dict[str, int] = {}
        named = chain.from_iterable(example.signs for example in examples)
        places = np.fromiter((columns.setdefault(name, len(columns)) for name in named), dtype=np.int32)
        values = np.fromiter(chain.from_iterable(example.signs.values() for example in examples), dtype=np.float32)
        ends = np.cumsum([0, *(len(example.signs) for example in examples)])
        signs = sparse.csr_matrix((values, places, ends), shape=(len(examples), len(columns)))
        kept = np.flatnonzero(np.bincount(places, minlength=len(columns)) >= least)
        names, vectors = list(columns), sparse.csr_matrix(np.stack([example.vector for example in examples]))
        return cls([names[column] for column in kept], sparse.hstack([signs[:, kept], vectors]).tocsr())
