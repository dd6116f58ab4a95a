"""The rulebook of cases: numbers, statuses and their order, specialities, and what a person can be asked for."""

from collections.abc import Mapping
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


#: what people and staff call each
SPECIALITY_TITLES: Mapping[str, str] = {
    Speciality.TECHNOLOGY: "技術",
    Speciality.MANAGEMENT: "経営",
    Speciality.IP: "知的財産",
    Speciality.SUBSIDY: "補助金",
    Speciality.STARTUP: "創業",
    Speciality.GENERAL: "総合相談",
}


#: from which status a case may move to which
TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.CLOSED}),
    Status.ASSIGNED: frozenset({Status.NEW, Status.IN_PROGRESS, Status.WAITING, Status.CLOSED}),
    Status.IN_PROGRESS: frozenset({Status.ASSIGNED, Status.WAITING, Status.CLOSED}),
    Status.WAITING: frozenset({Status.ASSIGNED, Status.IN_PROGRESS, Status.CLOSED}),
    Status.CLOSED: frozenset({Status.IN_PROGRESS}),
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


def check_transition(current: Status, wanted: Status) -> None:
    """Raise `ImpossibleTransition` unless a case may move from `current` to `wanted`; staying is allowed."""
    if wanted != current and wanted not in TRANSITIONS[current]:
        raise ImpossibleTransition(f"{current} → {wanted}")
