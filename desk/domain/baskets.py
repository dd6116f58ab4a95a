"""The baskets of the queue: parts of it that somebody works through."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Basket(StrEnum):
    """A part of the queue, in the order in which it is looked at."""

    NEW = "new"
    MINE = "mine"
    URGENT = "urgent"
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    OPEN = "open"
    WAITING = "waiting"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True)
class Wanted:
    """What a member of staff wishes to see; what is left empty is not asked for.

    `q` are words, `assignee` is a login, the days are those on which a case was opened, both included.
    """

    basket: Basket = Basket.NEW
    status: str | None = None
    speciality: str | None = None
    channel: str | None = None
    assignee: str | None = None
    since: date | None = None
    until: date | None = None
    area: str | None = None
    industry: str | None = None
    q: str = ""
    page: int = 1
