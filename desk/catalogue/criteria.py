"""Reads the criteria of a record: names of definitions, `{fact: {op: value}}`, areas, all / any / not."""

from collections.abc import Callable, Mapping
from datetime import date

from desk.catalogue.problems import Fault
from desk.domain.areas import THE_WARD, Areas, UnknownPlace
from desk.domain.criteria import (
    ALLOWED_OPS,
    AllOf,
    AnyOf,
    Compare,
    Criterion,
    Enterprise,
    Limit,
    Located,
    Not,
    Op,
    Person,
)
from desk.domain.enterprise import DEFINITIONS, NOT_DEEMED_LARGE
from desk.domain.facts import FACTS, FactSpec, Kind

AREA_TESTS = {"head_office_in": False, "any_site_in": True}


def read_criterion(raw: object, areas: Areas) -> Criterion:
    """The criterion of a YAML value. Raises `Fault` with the path to what is wrong."""
    if isinstance(raw, str):
        return _definition(raw)
    if not isinstance(raw, Mapping) or len(raw) != 1:
        raise Fault((), "a criterion is one name or one key.", "Put several requirements under all: […] or any: […].")
    ((key, value),) = raw.items()
    return _keyed(str(key), value, areas)


def _definition(name: str) -> Enterprise:
    if name not in DEFINITIONS and name != NOT_DEEMED_LARGE:
        choices = ", ".join([*DEFINITIONS, NOT_DEEMED_LARGE])
        raise Fault((), f"there is no definition {name!r}.", f"Use one of {choices}.")
    return Enterprise(name)


def _keyed(key: str, value: object, areas: Areas) -> Criterion:
    if key in ("all", "any"):
        parts = _parts(key, value, areas)
        return AllOf(parts) if key == "all" else AnyOf(parts)
    if key == "not":
        return Not(_inside((key,), value, areas))
    if key == "person":
        return _person(value)
    if key in AREA_TESTS:
        return _located(key, value, areas)
    if key in FACTS:
        return _compare(FACTS[key], value)
    raise Fault((key,), f"there is no fact or test {key!r}.", f"Use a fact of the vocabulary: {', '.join(FACTS)}.")


def _person(value: object) -> Person:
    if not isinstance(value, str) or not value:
        raise Fault(("person",), "person needs a sentence.", "Say what is checked, and by whom.")
    return Person(value)


def _parts(key: str, value: object, areas: Areas) -> tuple[Criterion, ...]:
    if not isinstance(value, list) or not value:
        raise Fault((key,), f"{key} needs a list with at least one criterion.", f"Write {key}: [first, second].")
    return tuple(_inside((key, index), part, areas) for index, part in enumerate(value))


def _inside(steps: tuple[str | int, ...], value: object, areas: Areas) -> Criterion:
    try:
        return read_criterion(value, areas)
    except Fault as fault:
        raise fault.under(*steps) from None


def _located(key: str, value: object, areas: Areas) -> Located:
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise Fault((key,), f"{key} needs a list of area names.", f"Write {key}: [板橋区].")
    try:
        places = frozenset[str]().union(*(areas.within(name) for name in value))
    except UnknownPlace as unknown:
        mend = f"Use municipalities, prefectures, 特別区, 多摩, or {THE_WARD} for the desk's own."
        raise Fault((key,), f"not an area: {unknown}.", mend) from None
    names = tuple(areas.ward if name == THE_WARD else name for name in value)
    return Located(names, places, AREA_TESTS[key])


def _compare(spec: FactSpec, value: object) -> Compare:
    if spec.kind in (Kind.PLACE, Kind.PLACES):
        raise Fault((spec.name,), "an area is not compared like this.", "Use head_office_in: […] or any_site_in: […].")
    if not isinstance(value, Mapping) or len(value) != 1:
        raise Fault((spec.name,), "a comparison has one operator.", f"Write {{{spec.name}: {{{_example(spec)}}}}}.")
    ((op, limit),) = value.items()
    if op not in ALLOWED_OPS[spec.kind]:
        raise Fault((spec.name,), f"{spec.name} cannot be compared with {op!r}.", _allowed(spec))
    return Compare(spec.name, Op(op), _limit(spec, Op(op), limit))


def _example(spec: FactSpec) -> str:
    return f"{ALLOWED_OPS[spec.kind][0]}: …" if ALLOWED_OPS[spec.kind] else "…"


def _allowed(spec: FactSpec) -> str:
    ops = ", ".join(ALLOWED_OPS[spec.kind])
    return f"It allows {ops}." if ops else "It is free text: write a person check instead."


def _limit(spec: FactSpec, op: Op, raw: object) -> Limit:
    for kinds, read in _LIMITS:
        if spec.kind in kinds:
            return read(spec, op, raw)
    raise Fault((spec.name,), f"{spec.name} has no limits.", "Write a person check instead.")


def _number(spec: FactSpec, op: Op, raw: object) -> Limit:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw < 0:
        raise Fault((spec.name, op), f"{raw!r} is not a number of {spec.unit}.", "Write plain digits, e.g. 300000000.")
    return raw


def _day(spec: FactSpec, op: Op, raw: object) -> Limit:
    if not isinstance(raw, date):
        raise Fault((spec.name, op), f"{raw!r} is not a date.", "Write it as 2027-03-31.")
    return raw


def _flag(spec: FactSpec, op: Op, raw: object) -> Limit:
    if not isinstance(raw, bool):
        raise Fault((spec.name, op), f"{raw!r} is not true or false.", f"Write {{{spec.name}: {{is: false}}}}.")
    return raw


def _choices(spec: FactSpec, op: Op, raw: object) -> Limit:
    values = [raw] if op is Op.IS else raw
    if not isinstance(values, list) or not values:
        raise Fault(
            (spec.name, op), f"{op} needs a list.", f"Write {{{spec.name}: {{{op}: [{next(iter(spec.values))}]}}}}."
        )
    for value in values:
        if value not in spec.values:
            raise Fault((spec.name, op), f"{value!r} is no value of {spec.name}.", f"Use {', '.join(spec.values)}.")
    return frozenset(values)


_LIMITS: tuple[tuple[tuple[Kind, ...], Callable[[FactSpec, Op, object], Limit]], ...] = (
    ((Kind.WHOLE, Kind.NUMBER), _number),
    ((Kind.DATE,), _day),
    ((Kind.FLAG,), _flag),
    ((Kind.CHOICE, Kind.CHOICES), _choices),
)
