"""purpose and partner_status from everyday words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.lexicon import choices

PLAIN = 0.9


def find_partner_status(lower: str) -> list[Found]:
    """Whether a university or another partner is agreed, sought or not wanted."""
    hits = _hits(lower, "partner_status")
    return [replaced(lower, hits[0], hits)] if hits else []


def find_purposes(lower: str) -> list[Found]:
    """Every purpose that is said plainly, each once."""
    found: list[Found] = []
    for value, pattern in choices("purpose"):
        match = pattern.search(lower)
        if match:
            found.append(Found("purpose", value, match.start(), match.end(), 0.8))
    return sorted(found, key=lambda each: each.start)


def replaced(lower: str, best: Found, hits: Sequence[Found]) -> Found:
    """印刷じゃなくてソフト開発です: what stands behind a mark of correction wins."""
    first = min(hits, key=lambda hit: hit.start)
    resumed = taken_back(lower, first.end)
    return next(
        (hit for hit in sorted(hits, key=lambda h: h.start) if resumed is not None and hit.start >= resumed), best
    )


def _hits(lower: str, entity: str) -> list[Found]:
    """Every match of a list's patterns, in the order of the list."""
    return [
        Found(entity, value, match.start(), match.end(), PLAIN)
        for value, pattern in choices(entity)
        for match in pattern.finditer(lower)
    ]
