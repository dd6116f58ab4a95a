"""Words around an amount that hint what it is for, by their kind: bot/lexicon/amounts.yml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.entities.amounts import Amount
from bot.entities.clauses import clause_of, sentence_of
from bot.entities.lexicon import choices

CLOSE, NEAR = 8, 24  # characters
NOTHING = "nothing"


@dataclass(frozen=True)
class Hint:
    """A word of one kind, and where it stands."""

    kind: str
    start: int
    end: int


def hints(text: str) -> list[Hint]:
    """All hints of a normalised text; kinds may overlap."""
    return [
        Hint(kind, match.start(), match.end())
        for kind, pattern in choices("amounts")
        for match in pattern.finditer(text)
    ]


def places(text: str, found: Sequence[Hint], amounts: Sequence[Amount], amount: Amount) -> set[str]:
    """Each kind with where it stands to the amount, and the nearest on both sides."""
    return {f"{place} {hint.kind}" for place, hint in _places(text, found, amounts, amount)}


def _places(text: str, found: Sequence[Hint], amounts: Sequence[Amount], amount: Amount) -> Iterator[tuple[str, Hint]]:
    first = max((one.end for one in amounts if one.end <= amount.start), default=0)
    last = min((one.start for one in amounts if one.start >= amount.end), default=len(text))
    before = [hint for hint in found if first <= hint.start and hint.end <= amount.start]
    after = [hint for hint in found if amount.end <= hint.start and hint.end <= last]
    left, right = clause_of(text, amount.start, amount.end)
    begin, finish = sentence_of(text, amount.start, amount.end)
    yield from (("text has", hint) for hint in found)
    for hint in before:
        yield from _before(hint, amount.start, left, begin)
    for hint in after:
        yield from _after(hint, amount.end, right, finish)
    yield "nearest before:", max(before, key=lambda hint: hint.end, default=Hint(NOTHING, 0, 0))
    yield "nearest after:", min(after, key=lambda hint: hint.start, default=Hint(NOTHING, 0, 0))


def _before(hint: Hint, start: int, left: int, begin: int) -> Iterator[tuple[str, Hint]]:
    if hint.start >= max(left, start - CLOSE):
        yield "close before:", hint
    if hint.start >= left:
        yield "clause before:", hint
    if hint.start >= begin:
        yield "sentence before:", hint
    if hint.start >= start - NEAR:
        yield "near before:", hint


def _after(hint: Hint, end: int, right: int, finish: int) -> Iterator[tuple[str, Hint]]:
    if hint.end <= min(right, end + CLOSE):
        yield "close after:", hint
    if hint.end <= right:
        yield "clause after:", hint
    if hint.end <= finish:
        yield "sentence after:", hint
