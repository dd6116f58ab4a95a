"""Does independent long work side by side, one process a core: learning is pure computation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from joblib import Parallel, delayed


def together(*works: Callable[[], Any]) -> list[Any]:
    """The results, in the order of the works; put the longest first. Works and results have to pickle."""
    # without max_nbytes large arrays would arrive read-only
    return list(Parallel(n_jobs=-1, max_nbytes=None)(delayed(work)() for work in works))
