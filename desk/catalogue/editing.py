"""What of a record can be edited outside of the seeds, as plain JSON, and whether a record with edits is sound.

The conditions stay with the seeds: a rule is changed by review of a file, never by a form.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from desk.catalogue.convert import program_of
from desk.catalogue.loader import PROGRAMS
from desk.catalogue.references import reference_faults
from desk.catalogue.schema import ProgramRecord
from desk.catalogue.yaml_source import read_yaml
from desk.domain.areas import Areas
from desk.domain.programs import Program

Record = Mapping[str, Any]
EDITABLE = (
    "name", "aliases", "operator", "status", "status_reason", "successor", "summary", "amount", "calls", "recurs",
    "prior_steps", "documents", "url", "contact", "sources", "as_of", "confidence", "cautions",
)  # fmt: skip


@dataclass(frozen=True)
class RecordFault:
    """What is wrong with a field of a draft: the way to it, the kind of fault, and the limit it breaks, if any."""

    path: tuple[str | int, ...]
    kind: str
    limit: object = None


class UnfitRecord(ValueError):
    """A draft that no program can be made of; `faults` names every field."""

    def __init__(self, faults: Iterable[RecordFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(".".join(map(str, fault.path)) for fault in self.faults))


@lru_cache(maxsize=4)
def seed_records(folder: Path = PROGRAMS) -> Mapping[str, Record]:
    """Every record of a folder as it stands in its file, by id."""
    return {path.stem: _mapping(read_yaml(path)) for path in sorted(folder.glob("*.yaml"))}


def editable(record: Record) -> dict[str, Any]:
    """The fields of a record that can be edited, as JSON; a call leaves out what it does not have."""
    content = {name: plain(record[name]) for name in EDITABLE if name in record}
    content["calls"] = [{name: value for name, value in call.items() if value} for call in content["calls"]]
    return content


def plain(value: Any) -> Any:
    """The same with dates as ISO texts."""
    if isinstance(value, Mapping):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def digest_of(content: Record) -> str:
    """A short name of a content: equal contents have equal names."""
    text = json.dumps(plain(content), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def merged(seed: Record | None, content: Record) -> dict[str, Any]:
    """A seed's record with edits over it; without a seed the content is the whole record."""
    return {**(seed or {}), **content}


def program_from(record: Record, areas: Areas) -> Program:
    """The program of a record. Raises `UnfitRecord`."""
    try:
        return program_of(ProgramRecord.model_validate(record, context={"areas": areas}))
    except ValidationError as error:
        raise UnfitRecord(_faults(error)) from error


def check_among(program: Program, others: Iterable[Program]) -> None:
    """Raises `UnfitRecord` when a program does not go together with the others, or within itself."""
    every = (*(each for each in others if each.id != program.id), program)
    found = reference_faults(every, frozenset(each.id for each in every))
    faults = [RecordFault(fault.steps, fault.kind) for fault in found if fault.file == program.id]
    if faults:
        raise UnfitRecord(faults)


def _mapping(raw: object) -> Record:
    assert isinstance(raw, Mapping)
    return raw


def _faults(error: ValidationError) -> Iterator[RecordFault]:
    for detail in error.errors():
        context = detail.get("ctx", {})
        limit = context.get("max_length", context.get("ge"))
        yield RecordFault((*detail["loc"], *context.get("path", ())), detail["type"], limit)
