"""Who is asked to take a need: somebody who knows the matter, is there soonest, and has the least to do.

The rule. Only coordinators with the speciality, with room for one more, and who are at the desk by the time the first
reply is due. Among them whoever is there on the earliest day; then who has the smallest share of what they can carry;
then who was asked longest ago. With nobody left the need waits with the lead, under the same promise.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desk.domain.calendar import Calendar
from desk.domain.cases import Speciality

#: so many days ahead somebody's next presence is looked for
HORIZON_DAYS = 30


@dataclass(frozen=True)
class Window:
    """Hours at the desk in every week; Monday is 0."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Away:
    """Days of absence, both included."""

    first_day: date
    last_day: date


@dataclass(frozen=True)
class Coordinator:
    """Somebody who can be asked. Without windows they are there whenever the desk is open."""

    id: int
    login: str
    specialities: frozenset[str]
    max_load: int
    load: int = 0
    windows: Sequence[Window] = ()
    absences: Sequence[Away] = ()
    #: in the order in which they were asked last; 0 for never
    asked_last: int = 0

    @property
    def has_room(self) -> bool:
        """Whether one more need can be carried."""
        return self.load < self.max_load


def next_presence(coordinator: Coordinator, calendar: Calendar, at: datetime) -> datetime | None:
    """The first moment from `at` on at which somebody is at the desk; None within the next month."""
    for ahead in range(HORIZON_DAYS):
        day = at.date() + timedelta(days=ahead)
        if not calendar.is_business_day(day) or _away(coordinator, day):
            continue
        moments = [
            max(at, datetime.combine(day, opens, at.tzinfo))
            for opens, closes in _hours(coordinator, calendar, day)
            if datetime.combine(day, closes, at.tzinfo) > at
        ]
        if moments:
            return min(moments)
    return None


def choose(
    speciality: Speciality,
    coordinators: Iterable[Coordinator],
    calendar: Calendar,
    now: datetime,
    by: datetime,
    asked_before: Collection[int] = (),
) -> Coordinator | None:
    """Whom to ask for a need whose first reply is due at `by`; None when nobody fits."""
    found = []
    for each in coordinators:
        there = next_presence(each, calendar, now)
        fits = speciality in each.specialities and each.has_room and each.id not in asked_before
        if fits and there is not None and there < by:
            found.append(((there.date(), each.load / each.max_load, each.asked_last, each.id), each))
    return min(found)[1] if found else None


def _away(coordinator: Coordinator, day: date) -> bool:
    return any(each.first_day <= day <= each.last_day for each in coordinator.absences)


def _hours(coordinator: Coordinator, calendar: Calendar, day: date) -> list[tuple[time, time]]:
    """Somebody's own hours within those of the desk."""
    if not coordinator.windows:
        return [(calendar.opens, calendar.closes)]
    own = [
        (max(each.opens, calendar.opens), min(each.closes, calendar.closes))
        for each in coordinator.windows
        if each.weekday == day.weekday()
    ]
    return [(opens, closes) for opens, closes in own if opens < closes]
