"""The rulebook of needs: each topic of a case, who was asked to take it, and what may follow on what."""

from collections.abc import Mapping
from enum import StrEnum

from desk.domain.cases import Speciality


class NeedStatus(StrEnum):
    """Where a need stands. `offered`: somebody was asked; `taken`: the owner, else the lead of the case, sees to it."""

    OPEN = "open"
    OFFERED = "offered"
    TAKEN = "taken"
    DONE = "done"
    DROPPED = "dropped"


class AssignmentStatus(StrEnum):
    """What became of asking a coordinator or an outside body."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class DeclineReason(StrEnum):
    """Why somebody does not take a need; always one of these, with free words beside it."""

    NO_TIME = "no_time"
    OTHER_FIELD = "other_field"
    ABSENT = "absent"
    CONFLICT = "conflict"
    NOT_SERVED = "not_served"
    OTHER = "other"


#: needs that still wait for something
UNFINISHED = (NeedStatus.OPEN, NeedStatus.OFFERED, NeedStatus.TAKEN)

#: from which status a need may move to which
NEED_TRANSITIONS: Mapping[NeedStatus, frozenset[NeedStatus]] = {
    NeedStatus.OPEN: frozenset({NeedStatus.OFFERED, NeedStatus.TAKEN, NeedStatus.DONE, NeedStatus.DROPPED}),
    NeedStatus.OFFERED: frozenset({NeedStatus.OPEN, NeedStatus.TAKEN, NeedStatus.DONE, NeedStatus.DROPPED}),
    NeedStatus.TAKEN: frozenset({NeedStatus.OPEN, NeedStatus.OFFERED, NeedStatus.DONE, NeedStatus.DROPPED}),
    NeedStatus.DONE: frozenset({NeedStatus.OPEN, NeedStatus.TAKEN}),
    NeedStatus.DROPPED: frozenset({NeedStatus.OPEN}),
}

#: nobody is asked twice, but who has said no, or was asked no longer, may still take it of their own accord
ASSIGNMENT_TRANSITIONS: Mapping[AssignmentStatus, frozenset[AssignmentStatus]] = {
    AssignmentStatus.OFFERED: frozenset(
        {AssignmentStatus.ACCEPTED, AssignmentStatus.DECLINED, AssignmentStatus.WITHDRAWN}
    ),
    AssignmentStatus.ACCEPTED: frozenset({AssignmentStatus.DONE, AssignmentStatus.WITHDRAWN}),
    AssignmentStatus.DECLINED: frozenset({AssignmentStatus.ACCEPTED}),
    AssignmentStatus.WITHDRAWN: frozenset({AssignmentStatus.ACCEPTED}),
    AssignmentStatus.DONE: frozenset({AssignmentStatus.ACCEPTED}),
}

#: what a need is called until staff give it a better name
TITLES: Mapping[Speciality, str] = {
    Speciality.TECHNOLOGY: "技術の課題・共同研究のこと",
    Speciality.MANAGEMENT: "経営・資金・人材のこと",
    Speciality.IP: "特許・商標など知的財産のこと",
    Speciality.SUBSIDY: "補助金・助成金のこと",
    Speciality.STARTUP: "創業のこと",
    Speciality.GENERAL: "ご相談の全般",
}


class ImpossibleStep(ValueError):
    """A need or an assignment cannot go from its status to the one asked for."""


class UnexplainedRefusal(ValueError):
    """A refusal "for another reason" that does not say which."""


def check_need(current: NeedStatus, wanted: NeedStatus) -> None:
    """Raise `ImpossibleStep` unless a need may move from `current` to `wanted`; staying is allowed."""
    if wanted != current and wanted not in NEED_TRANSITIONS[current]:
        raise ImpossibleStep(f"{current} → {wanted}")


def check_assignment(current: AssignmentStatus, wanted: AssignmentStatus) -> None:
    """Raise `ImpossibleStep` unless an assignment may move from `current` to `wanted`."""
    if wanted not in ASSIGNMENT_TRANSITIONS[current]:
        raise ImpossibleStep(f"{current} → {wanted}")


def check_refusal(reason: DeclineReason, note: str) -> None:
    """Raise `UnexplainedRefusal` when the reason is "other" and no words say which."""
    if reason is DeclineReason.OTHER and not note.strip():
        raise UnexplainedRefusal
