"""Criteria: the tree of requirements of a program, and its truth for one applicant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from desk.domain.enterprise import DEFINITIONS, NOT_DEEMED_LARGE, meets, not_controlled
from desk.domain.facts import FACTS, Kind
from desk.domain.situation import NOT_APPLICABLE, Facts
from desk.domain.truth import FALSE, TRUE, Gap, Truth, Why, all_of, any_of, known, negate, unknown


class Op(StrEnum):
    """The comparisons; which of them a fact allows depends on its kind (`ALLOWED_OPS`)."""

    IS = "is"
    IN = "in"
    NOT_IN = "not_in"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"
    INCLUDES_ANY = "includes_any"


LIMITS = (Op.AT_LEAST, Op.AT_MOST, Op.ABOVE, Op.BELOW)
ALLOWED_OPS: Mapping[Kind, tuple[Op, ...]] = MappingProxyType(
    {
        Kind.WHOLE: (Op.IS, *LIMITS),
        Kind.NUMBER: (Op.IS, *LIMITS),
        Kind.DATE: LIMITS,
        Kind.FLAG: (Op.IS,),
        Kind.CHOICE: (Op.IS, Op.IN, Op.NOT_IN),
        Kind.CHOICES: (Op.INCLUDES_ANY,),
        Kind.PLACE: (),
        Kind.PLACES: (),
        Kind.TEXT: (),
    }
)
Limit = int | float | bool | date | frozenset[str]


@dataclass(frozen=True)
class Compare:
    """A fact beside a value: a number or date for limits, a bool, or a set of allowed values."""

    fact: str
    op: Op
    value: Limit


@dataclass(frozen=True)
class Located:
    """Head office, or (with `any_site`) head office or another site, within `places`; `names` as the program says."""

    names: tuple[str, ...]
    places: frozenset[str]
    any_site: bool


@dataclass(frozen=True)
class Enterprise:
    """A named definition of `desk.domain.enterprise`, or that no large enterprise controls the applicant."""

    name: str


@dataclass(frozen=True)
class Person:
    """What only a person can settle; never true or false by itself. `text` says what is checked, and by whom."""

    text: str


@dataclass(frozen=True)
class AllOf:
    """Every part must hold."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True)
class AnyOf:
    """One part is enough."""

    parts: tuple["Criterion", ...]


@dataclass(frozen=True)
class Not:
    """The part must not hold."""

    part: "Criterion"


#: the gap names no fact: no answer would fill it
BY_A_PERSON = unknown(Gap("", Why.PERSON_ONLY))

Leaf = Compare | Located | Enterprise | Person
Criterion = Leaf | AllOf | AnyOf | Not


def evaluate(criterion: Criterion, facts: Facts) -> Truth:
    """Whether the criterion holds: true, false, or unknown with what is missing."""
    match criterion:
        case Compare():
            return _compare(criterion, facts)
        case Located():
            return _located(criterion, facts)
        case Enterprise():
            return _enterprise(criterion, facts)
        case Person():
            return BY_A_PERSON
        case AllOf(parts=parts):
            return all_of([evaluate(part, facts) for part in parts])
        case AnyOf(parts=parts):
            return any_of([evaluate(part, facts) for part in parts])
        case Not():
            return negate(evaluate(criterion.part, facts))


def leaves(criterion: Criterion) -> Iterator[Leaf]:
    """The leaves from left to right."""
    match criterion:
        case AllOf() | AnyOf():
            for part in criterion.parts:
                yield from leaves(part)
        case Not():
            yield from leaves(criterion.part)
        case _:
            yield criterion


def facts_of(leaf: Leaf) -> tuple[str, ...]:
    """The facts a leaf may look at, the most telling first."""
    match leaf:
        case Compare():
            return (leaf.fact,)
        case Located():
            return ("area", "site_areas") if leaf.any_site else ("area",)
        case Person():
            return ()
        case Enterprise(name=name) if name == NOT_DEEMED_LARGE:
            return ("parent_is_large", "applicant_type")
        case Enterprise():
            controlled = ("parent_is_large",) if DEFINITIONS[leaf.name].control else ()
            return ("employees", "capital_yen", "industry", "applicant_type", *controlled)


def _enterprise(leaf: Enterprise, facts: Facts) -> Truth:
    truth = facts.memo.get(leaf.name)
    if truth is None:
        truth = not_controlled(facts) if leaf.name == NOT_DEEMED_LARGE else meets(DEFINITIONS[leaf.name], facts)
        facts.memo[leaf.name] = truth
    return truth


def _located(leaf: Located, facts: Facts) -> Truth:
    area = facts.text("area")
    if area in leaf.places:
        return TRUE
    sites = facts.members("site_areas") if leaf.any_site else frozenset()
    if sites and not sites.isdisjoint(leaf.places):
        return TRUE
    if area is None:
        return _without_area(facts, sites)
    return facts.missing("site_areas") if sites is None else FALSE


def _without_area(facts: Facts, sites: frozenset[str] | None) -> Truth:
    """Other sites matter only once the head office is known to lie elsewhere, or will not be known."""
    if sites is None and facts.closed("area"):
        return unknown(facts.gap("area"), facts.gap("site_areas"))
    return facts.missing("area")


def _compare(leaf: Compare, facts: Facts) -> Truth:
    spec = FACTS[leaf.fact]
    if spec.numeric:
        return _number(leaf, facts)
    if spec.kind is Kind.DATE:
        return _date(leaf, facts)
    if spec.kind is Kind.FLAG:
        told = facts.flag(leaf.fact)
        return facts.missing(leaf.fact) if told is None else known(told is leaf.value)
    return _membership(leaf, facts)


def _membership(leaf: Compare, facts: Facts) -> Truth:
    assert isinstance(leaf.value, frozenset)
    if leaf.op is Op.INCLUDES_ANY:
        members = facts.members(leaf.fact)
        return facts.missing(leaf.fact) if members is None else known(bool(members & leaf.value))
    told = facts.text(leaf.fact)
    if told is None:
        return facts.missing(leaf.fact)
    return known((told in leaf.value) is (leaf.op is not Op.NOT_IN))


def _date(leaf: Compare, facts: Facts) -> Truth:
    told = facts.day(leaf.fact)
    if told is None:
        return facts.missing(leaf.fact)
    assert isinstance(leaf.value, date)
    return known(_holds(leaf.op, told.toordinal(), leaf.value.toordinal()))


def _number(leaf: Compare, facts: Facts) -> Truth:
    span = facts.number(leaf.fact)
    assert isinstance(leaf.value, int | float)
    if span is None:
        return FALSE if _minimum_of_nothing(leaf, facts) else facts.missing(leaf.fact)
    low, high = _holds(leaf.op, span.low, leaf.value), _holds(leaf.op, span.high, leaf.value)
    if low is high and not (leaf.op is Op.IS and span.low < leaf.value < span.high):
        return known(low)
    return facts.missing(leaf.fact)


def _minimum_of_nothing(leaf: Compare, facts: Facts) -> bool:
    """What does not exist (the capital of a sole proprietor, years before founding) reaches no minimum."""
    if leaf.op not in (Op.AT_LEAST, Op.ABOVE) or not isinstance(leaf.value, int | float):
        return False
    nothing = facts.text("applicant_type") in NOT_APPLICABLE.get(leaf.fact, ())
    return nothing and not _holds(leaf.op, 0, leaf.value)


def _holds(op: Op, value: float, limit: float) -> bool:
    match op:
        case Op.AT_LEAST:
            return value >= limit
        case Op.AT_MOST:
            return value <= limit
        case Op.ABOVE:
            return value > limit
        case Op.BELOW:
            return value < limit
        case _:
            return value == limit
