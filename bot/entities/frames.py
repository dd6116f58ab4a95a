"""The frame in which words stand: what comes right before them, and what is said of them, in whatever dialect."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.entities.lexicon import read

LEXICON = "trade_frames"
BEFORE, AFTER = 22, 14  # characters that are looked at
OTHER = "other"


def frame(lower: str, start: int, end: int) -> tuple[str, str]:
    """The names of what stands before and behind, as in bot/lexicon/trade_frames.yml."""
    before = lower[max(0, start - BEFORE) : start] if start <= BEFORE else f"…{lower[start - BEFORE : start]}"
    after = lower[end : end + AFTER]
    names = _patterns()
    return (
        next((name for name, pattern in names["before"] if pattern.search(before)), OTHER),
        next((name for name, pattern in names["after"] if pattern.match(after)), OTHER),
    )


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    return {
        side: [(name, re.compile(pattern)) for name, pattern in frames.items()]
        for side, frames in read(LEXICON).items()
    }
