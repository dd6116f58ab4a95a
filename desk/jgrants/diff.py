"""What Jグランツ tells that the catalogue does not: new grants, fields that differ, grants that are gone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from desk.domain.programs import Call, Program
from desk.domain.wording import day, yen
from desk.jgrants.drafts import Draft
from desk.jgrants.matching import How, Match, Matcher


class State(StrEnum):
    """How a grant stands to the catalogue."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    VANISHED = "vanished"


@dataclass(frozen=True)
class Difference:
    """A field in words: what the catalogue says and what Jグランツ says."""

    field: str
    catalogue: str
    jgrants: str


@dataclass(frozen=True)
class Comparison:
    """A draft beside the program it is; a vanished one has a program and no draft."""

    state: State
    draft: Draft | None
    match: Match | None
    differences: tuple[Difference, ...] = ()

    @property
    def title(self) -> str:
        """The name people know it by."""
        known = self.draft.program if self.draft else self.match and self.match.program
        return known.name if known else ""


def compare(drafts: Sequence[Draft], vanished: Sequence[Program], programs: Sequence[Program]) -> list[Comparison]:
    """Every draft against the catalogue, then the programs whose grant is gone."""
    matcher = Matcher(tuple(programs))
    gone = [Comparison(State.VANISHED, None, Match(program, How.ID, 1.0)) for program in vanished]
    return [_compared(draft, matcher.match(draft)) for draft in drafts] + gone


def differences(draft: Draft, match: Match) -> Iterator[Difference]:
    """Fields that both tell and that differ; what a draft leaves open differs from nothing."""
    known, told = match.program, draft.program
    for field, words in _FIELDS.items():
        before, after = words(known), words(told)
        if after and before != after:
            yield Difference(field, before or "記載なし", after)
    if match.how is How.ID and known.name != told.name:
        yield Difference("制度名", known.name, told.name)
    yield from _call_differences(known, told)


def _compared(draft: Draft, match: Match | None) -> Comparison:
    if match is None:
        return Comparison(State.NEW, draft, None)
    found = tuple(differences(draft, match))
    return Comparison(State.CHANGED if found else State.SAME, draft, match, found)


def _call_differences(known: Program, told: Program) -> Iterator[Difference]:
    """Calls whose dates the catalogue does not have; the two newest of the catalogue stand beside them."""
    dates = {(call.opens_on, call.closes_on) for call in known.calls}
    fresh = [call for call in told.calls if (call.opens_on, call.closes_on) not in dates]
    if fresh:
        yield Difference("募集", calls_in_words(known.calls[:2]) or "記載なし", calls_in_words(fresh))


def calls_in_words(calls: Sequence[Call]) -> str:
    """The days of calls: 2026年4月1日〜2026年5月29日; an end that is not known stays open."""
    return "、".join("随時" if call.rolling else _days(call) for call in calls)


def _days(call: Call) -> str:
    return f"{day(call.opens_on) if call.opens_on else ''}〜{day(call.closes_on) if call.closes_on else ''}"


def _cap(program: Program) -> str:
    return yen(program.amount.max_yen) if program.amount.max_yen else ""


def _rate(program: Program) -> str:
    return str(program.amount.rate or "")


def _area(program: Program) -> str:
    return program.area or ""


_FIELDS: Mapping[str, Callable[[Program], str]] = MappingProxyType({"上限額": _cap, "補助率": _rate, "地域": _area})
