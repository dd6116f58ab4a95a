"""Who is reminded of what, and when: so that nobody at the desk forgets a case, and no case waits for ever.

The ladder of a deadline: some business hours before it the owner is told, at it the owner and the lead, one business
day after it the lead once more, and the case is flagged. A case without an owner concerns the lead at every rung.

A case that waits for the person: after five business days the person is asked, once; after five more without a word
the case is closed, and the person is told how to come back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.calendar import Calendar
from desk.domain.deadlines import Clock, Deadline
from desk.domain.notifications import Kind
from desk.domain.words import JAPANESE, Words


class Rung(StrEnum):
    """A step of the ladder, the lowest first."""

    SOON = "soon"
    DUE = "due"
    LATE = "late"


class Patience(StrEnum):
    """What is done about a person from whom nothing is heard."""

    ASK = "ask"
    CLOSE = "close"


@dataclass(frozen=True)
class Telling:
    """Who is told at a rung, and under which title."""

    kind: Kind
    owner: bool
    lead: bool


LADDER: Mapping[Rung, Telling] = {
    Rung.SOON: Telling(Kind.DUE_SOON, owner=True, lead=False),
    Rung.DUE: Telling(Kind.OVERDUE, owner=True, lead=True),
    Rung.LATE: Telling(Kind.ESCALATED, owner=False, lead=True),
}
#: business hours before the deadline
SOON_BEFORE: Mapping[Clock, timedelta] = {
    Clock.FIRST_REPLY: timedelta(hours=2),
    Clock.ANSWER: timedelta(hours=2),
    Clock.CONTACT: timedelta(hours=4),
}
LATE_DAYS = 1
#: business days without a word of the person: until they are asked, and from then until the case is closed
PATIENCE_DAYS = 5
ASKING = (
    "受付番号 {number} のご相談は、その後いかがでしょうか。担当者がお返事をお待ちしています。"
    "このまま、ここにお書きください。\n"
    "{until}までにお返事がないときは、いったん終わりにします。そのあとでも、いつでも再開できます。"
)
CLOSING = (
    "受付番号 {number} のご相談は、お返事がなかったため、いったん終わりにしました。"
    "これまでの内容は残っています。\n"
    "続きをお話しになりたいときは、下のボタンからいつでも担当者をお呼びください。"
)


def rung_at(calendar: Calendar, deadline: Deadline, now: datetime) -> Rung | None:
    """The highest rung that is reached; None while there is time."""
    if calendar.due_after(deadline.due_at, LATE_DAYS) <= now:
        return Rung.LATE
    if deadline.due_at <= now:
        return Rung.DUE
    left = calendar.open_between(now, deadline.due_at)
    return Rung.SOON if left <= SOON_BEFORE[deadline.clock] else None


def up_to(rung: Rung) -> list[Rung]:
    """The rung and those below it: who is told of the higher one need not hear of the lower ones any more."""
    rungs = list(Rung)
    return rungs[: rungs.index(rung) + 1]


def patience_at(
    calendar: Calendar, waiting_since: datetime, asked_at: datetime | None, now: datetime
) -> Patience | None:
    """What is to be done about a case that waits for the person since then; `asked_at` is when they were asked."""
    since = waiting_since if asked_at is None else asked_at
    if calendar.due_after(since, PATIENCE_DAYS) > now:
        return None
    return Patience.ASK if asked_at is None else Patience.CLOSE


def asking_words(number: str, until: datetime, words: Words = JAPANESE) -> str:
    """The one gentle question to a person who has not written back."""
    return words.filled(ASKING, number=number, until=words.moment(until))


def closing_words(number: str, words: Words = JAPANESE) -> str:
    """The told end of a case without news, and the way back."""
    return words.filled(CLOSING, number=number)
