"""Use case: which programs fit an applicant, why, what comes close, and what to ask next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desk.catalogue import Catalogue
from desk.domain.amount import Estimate, estimate
from desk.domain.bits import bits_of
from desk.domain.calls import CallState, State, call_note, call_state, is_stale, stale_note
from desk.domain.interview import Question, next_fact
from desk.domain.near_miss import far, missing, near
from desk.domain.programs import Program, Status, name_only
from desk.domain.ranking import ranked
from desk.domain.situation import Facts
from desk.domain.standing import Standing, stand
from desk.domain.verdict import Outcome, Verdict, advantages, judge

HOME = "板橋区"
DEFAULT_LIMIT = 10
NEAR_MISSES = 5


@dataclass(frozen=True)
class Item:
    """One program for one applicant: verdict, money, call, and remarks a person should read.

    `missing` says for a near miss what would have to change. `either_or` names programs that exclude this one.
    """

    program: Program
    verdict: Verdict
    estimate: Estimate
    call: CallState
    notes: tuple[str, ...]
    either_or: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recommendations:
    """The best programs first, near misses, and the next question (None when nothing would change)."""

    catalogue_version: str
    items: tuple[Item, ...]
    near_misses: tuple[Item, ...]
    next_question: Question | None


class UnknownPrograms(LookupError):
    """Ids that the catalogue does not hold."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = tuple(ids)
        super().__init__(", ".join(ids))


def recommend(
    catalogue: Catalogue,
    facts: Facts,
    today: date,
    limit: int = DEFAULT_LIMIT,
    programs: Sequence[str] | None = None,
    kinds: Collection[str] | None = None,
    home: str = HOME,
) -> Recommendations:
    """The recommendations for an applicant on a day.

    With `programs` the items are exactly these, ruled out and ended ones too. `kinds` narrows to kinds of program.
    `home` is where programs count as local while the applicant's place is unknown. Raises `UnknownPrograms`.
    """
    known = replace(facts, today=today)
    if programs is not None:
        return _named(catalogue, known, programs)
    standing = stand(catalogue.index, known)
    pool = catalogue.index.of_kinds(kinds) if kinds is not None else catalogue.index.every
    best = ranked(standing, catalogue.areas, standing.candidates & pool, limit, home)
    items = [_item(catalogue.programs[position], known) for position in best]
    close = _near_misses(catalogue, standing, pool, min(limit, NEAR_MISSES), home)
    question = _question(catalogue, standing, standing.candidates & pool)
    return Recommendations(catalogue.version, _either_or(items), close, question)


def _named(catalogue: Catalogue, facts: Facts, ids: Sequence[str]) -> Recommendations:
    position = catalogue.index.position
    unknown = [each for each in ids if each not in position]
    if unknown:
        raise UnknownPrograms(unknown)
    places = [position[each] for each in dict.fromkeys(ids)]
    items = [_item(catalogue.programs[place], facts) for place in places]
    standing = stand(catalogue.index, facts, bits_of(places))
    return Recommendations(
        catalogue.version, _either_or(items), (), _question(catalogue, standing, standing.candidates)
    )


def _near_misses(catalogue: Catalogue, standing: Standing, pool: int, limit: int, home: str) -> tuple[Item, ...]:
    """Few of them; those that can be reached without moving or opening a site first."""
    close, elsewhere, found = near(standing, catalogue.areas) & pool, far(standing), []
    for part in (close & ~elsewhere, close & elsewhere):
        for position in ranked(standing, catalogue.areas, part, limit, home):
            program = catalogue.programs[position]
            changes = missing(program, standing.facts, catalogue.areas)
            found += [replace(_item(program, standing.facts), missing=changes)] if changes else []
    return tuple(found[:limit])


def _question(catalogue: Catalogue, standing: Standing, pool: int) -> Question | None:
    fact = next_fact(standing, pool, catalogue.efforts)
    return None if fact is None else catalogue.questions[fact]


def _item(program: Program, facts: Facts) -> Item:
    if program.status is Status.UNPUBLISHED:
        return Item(name_only(program), judge(program, facts), Estimate(), CallState(State.UNKNOWN), ())
    verdict, call = judge(program, facts), call_state(program, facts.today)
    money = Estimate() if verdict.outcome is Outcome.INELIGIBLE else estimate(program, facts)
    return Item(program, verdict, money, call, tuple(_notes(program, facts, money, call)))


def _notes(program: Program, facts: Facts, money: Estimate, call: CallState) -> list[str]:
    notes = [money.note, call_note(call, facts.today)]
    notes += [stale_note(program)] if is_stale(program, call, facts.today) else []
    notes += [f"申請の前に: {step.text}" for step in program.prior_steps if step.mandatory]
    notes += [*advantages(program, facts), *(each.text for each in program.combinations), *program.cautions]
    return list(dict.fromkeys(note for note in notes if note))


def _either_or(items: Sequence[Item]) -> tuple[Item, ...]:
    """Marks programs of one list that exclude each other, whichever of the two says so."""
    listed = {item.program.id: item.program for item in items}
    pairs = {(one.id, other) for one in listed.values() for other in _excluded(one) if other in listed}
    both = pairs | {(other, one) for one, other in pairs}
    return tuple(
        _marked(item, sorted(other for one, other in both if one == item.program.id), listed) for item in items
    )


def _excluded(program: Program) -> list[str]:
    return [other for each in program.combinations if each.kind == "exclusive" for other in each.others]


def _marked(item: Item, others: Sequence[str], listed: dict[str, Program]) -> Item:
    if not others:
        return item
    names = "」「".join(listed[other].name for other in others)
    return replace(item, either_or=tuple(others), notes=(f"「{names}」とは、どちらか一方だけ使えます", *item.notes))
