"""Loads `seeds/programs/*.yaml`, checks every record and the references between them, and names each fault."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from desk.catalogue.areas import load_areas
from desk.catalogue.convert import program_of
from desk.catalogue.problems import InvalidCatalogue, Problem
from desk.catalogue.references import reference_faults
from desk.catalogue.schema import ProgramRecord
from desk.catalogue.yaml_source import line_of, read_yaml
from desk.domain.areas import Areas
from desk.domain.programs import Program
from desk.settings import ROOT

PROGRAMS = ROOT / "seeds" / "programs"
_MENDS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "Add the key; write null or [] when there is nothing to say.",
        "extra_forbidden": "Take the key out, or correct its spelling.",
        "literal_error": "Use one of the words listed.",
        "string_too_long": "Say it shorter.",
        "date_from_datetime_parsing": "Write the date as 2026-03-31.",
        "string_pattern_mismatch": "Use lower-case letters, digits and single hyphens.",
    }
)
_ORDINARY_MEND = "Compare with the format in desk/catalogue/schema.py."


@dataclass(frozen=True)
class Reading:
    """What was read of a folder: sound programs in the order of their files, and all faults of the others."""

    programs: tuple[Program, ...]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=4)
def load_programs(folder: Path = PROGRAMS, ward: str = Areas.ward) -> tuple[Program, ...]:
    """The programs of a folder for a ward. Raises `InvalidCatalogue` with every fault when there is one."""
    reading = read_programs(folder, load_areas(ward=ward))
    if reading.problems:
        raise InvalidCatalogue(reading.problems)
    return reading.programs


def read_programs(folder: Path, areas: Areas | None = None) -> Reading:
    """Sound programs and faults of all files; one bad record does not hide the others."""
    places = areas or load_areas()
    programs: list[Program] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            programs.append(read_program(path, places))
        except InvalidCatalogue as invalid:
            problems.extend(invalid.problems)
    problems.extend(_references(programs, folder))
    return Reading(tuple(programs), tuple(sorted(problems)))


def read_program(path: Path, areas: Areas) -> Program:
    """One program. Raises `InvalidCatalogue` with every fault of the file."""
    raw = read_yaml(path)
    try:
        program = program_of(ProgramRecord.model_validate(raw, context={"areas": areas}))
    except ValidationError as error:
        raise InvalidCatalogue(_problem(path, detail) for detail in error.errors()) from error
    if program.id != path.stem:
        mend = "Rename the file or the id."
        raise InvalidCatalogue(
            [Problem(path.name, line_of(path, ("id",)), "id", "the id is not the file's name.", mend)]
        )
    return program


def version_of(folder: Path = PROGRAMS) -> str:
    """A short hash of all records; the same content has the same version on every machine."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _problem(path: Path, detail: Any) -> Problem:
    context = detail.get("ctx", {})
    steps = (*_steps(detail["loc"]), *context.get("path", ()))
    mend = context.get("mend") or _MENDS.get(detail["type"], _ORDINARY_MEND)
    field = ".".join(map(str, steps)) or "record"
    message = detail["msg"] if detail["msg"].endswith(".") else f"{detail['msg']}."
    return Problem(path.name, line_of(path, steps), field, message, mend)


def _steps(location: Iterable[str | int]) -> Iterator[str | int]:
    """The location without the names of alternative types that pydantic adds."""
    return (step for step in location if isinstance(step, int) or step.isidentifier())


def _references(programs: Iterable[Program], folder: Path) -> Iterator[Problem]:
    for fault in reference_faults(tuple(programs), frozenset(path.stem for path in folder.glob("*.yaml"))):
        path = folder / f"{fault.file}.yaml"
        yield Problem(path.name, line_of(path, fault.steps), str(fault.steps[0]), fault.message, fault.mend)
