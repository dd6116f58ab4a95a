"""Reads what is in `seeds/knowledge`: entries with their schema, and what is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from desk.settings import ROOT

KNOWLEDGE = ROOT / "seeds" / "knowledge"
LONGEST_ANSWER = 200
_WORTH = {"general": "（一般的な内容）", "secondary": "（公式以外の資料）"}
_FIGURE = re.compile(r"[0-9０-９][0-9０-９,.]*[万億]?(?:円|%|％|日|か月|週|年|人|割|件|倍|分の|回)")


class Source(BaseModel):
    """Where an answer comes from: a law, a page, or the desk's own explanation of a word."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=1)
    url: str | None = Field(pattern=r"^https?://\S+$")


#: Who vouches for an answer: a law or an official page, somebody else's page, plain words that depend on no source
#: (so no figures, fees or deadlines), or nobody yet.
Verified = Literal["official", "secondary", "general", "unverified"]


class Entry(BaseModel):
    """One piece of knowledge. `topic` says who takes over; `as_of` is the day for which the source vouches.

    What nobody has verified waits for that, and is shown to staff only.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=1)
    topic: str
    questions: tuple[str, ...] = Field(min_length=3)
    answer: str = Field(min_length=1, max_length=LONGEST_ANSWER)
    source: Source
    as_of: date
    verified: Verified

    @model_validator(mode="after")
    def keep_figures_to_sources(self) -> Self:
        """Plain words hold no figure that somebody would have to look up; an example may count."""
        told = "".join(each for each in self.answer.split("。") if not each.startswith("例えば"))
        if self.verified == "general" and _FIGURE.search(told):
            raise PydanticCustomError("no_figures", "出典のない答えに数字があります。")
        return self

    @property
    def shown(self) -> bool:
        """Whether the public may see it."""
        return self.verified != "unverified"

    @property
    def vouched_by(self) -> str:
        """The source as people are told it, with what it is worth when it is no law and no official page."""
        return self.source.title + _WORTH.get(self.verified, "")


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
