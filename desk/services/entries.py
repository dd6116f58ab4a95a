"""Reads what is in `seeds/knowledge`: entries with their schema, and what is wrong with them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desk.settings import ROOT

KNOWLEDGE = ROOT / "seeds" / "knowledge"
LONGEST_ANSWER = 200


class Source(BaseModel):
    """Where an answer comes from: a law, a page, or the desk's own explanation of a word."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    url: str | None


class Entry(BaseModel):
    """One piece of knowledge. `topic` says who takes over; `as_of` is the day for which the source vouches."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=1)
    topic: str
    questions: tuple[str, ...] = Field(min_length=3)
    answer: str = Field(max_length=LONGEST_ANSWER)
    source: Source
    as_of: date


class KnowledgeError(ValueError):
    """The folder holds something that must not be served; says what, one problem a line."""


def read_entries(folder: Path = KNOWLEDGE) -> tuple[Entry, ...]:
    """All entries of a folder. Raises `KnowledgeError` when any of them is wrong."""
    problems = problems_of(folder)
    if problems:
        raise KnowledgeError("\n".join(problems))
    return tuple(Entry.model_validate(raw) for _, raw in _raw(folder))


def problems_of(folder: Path) -> list[str]:
    """What is wrong, each with its file and entry: fields, ids that come twice, wordings that lead to two entries."""
    raw = list(_raw(folder))
    faults = [fault for path, each in raw for fault in _faults(path, each)]
    return faults or [*_twice("id", _ids(raw)), *_twice("質問", _wordings(raw))]


def _raw(folder: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted(folder.glob("*.yaml")):
        for each in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            yield path, each


def _faults(path: Path, raw: Any) -> Iterator[str]:
    try:
        Entry.model_validate(raw)
    except ValidationError as error:
        name = raw.get("id") if isinstance(raw, dict) else raw
        for each in error.errors():
            yield f"{path.name}: {name}: {'.'.join(map(str, each['loc']))} {each['msg']}"


def _ids(raw: Sequence[tuple[Path, Any]]) -> list[str]:
    return [each["id"] for _, each in raw]


def _wordings(raw: Sequence[tuple[Path, Any]]) -> list[str]:
    return [question for _, each in raw for question in each["questions"]]


def _twice(what: str, values: Sequence[str]) -> list[str]:
    return [f"{what}「{value}」が{count}回出てきます。" for value, count in Counter(values).items() if count > 1]
