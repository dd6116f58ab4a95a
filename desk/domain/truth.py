"""Kleene logic: true, false and unknown, where unknown says which answer is missing and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a value is missing; each kind needs another sentence and another next step."""

    NOT_ASKED = "not_asked"
    UNSURE = "unsure"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"
    PERSON_ONLY = "person_only"


@dataclass(frozen=True, slots=True)
class Gap:
    """One missing answer: a name of the fact vocabulary and the reason."""

    fact: str
    why: Why


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth value; `gaps` is filled exactly when `holds` is None."""

    holds: bool | None
    gaps: frozenset[Gap] = frozenset()


TRUE = Truth(True)
FALSE = Truth(False)


def known(value: bool) -> Truth:
    """A plain boolean as a truth value."""
    return TRUE if value else FALSE


def unknown(*gaps: Gap) -> Truth:
    """Unknown for want of the answers named."""
    return Truth(None, frozenset(gaps))


def negate(truth: Truth) -> Truth:
    """Kleene's not: unknown stays unknown, with the same gaps."""
    return truth if truth.holds is None else known(not truth.holds)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's and: false as soon as one is false; the empty case is true."""
    return _fold(truths, settles=False)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's or: true as soon as one is true; the empty case is false."""
    return _fold(truths, settles=True)


def agreement(truths: Iterable[Truth], missing: Gap) -> Truth:
    """What holds in every case, where `missing` would tell which case it is; unknown when the cases differ."""
    cases = list(truths)
    alike = len({case.holds for case in cases}) == 1 and cases[0].holds is not None
    if alike or len(cases) == 1:
        return cases[0]
    return Truth(None, _gaps(cases) | {missing})


def _fold(truths: Iterable[Truth], settles: bool) -> Truth:
    gaps: frozenset[Gap] = frozenset()
    for truth in truths:
        if truth.holds is settles:
            return truth
        gaps |= truth.gaps
    return Truth(None, gaps) if gaps else known(not settles)


def _gaps(truths: Iterable[Truth]) -> frozenset[Gap]:
    return frozenset(gap for truth in truths for gap in truth.gaps)
