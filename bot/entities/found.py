"""What an entity rule returns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Value = str | int | float | bool | list[str]


@dataclass(frozen=True)
class Found:
    """An entity with its normalised value; offsets are those of the normalised text, `end` exclusive."""

    entity: str
    value: Value
    start: int
    end: int
    confidence: float = 1.0


def first_of(found: Iterable[Found], *entities: str) -> Found | None:
    """The first finding of one of these kinds."""
    return next((one for one in found if one.entity in entities), None)


def overlaps(one: Found, other: Found) -> bool:
    """Whether two findings share a character."""
    return one.start < other.end and other.start < one.end
