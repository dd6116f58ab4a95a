"""A yes-or-no judgement by likeness to remembered examples: a support vector machine with a Gaussian kernel over signs.

It tells apart what needs several signs at once, which a sum of weights cannot; so it is asked where that sum is in doubt.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from bot.learning.features import Floats

NAMES_FILE, NUMBERS_FILE = "memory.json", "memory.npz"
COST = 4.0  # of an example on the wrong side
STEEPNESS = 2.0  # of the likelihood over the machine's score


@dataclass(frozen=True)
class Memory:
    """The row of each sign in `likeness` (signs, examples), what each example speaks for, and the bias."""

    rows: dict[str, int]
    likeness: sparse.csr_matrix
    speaks: Floats
    bias: float

    @classmethod
    def fit(cls, examples: Sequence[Collection[str]], truth: Sequence[bool]) -> Memory:
        """Remember the examples of both kinds that the border between them needs; each is a set of signs."""
        from sklearn.svm import SVC

        rows = {name: row for row, name in enumerate(sorted({name for example in examples for name in example}))}
        seen = sparse.vstack([_of_length_one(rows, example) for example in examples]).tocsr()
        machine = SVC(C=COST, kernel="precomputed").fit(_kernel((seen @ seen.T).toarray()), truth)
        kept = seen[machine.support_]
        return cls(rows, kept.T.tocsr(), machine.dual_coef_[0].astype(np.float32), float(machine.intercept_[0]))

    def probability(self, signs: Collection[str]) -> float:
        """How likely it is, from 0 to 1."""
        alike = _kernel((_of_length_one(self.rows, signs) @ self.likeness).toarray()[0])
        return 1.0 / (1.0 + math.exp(-STEEPNESS * (float(alike @ self.speaks) + self.bias)))

    def save(self, folder: Path) -> None:
        """Write both files; no pickle."""
        (folder / NAMES_FILE).write_text(json.dumps(list(self.rows), ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / NUMBERS_FILE,
            starts=self.likeness.indptr,
            examples=self.likeness.indices,
            shares=self.likeness.data,
            speaks=self.speaks,
            bias=self.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> Memory:
        """Read what `save` wrote."""
        names = json.loads((folder / NAMES_FILE).read_text(encoding="utf-8"))
        with np.load(folder / NUMBERS_FILE, allow_pickle=False) as numbers:
            stored = tuple(numbers[part] for part in ("shares", "examples", "starts"))
            likeness = sparse.csr_matrix(stored, shape=(len(names), len(numbers["speaks"])))
            return cls(
                {name: row for row, name in enumerate(names)}, likeness, numbers["speaks"], float(numbers["bias"])
            )


def _of_length_one(rows: dict[str, int], signs: Collection[str]) -> sparse.csr_matrix:
    """A row with the same share for each known sign."""
    known = sorted(rows[name] for name in signs if name in rows)
    shares = np.full(len(known), 1.0 / math.sqrt(max(len(known), 1)), dtype=np.float32)
    return sparse.csr_matrix((shares, known, [0, len(known)]), shape=(1, len(rows)))


def _kernel(cosines: Floats) -> Floats:
    """exp(-|a - b|²) of vectors of length one."""
    alike: Floats = np.exp(2.0 * (cosines - 1.0))
    return alike
