"""Does independent long work side by side, one process a core: learning is pure computation."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

from joblib import Parallel, delayed

SHARES = 2  # into which long work is divided that may be: more cores gain little beside what is not divided


def together(*works: Callable[[], Any]) -> list[Any]:
    """The results, in the order of the works; put the longest first. Works and results have to pickle, unless it is one."""
    if len(works) == 1:
        return [works[0]()]
    # without max_nbytes large arrays would arrive read-only
    return list(Parallel(n_jobs=-1, max_nbytes=None)(delayed(_undisturbed)(work) for work in works))


def _undisturbed(work: Callable[[], Any]) -> Any:
    """What is read while learning stays: looking through it for garbage takes a sixth of the time."""
    gc.disable()
    try:
        return work()
    finally:
        gc.enable()
