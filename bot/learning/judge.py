"""A yes-or-no judgement over named signs and a vector: logistic regression, fitted by scikit-learn, applied by adding up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import mul
from typing import Any

import numpy as np

from bot.learning.features import Floats
from bot.learning.rows import Rows, Seen

NEAR = 0.01  # of the optimum; nearer takes ten times as long and judges the same
DIGITS = 4  # of the stored weights


@dataclass(frozen=True)
class Judge:
    """The weight of each sign that was met and of each number of the vector, and the bias."""

    weights: Mapping[str, float]
    direction: Floats
    bias: float

    @classmethod
    def fit(cls, rows: Rows, truth: Sequence[bool], weights: Sequence[float] | None = None) -> Judge:
        """Learn from examples of both kinds, of which each counts as often as its weight says."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(solver="liblinear", tol=NEAR).fit(rows.matrix, truth, weights)
        learned, many = np.round(model.coef_[0], DIGITS), len(rows.names)
        named = dict(zip(rows.names, learned[:many].tolist(), strict=True))
        return cls(named, learned[many:].astype(np.float32), float(model.intercept_[0]))

    def probability(self, seen: Seen) -> float:
        """How likely it is, from 0 to 1."""
        score = self.bias + float(self.direction @ seen.vector)
        score += sum(map(mul, map(self.weights.get, seen.signs, repeat(0.0)), seen.signs.values()))
        return 1.0 / (1.0 + math.exp(-score))

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` takes, for a file in JSON."""
        return {"weights": dict(self.weights), "direction": self.direction.tolist(), "bias": self.bias}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Judge:
        """The judgement that was stored."""
        return cls(stored["weights"], np.asarray(stored["direction"], dtype=np.float32), stored["bias"])
