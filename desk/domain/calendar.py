"""Business time of the desk: when it is open, and when something promised in business days falls due."""

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

WEEKDAYS = ("月", "火", "水", "木", "金", "土", "日")


@dataclass(frozen=True)
class Calendar:
    """Opening hours of the desk. Times of day are those of the times it is asked about (Japan)."""

    opens: time
    closes: time
    #: Monday is 0
    weekdays: frozenset[int]
    holidays: Container[date]
    closures: frozenset[date] = frozenset()
    #: days that were looked up, and the business days after them; none of them can change its mind
    _known: dict[date, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    _next: dict[date, date] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_business_day(self, day: date) -> bool:
        """Whether the desk opens at all on this day."""
        known = self._known.get(day)
        if known is None:
            known = day.weekday() in self.weekdays and day not in self.holidays and day not in self.closures
            self._known[day] = known
        return known

    def is_open(self, at: datetime) -> bool:
        """Whether somebody is at the desk at this moment; the closing minute is closed."""
        return self.is_business_day(at.date()) and self.opens <= at.time() < self.closes

    def next_business_day(self, day: date) -> date:
        """The first business day after `day`."""
        following = self._next.get(day)
        if following is None:
            following = day + timedelta(days=1)
            while not self.is_business_day(following):
                following += timedelta(days=1)
            self._next[day] = following
        return following

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself while open, otherwise the next time the desk opens."""
        if self.is_open(at):
            return at
        before_opening = self.is_business_day(at.date()) and at.time() < self.opens
        day = at.date() if before_opening else self.next_business_day(at.date())
        return datetime.combine(day, self.opens, at.tzinfo)

    def due_after(self, at: datetime, business_days: int) -> datetime:
        """When something promised within `business_days` falls due: the same time of day, on a business day.

        A promise made while the desk is closed counts from its next opening.
        """
        start = self.next_opening(at)
        day = start.date()
        for _ in range(business_days):
            day = self.next_business_day(day)
        return datetime.combine(day, start.timetz())

    def due_within(self, at: datetime, length: timedelta) -> datetime:
        """The moment at which the desk has been open for `length` since `at`; this may be a closing minute."""
        start, left = self.next_opening(at), length
        while left > (today := self._until_closing(start)):
            left -= today
            start = datetime.combine(self.next_business_day(start.date()), self.opens, at.tzinfo)
        return start + left

    def open_between(self, start: datetime, end: datetime) -> timedelta:
        """For how long the desk is open from `start` to `end`; nothing when `end` comes first."""
        total, moment = timedelta(), self.next_opening(start)
        while moment < end:
            closing = moment + self._until_closing(moment)
            total += min(closing, end) - moment
            moment = self.next_opening(closing)
        return total

    def _until_closing(self, at: datetime) -> timedelta:
        return datetime.combine(at.date(), self.closes, at.tzinfo) - at


def in_words(at: datetime) -> str:
    """A moment as Japanese readers write it: 11月24日（火）9時30分."""
    minutes = f"{at.minute}分" if at.minute else ""
    return f"{at.month}月{at.day}日（{WEEKDAYS[at.weekday()]}）{at.hour}時{minutes}"
