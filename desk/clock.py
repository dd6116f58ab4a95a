"""The one clock of the application: Japan time, replaceable by `DESK_CLOCK`."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

JST = timezone(timedelta(hours=9), "JST")
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, aware, in Japan time."""
    return datetime.now(JST)


def clock_of(fixed: datetime | None) -> Clock:
    """The system clock, or one that stands still at `fixed` (an aware time)."""
    if fixed is None:
        return system_clock
    still = fixed.astimezone(JST)
    return lambda: still
