"""What changed between two states of the catalogue, program by program and field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from desk.domain.programs import Program


@dataclass(frozen=True)
class Change:
    """A difference: `field` is None when the whole program was added (before None) or removed (after None)."""

    program: str
    field: str | None
    before: object
    after: object


DECISIVE = frozenset({"status", "audience", "conditions", "calls", "amount", "purposes", "area", "recurs"})


def differences(before: Iterable[Program], after: Iterable[Program]) -> Iterator[Change]:
    """Programs added, removed, and fields changed, in the order of ids."""
    old, new = ({program.id: program for program in each} for each in (before, after))
    for program_id in sorted(old.keys() | new.keys()):
        yield from _between(program_id, old.get(program_id), new.get(program_id))


def decisive(change: Change) -> bool:
    """Whether the change can alter a verdict, an estimate or a recommendation of somebody."""
    return change.field is None or change.field in DECISIVE


def _between(program_id: str, old: Program | None, new: Program | None) -> Iterator[Change]:
    if old is None or new is None:
        yield Change(program_id, None, old and old.name, new and new.name)
        return
    for field in fields(Program):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield Change(program_id, field.name, before, after)
