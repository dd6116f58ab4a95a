"""What must be right between records: names that are unique, ids that exist, clauses that are covered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desk.catalogue.coverage import coverage_of, gaps
from desk.domain.programs import Program, Role

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class ReferenceFault:
    """A fault in the record `file` (an id) at `steps`; `kind` names it for those who word it otherwise."""

    file: str
    kind: str
    steps: Steps
    message: str
    mend: str


def reference_faults(programs: tuple[Program, ...], ids: frozenset[str]) -> Iterator[ReferenceFault]:
    """All faults between the programs; `ids` are those of all files, sound or not."""
    for program in programs:
        yield from _unknown_ids(program, ids)
        yield from _coverage(program)
        yield from _steps_without_text(program)
    yield from _shared_names(programs)


def _unknown_ids(program: Program, ids: frozenset[str]) -> Iterator[ReferenceFault]:
    mend = "Use the id of a record in this folder, or null."
    if program.successor is not None and program.successor not in ids:
        yield ReferenceFault(
            program.id, "unknown_program", ("successor",), f"there is no program {program.successor!r}.", mend
        )
    for index, combination in enumerate(program.combinations):
        for other in combination.others:
            if other not in ids:
                steps = ("combinations", index, "with")
                yield ReferenceFault(program.id, "unknown_program", steps, f"there is no program {other!r}.", mend)


def _coverage(program: Program) -> Iterator[ReferenceFault]:
    for message, mend in gaps(coverage_of(program)):
        yield ReferenceFault(program.id, "coverage", ("conditions",), message, mend)


def _steps_without_text(program: Program) -> Iterator[ReferenceFault]:
    kinds = {step.kind for step in program.prior_steps}
    for index, condition in enumerate(program.conditions):
        if condition.role is Role.STEP and condition.note not in kinds:
            message = f"no prior step is a {condition.note!r}."
            mend = "Add it to prior_steps, or choose another role for the condition."
            yield ReferenceFault(program.id, "step_missing", ("conditions", index, "step"), message, mend)


def _shared_names(programs: Iterable[Program]) -> Iterator[ReferenceFault]:
    """A name or alias leads to one program, or to one family."""
    owners: dict[str, Program] = {}
    for program in programs:
        for name, steps in _names(program).items():
            owner = owners.setdefault(name, program)
            if owner is not program and (owner.family is None or owner.family != program.family):
                message = f"「{name}」 already leads to {owner.id}."
                yield ReferenceFault(
                    program.id, "shared_name", steps, message, "Make the name longer, or give both one family."
                )


def _names(program: Program) -> Mapping[str, Steps]:
    aliases: dict[str, Steps] = {alias: ("aliases", index) for index, alias in enumerate(program.aliases)}
    return aliases | {program.name: ("name",)}
