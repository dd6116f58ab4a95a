"""Which programs resemble one another, and in what they differ."""

from collections.abc import Iterable
from datetime import date

from desk.domain.calls import State, call_state
from desk.domain.program_words import KINDS, amount_in_short, area_words, call_words
from desk.domain.programs import Audience, Program

NEAREST = 3
LEAST_LIKENESS = 2.0


def similar(program: Program, programs: Iterable[Program], today: date, places: Iterable[str | None]) -> list[Program]:
    """The nearest published programs by kind and purpose, best first; `places` are areas that concern the reader.

    Those whose last call is over for good, and those meant for other kinds of applicants, are left out.
    """
    near = frozenset(places)
    rivals = [each for each in programs if each.id != program.id and _usable(each, program.audience, today)]
    rivals = [each for each in rivals if each.area in near]
    best = sorted(rivals, key=lambda each: (-likeness(program, each), each.id))
    return [each for each in best if likeness(program, each) >= LEAST_LIKENESS][:NEAREST]


def likeness(one: Program, other: Program) -> float:
    """Share of common purposes, 0 to 2, and the same kind, family, field and place; 0 without a common purpose."""
    common = one.purposes & other.purposes
    if not common:
        return 0.0
    shared = 2 * len(common) / len(one.purposes | other.purposes)
    return shared + _same(one, other) + 0.5 * (one.area == other.area)


def difference(program: Program, other: Program, today: date) -> str:
    """How `other` differs, in one line: operator, place, kind, money and call."""
    parts = [other.operator]
    parts += [area_words(other)] if other.area != program.area else []
    parts += [KINDS[other.kind]] if other.kind != program.kind else []
    parts += [amount_in_short(other.amount), call_words(call_state(other, today))]
    return "／".join(part for part in parts if part)


def _same(one: Program, other: Program) -> float:
    family = one.family is not None and one.family == other.family
    unbound = bool(other.fields) and not set(one.fields) & set(other.fields)
    return float(one.kind == other.kind) + float(family) - float(unbound)


def _usable(program: Program, audience: Audience, today: date) -> bool:
    ended = call_state(program, today).state is State.ENDED
    return program.published and not ended and program.audience in (audience, Audience.DIRECT)
