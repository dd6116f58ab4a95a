"""Adds up views that measure in different units: each is put in standard deviations from its own mean first."""

from collections.abc import Iterable

import numpy as np

from desk.retrieval.bm25 import Floats


def fuse(views: Iterable[tuple[float, Floats]]) -> Floats:
    """The weighted sum of z-scores, one a candidate; every view has as many scores as the others."""
    total: Floats = np.sum([weight * standardised(scores) for weight, scores in views], axis=0, dtype=np.float32)
    return total


def standardised(scores: Floats) -> Floats:
    """Scores with mean 0 and deviation 1; all zeros where a view sees no difference at all."""
    deviation = float(scores.std()) if len(scores) else 0.0
    return (scores - scores.mean()) / deviation if deviation > 1e-9 else np.zeros_like(scores)
