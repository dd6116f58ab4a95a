"""The catalogue arranged for judging all programs at once: each distinct requirement knows the programs it decides."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeVar

from desk.domain.bits import bits_of
from desk.domain.calls import CallState, State, call_state, is_doubtful, is_stale
from desk.domain.criteria import Criterion
from desk.domain.programs import Audience, Program
from desk.domain.verdict import conjuncts

MONEY_KINDS = frozenset({"subsidy", "ip_fee_subsidy", "ip_fee_reduction", "loan", "tax"})
READING_KINDS = frozenset({"database", "template"})
WIDE_PURPOSES = 4
DAYS_KEPT = 8
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Rule:
    """A requirement and the set of programs that hang on it."""

    criterion: Criterion
    programs: int


@dataclass(frozen=True)
class Day:
    """Where all calls stand on one day, and the sets of programs by that.

    `stale` records are too old to lean on; with `doubtful` ones not even an open call can be taken for granted.
    """

    states: tuple[CallState, ...]
    by_state: Mapping[State, int]
    urgent: int
    stale: int
    doubtful: int


@dataclass(frozen=True, eq=False)
class Index:
    """A catalogue of programs; a set of programs is an integer whose bit n is `programs[n]`."""

    programs: tuple[Program, ...]

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Program id → bit."""
        return {program.id: position for position, program in enumerate(self.programs)}

    @cached_property
    def every(self) -> int:
        """All programs."""
        return (1 << len(self.programs)) - 1

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The distinct hard requirements."""
        return _rules(
            (part, position)
            for position, program in enumerate(self.programs)
            for condition in program.hard_criteria
            for part in conjuncts(condition)
        )

    @cached_property
    def track_rules(self) -> tuple[Rule, ...]:
        """The distinct criteria on which a higher amount depends."""
        return _rules(
            (terms.criterion, position)
            for position, program in enumerate(self.programs)
            for terms in program.amount.terms
            if terms.criterion is not None
        )

    @cached_property
    def published(self) -> int:
        """Programs that may be recommended."""
        return self._where(lambda program: program.published)

    @cached_property
    def person_checked(self) -> int:
        """Programs with a hard requirement that only a person can check."""
        return self._where(lambda program: bool(program.person_checks))

    @cached_property
    def rated(self) -> int:
        """Programs whose amount follows from a budget for everybody."""
        return self._where(lambda program: any(terms.criterion is None for terms in program.amount.terms))

    @cached_property
    def wide(self) -> int:
        """Programs for so many purposes that none of them is their point."""
        return self._where(lambda program: len(program.purposes) >= WIDE_PURPOSES)

    @cached_property
    def by_audience(self) -> Mapping[Audience, int]:
        """Programs by who can use them."""
        groups = _groups((program.audience, position) for position, program in enumerate(self.programs))
        return {audience: groups.get(audience, 0) for audience in Audience}

    @cached_property
    def by_kind(self) -> Mapping[str, int]:
        """Programs by kind."""
        return _groups((program.kind, position) for position, program in enumerate(self.programs))

    @cached_property
    def by_purpose(self) -> Mapping[str, int]:
        """Programs by purpose; one with none stands under the empty string."""
        pairs = ((each, at) for at, program in enumerate(self.programs) for each in program.purposes or ("",))
        return _groups(pairs)

    @cached_property
    def by_field(self) -> Mapping[str, int]:
        """Programs by the technical fields that bind them."""
        return _groups((each, at) for at, program in enumerate(self.programs) for each in program.fields)

    @cached_property
    def by_area(self) -> Mapping[str | None, int]:
        """Programs by the area in which they act; None is the whole country."""
        return _groups((program.area, position) for position, program in enumerate(self.programs))

    def of_kinds(self, kinds: Iterable[str]) -> int:
        """Programs of one of the kinds."""
        mask = 0
        for kind in kinds:
            mask |= self.by_kind.get(kind, 0)
        return mask

    def on(self, today: date) -> Day:
        """Where all calls stand on a day."""
        return _day(self, today)

    def _where(self, test: Callable[[Program], bool]) -> int:
        return bits_of(position for position, program in enumerate(self.programs) if test(program))


@lru_cache(maxsize=DAYS_KEPT)
def _day(index: Index, today: date) -> Day:
    states = tuple(call_state(program, today) for program in index.programs)
    groups = _groups((state.state, position) for position, state in enumerate(states))
    urgent = bits_of(position for position, state in enumerate(states) if state.urgent(today))
    paired = enumerate(zip(index.programs, states, strict=True))
    stale = bits_of(position for position, (program, state) in paired if is_stale(program, state, today))
    doubtful = bits_of(at for at, program in enumerate(index.programs) if is_doubtful(program, today))
    return Day(states, {state: groups.get(state, 0) for state in State}, urgent, stale, doubtful)


def _rules(pairs: Iterable[tuple[Criterion, int]]) -> tuple[Rule, ...]:
    return tuple(Rule(criterion, programs) for criterion, programs in _groups(pairs).items())


def _groups(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    members: dict[Key, list[int]] = {}
    for key, position in pairs:
        members.setdefault(key, []).append(position)
    return {key: bits_of(positions) for key, positions in members.items()}
