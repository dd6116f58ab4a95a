"""How a deadline that runs stands: how much of the desk's own time is left or gone, and who is told of it next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.domain.calendar import Calendar
from desk.domain.deadlines import Clock, Deadline
from desk.domain.reminders import LATE_DAYS, SOON_BEFORE, Rung, rung_at

#: further back than this no moment is looked for
HORIZON_DAYS = 30


@dataclass(frozen=True)
class Outlook:
    """A deadline as seen now. `left` and `over` are time during which the desk is open; one of them is nothing."""

    clock: Clock
    due_at: datetime
    overdue: bool
    left: timedelta
    over: timedelta
    #: the rung of the ladder that is climbed next, and when; None after the highest
    next_rung: Rung | None
    next_at: datetime | None


def outlook_of(calendar: Calendar, deadline: Deadline, now: datetime) -> Outlook:
    """What is to be said of a deadline now."""
    due, reached = deadline.due_at, rung_at(calendar, deadline, now)
    later = list(Rung) if reached is None else list(Rung)[list(Rung).index(reached) + 1 :]
    coming = later[0] if later else None
    moments = {
        Rung.SOON: _open_before(calendar, due, SOON_BEFORE[deadline.clock]),
        Rung.DUE: due,
        Rung.LATE: calendar.due_after(due, LATE_DAYS),
    }
    left, over = calendar.open_between(now, due), calendar.open_between(due, now)
    return Outlook(deadline.clock, due, due <= now, left, over, coming, moments[coming] if coming else None)


def _open_before(calendar: Calendar, at: datetime, length: timedelta) -> datetime | None:
    """The moment from which the desk is open for just so long until `at`."""
    left = length
    for back in range(HORIZON_DAYS):
        day = at.date() - timedelta(days=back)
        opens, closes = (datetime.combine(day, each, at.tzinfo) for each in (calendar.opens, calendar.closes))
        end = min(at, closes)
        if not calendar.is_business_day(day) or end <= opens:
            continue
        if end - opens >= left:
            return end - left
        left -= end - opens
    return None
