"""Lays what staff have published over the seeds, and tells how each edit stands beside the seed of today."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import structlog

from desk.catalogue.catalogue import Catalogue
from desk.catalogue.editing import (
    Record,
    UnfitRecord,
    check_among,
    digest_of,
    editable,
    merged,
    program_from,
    seed_records,
)
from desk.domain.index import Index
from desk.domain.programs import Program

log = structlog.get_logger(__name__)


class Standing(StrEnum):
    """How a published edit stands beside the seed."""

    #: the edit is what people see
    SHOWN = "shown"
    #: the seed says the same by now: the edit has done its work
    SETTLED = "settled"
    #: the edit is what people see, but the seed was changed since it was made; somebody must look at both
    CONFLICT = "conflict"
    #: edit and seed make no sound record any more: people see the seed
    BROKEN = "broken"


@dataclass(frozen=True)
class Edit:
    """The published content of a program; `seed_digest` names the seed it was made over, None for a new program."""

    program: str
    content: Record
    seed_digest: str | None


@dataclass(frozen=True)
class Overlaid:
    """The catalogue as people see it, and the standing of every edit by the program's id."""

    catalogue: Catalogue
    standings: Mapping[str, Standing]


def seed_digest(catalogue: Catalogue, program_id: str) -> str | None:
    """The name of what the seed says in the fields that can be edited; None when there is no such seed."""
    record = seed_records(catalogue.folder).get(program_id)
    return None if record is None else digest_of(editable(record))


def record_of(catalogue: Catalogue, program_id: str, content: Record) -> dict[str, object]:
    """The whole record of a program with a content over its seed."""
    return merged(seed_records(catalogue.folder).get(program_id), content)


def overlay(seeds: Catalogue, edits: Iterable[Edit]) -> Overlaid:
    """The seeds with the edits over them. An edit that makes no sound record is left out, never the program."""
    programs = {program.id: program for program in seeds.programs}
    standings, marks = dict[str, Standing](), list[str]()
    for edit in edits:
        standings[edit.program], program = _laid(seeds, edit, tuple(programs.values()))
        if program is not None:
            programs[edit.program] = program
            marks.append(f"{edit.program} {digest_of(edit.content)}")
    if not marks:
        return Overlaid(seeds, standings)
    version = hashlib.sha256("\n".join((seeds.version, *sorted(marks))).encode()).hexdigest()[:12]
    return Overlaid(replace(seeds, index=Index(tuple(programs.values())), version=version), standings)


def _laid(seeds: Catalogue, edit: Edit, others: Iterable[Program]) -> tuple[Standing, Program | None]:
    now = seed_digest(seeds, edit.program)
    if now == digest_of(edit.content):
        return Standing.SETTLED, None
    try:
        program = program_from(record_of(seeds, edit.program, edit.content), seeds.areas)
        check_among(program, others)
    except UnfitRecord as unfit:
        log.warning("published_edit_left_out", program=edit.program, fields=str(unfit))
        return Standing.BROKEN, None
    return (Standing.SHOWN if now == edit.seed_digest else Standing.CONFLICT), program
