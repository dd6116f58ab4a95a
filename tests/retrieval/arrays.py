"""Arrays written as numbers."""

import numpy as np

from desk.retrieval.bm25 import Floats


def floats(*numbers: float) -> Floats:
    """An array of these numbers."""
    return np.array(numbers, dtype=np.float32)
