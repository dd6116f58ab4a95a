"""By when people of the desk must act on a case: the first reply, the person reached, a message answered.

The rule, in time during which the desk is open:

| priority | first reply, and the answer to a later message | the person reached |
|---|---|---|
| normal | 1 business day | 3 business days |
| high | 6 business hours | 2 business days |
| urgent | 4 business hours | 1 business day |

A reply of staff stops the first clock. The second stops when the person has been spoken with: they wrote back after a
reply, or staff noted it. A message that nobody has answered starts the first clock anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.calendar import Calendar

URGENT, HIGH, NORMAL = "urgent", "high", "normal"
#: priorities by which the queue is ordered, the first seen first
PRIORITIES = (URGENT, HIGH, NORMAL)
#: business hours, shorter than the one business day that everybody is promised
REPLY_HOURS: Mapping[str, timedelta] = {HIGH: timedelta(hours=6), URGENT: timedelta(hours=4)}
REPLY_DAYS = 1
#: business days
CONTACT_DAYS: Mapping[str, int] = {NORMAL: 3, HIGH: 2, URGENT: 1}


class Clock(StrEnum):
    """What somebody waits for."""

    FIRST_REPLY = "first_reply"
    CONTACT = "contact"
    ANSWER = "answer"


@dataclass(frozen=True)
class Deadline:
    """A clock that runs, and when it ends."""

    clock: Clock
    due_at: datetime


def reply_due(calendar: Calendar, since: datetime, priority: str) -> datetime:
    """By when something the person wrote at `since` must be answered by staff."""
    hours = REPLY_HOURS.get(priority)
    by_day = calendar.due_after(since, REPLY_DAYS)
    return min(by_day, calendar.due_within(since, hours)) if hours else by_day


def contact_due(calendar: Calendar, since: datetime, priority: str) -> datetime:
    """By when the person of a case opened at `since` must have been reached."""
    return calendar.due_after(since, CONTACT_DAYS.get(priority, CONTACT_DAYS[NORMAL]))
