"""The coverage register: every eligibility line of the source is a rule, a person's check, a step or a detail."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desk.domain.programs import Program, Role


@dataclass(frozen=True)
class Coverage:
    """One program's register: clause index → roles, and what is missing or out of range."""

    program: str
    clauses: Mapping[int, tuple[Role, ...]]
    missing: tuple[int, ...]
    beyond: tuple[int, ...]


def coverage_of(program: Program) -> Coverage:
    """Which clauses the conditions of a program cover."""
    roles: dict[int, tuple[Role, ...]] = {}
    for condition in program.conditions:
        for clause in condition.clauses:
            roles[clause] = (*roles.get(clause, ()), condition.role)
    expected = range(program.facts_conditions)
    missing = tuple(index for index in expected if index not in roles)
    beyond = tuple(sorted(index for index in roles if index not in expected))
    return Coverage(program.id, roles, missing, beyond)


def totals(programs: Iterable[Program]) -> Mapping[Role, int]:
    """How many conditions of all programs have each role; what is implied without being written is not counted."""
    written = (condition for program in programs for condition in program.conditions if condition.clauses)
    counted = Counter(condition.role for condition in written)
    return {role: counted[role] for role in Role}


def gaps(coverage: Coverage) -> Iterator[tuple[str, str]]:
    """(what is wrong, how to mend it) for each hole of the register."""
    if coverage.missing:
        missing = ", ".join(map(str, coverage.missing))
        yield f"no condition covers clause {missing}.", "Add a condition with that clause, or a detail."
    if coverage.beyond:
        beyond = ", ".join(map(str, coverage.beyond))
        yield f"clause {beyond} does not exist.", "Clauses count from 0 to facts_conditions - 1."
