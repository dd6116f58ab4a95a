"""Events, and clinics with experts, at times that are known: what may be entered, and how people read them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.calendar import in_words


class OccasionKind(StrEnum):
    """A clinic is a time at which an expert sits at the desk for those who asked for it."""

    EVENT = "event"
    CLINIC = "clinic"


class Backwards(ValueError):
    """It ends before it begins, or as it begins."""


class Over(ValueError):
    """It is over already: nobody could come."""


@dataclass(frozen=True)
class Occasion:
    """What takes place, who holds it, where and when. `url` is where more is said, or where people apply."""

    kind: OccasionKind
    title: str
    text: str
    host: str
    place: str
    starts_at: datetime
    ends_at: datetime
    url: str | None


def check_occasion(occasion: Occasion, now: datetime) -> None:
    """Raises `Backwards` and `Over`."""
    if occasion.ends_at <= occasion.starts_at:
        raise Backwards
    if occasion.ends_at <= now:
        raise Over


def when(occasion: Occasion) -> str:
    """The time as people read it: 12月3日（木）10時〜12時, with the day again when it ends on another one."""
    starts, ends = occasion.starts_at, occasion.ends_at
    end = in_words(ends)
    return f"{in_words(starts)}〜{end.partition('）')[2] if starts.date() == ends.date() else end}"
