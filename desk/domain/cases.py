"""The rulebook of cases: numbers, statuses and their order, specialities, and what a person can be asked for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    """Where a case stands."""

    NEW = "new"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    CLOSED = "closed"


class Speciality(StrEnum):
    """Which kind of coordinator a case needs."""

    TECHNOLOGY = "technology"
    MANAGEMENT = "management"
    IP = "ip"
    SUBSIDY = "subsidy"
    STARTUP = "startup"
    GENERAL = "general"


#: from which status a case may move to which
TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.CLOSED}),
    Status.ASSIGNED: frozenset({Status.NEW, Status.IN_PROGRESS, Status.WAITING, Status.CLOSED}),
    Status.IN_PROGRESS: frozenset({Status.ASSIGNED, Status.WAITING, Status.CLOSED}),
    Status.WAITING: frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.IN_PROGRESS}),
}

#: the topic in which a person asked for somebody, and who that is
SPECIALITY_OF_TOPIC: dict[str, Speciality] = {
    "support": Speciality.SUBSIDY,
    "programs": Speciality.SUBSIDY,
    "application": Speciality.SUBSIDY,
    "collaboration": Speciality.TECHNOLOGY,
    "partners": Speciality.TECHNOLOGY,
    "technology": Speciality.TECHNOLOGY,
    "ip": Speciality.IP,
    "clinic": Speciality.IP,
    "startup": Speciality.STARTUP,
    "finance": Speciality.MANAGEMENT,
    "training": Speciality.MANAGEMENT,
}

#: what a person seeks support for, and who knows most of it; the first that applies decides
SPECIALITY_OF_PURPOSE: dict[str, Speciality] = {
    "ip_filing": Speciality.IP,
    "ip_strategy": Speciality.IP,
    "joint_research": Speciality.TECHNOLOGY,
    "testing": Speciality.TECHNOLOGY,
    "matching": Speciality.TECHNOLOGY,
    "startup": Speciality.STARTUP,
    "finance": Speciality.MANAGEMENT,
    "succession": Speciality.MANAGEMENT,
    "hiring_training": Speciality.MANAGEMENT,
    "sales_channel": Speciality.MANAGEMENT,
}


class ImpossibleTransition(ValueError):
    """A case cannot go from its status to the one asked for."""


@dataclass(frozen=True)
class Promise:
    """What a person is told when a case is opened."""

    number: str
    speciality: Speciality
    expected_reply_by: datetime
    open_now: bool


def case_number(year: int, running: int) -> str:
    """The number a person is given: `I-2026-000123`."""
    return f"I-{year}-{running:06d}"


def speciality_for(topic: str | None, purposes: Collection[str]) -> Speciality:
    """Who should take the case: by the topic spoken of, else by what support is sought for, else anybody.

    Questions about subsidies stay with the subsidy coordinator whatever the money is for.
    """
    if topic in SPECIALITY_OF_TOPIC:
        return SPECIALITY_OF_TOPIC[topic]
    for purpose, speciality in SPECIALITY_OF_PURPOSE.items():
        if purpose in purposes:
            return speciality
    return Speciality.SUBSIDY if purposes else Speciality.GENERAL


def check_transition(current: Status, wanted: Status) -> None:
    """Raise `ImpossibleTransition` unless a case may move from `current` to `wanted`; staying is allowed."""
    if wanted != current and wanted not in TRANSITIONS[current]:
        raise ImpossibleTransition(f"{current} → {wanted}")
