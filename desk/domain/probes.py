"""Answers worth trying: for a requirement and a fact, values on both sides of everything it distinguishes."""

from collections.abc import Iterator
from functools import lru_cache

from desk.domain.criteria import Compare, Criterion, Enterprise, Located, evaluate, leaves
from desk.domain.enterprise import DEFINITIONS
from desk.domain.facts import FACTS, Kind
from desk.domain.situation import Facts, Value

PROBED_CRITERIA = 20_000


def can_decide(criterion: Criterion, facts: Facts, fact: str) -> bool:
    """Whether some answer to this one question would make the criterion true or false."""
    return any(evaluate(criterion, facts.learn(fact, value)).holds is not None for value in probes(criterion, fact))


@lru_cache(maxsize=PROBED_CRITERIA)
def probes(criterion: Criterion, fact: str) -> tuple[Value, ...]:
    """Values of the fact between which the criterion can tell the difference."""
    spec = FACTS[fact]
    if spec.kind is Kind.CHOICE:
        return tuple(spec.values)
    if spec.kind is Kind.FLAG:
        return (False, True)
    return tuple(dict.fromkeys(value for leaf in leaves(criterion) for value in _values(leaf, fact)))


def _values(leaf: Criterion, fact: str) -> Iterator[Value]:
    match leaf:
        case Compare() if leaf.fact == fact:
            yield from _around(leaf)
        case Located():
            yield from _places(leaf, fact)
        case Enterprise() if leaf.name in DEFINITIONS and fact in ("employees", "capital_yen"):
            yield from _sizes(leaf, fact)


def _around(leaf: Compare) -> Iterator[Value]:
    if isinstance(leaf.value, frozenset):
        yield leaf.value
        yield frozenset()
    elif FACTS[leaf.fact].numeric and isinstance(leaf.value, int | float):
        yield from (max(leaf.value - 1, 0), leaf.value, leaf.value + 1)
    else:
        yield leaf.value


def _places(leaf: Located, fact: str) -> Iterator[Value]:
    inside = min(leaf.places)
    if fact == "area":
        yield from (inside, "")
    elif fact == "site_areas":
        yield from (frozenset({inside}), frozenset[str]())


def _sizes(leaf: Enterprise, fact: str) -> Iterator[Value]:
    yield 0
    for sizes in DEFINITIONS[leaf.name].sizes.values():
        for size in sizes:
            limit = size.employees if fact == "employees" else size.capital
            if limit is not None:
                yield from (limit, limit + 1)
