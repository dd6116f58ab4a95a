"""Use case: answer a question about a term or a basic idea from `seeds/knowledge`, or say that it is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from desk.domain.answering import Finding, choose
from desk.domain.search import Index, Passage
from desk.settings import ROOT

KNOWLEDGE = ROOT / "seeds" / "knowledge"
#: the text of an answer leads to its entry, too, but the questions it is written for lead there more surely
ANSWER_WEIGHT = 0.6
LONGEST_ANSWER = 200
#: so many entries are looked at before one is chosen
CANDIDATES = 4


class Source(BaseModel):
    """Where an answer comes from: a law, a page, or the desk's own explanation of a word."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    url: str | None


class Entry(BaseModel):
    """One piece of knowledge. `topic` says who takes over; `as_of` is the day for which the source vouches."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    topic: str
    questions: tuple[str, ...] = Field(min_length=3)
    answer: str = Field(max_length=LONGEST_ANSWER)
    source: Source
    as_of: date


@dataclass(frozen=True)
class Found:
    """An entry that a question leads to; a score of 1 means that it asks just that."""

    entry: Entry
    score: float


@dataclass(frozen=True)
class Answer:
    """What there is to say: one entry, several to choose from, or nothing."""

    entry: Entry | None = None
    perhaps: tuple[Entry, ...] = ()


def answer_question(question: str, entry_id: str | None = None) -> Answer:
    """The entry with the id (of a button), else what the question leads to."""
    entries, _ = load_knowledge()
    chosen = next((entry for entry in entries if entry.id == entry_id), None)
    if chosen is not None:
        return Answer(chosen)
    found = search_knowledge(question, CANDIDATES)
    findings = [Finding(each.entry.questions, each.score) for each in found]
    choice = choose(question, findings)
    if choice.sure is not None:
        return Answer(found[choice.sure].entry)
    return Answer(perhaps=tuple(found[number].entry for number in choice.perhaps))


def search_knowledge(question: str, limit: int) -> list[Found]:
    """The best `limit` entries for a question, best first."""
    entries, index = load_knowledge()
    return [Found(entries[hit.owner], hit.score) for hit in index.search(question, limit)]


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """An entry as chats show it."""
    return {
        "id": entry.id,
        "title": entry.title,
        "text": entry.answer,
        "url": entry.source.url,
        "source": entry.source.title,
        "as_of": entry.as_of.isoformat(),
    }


@lru_cache
def load_knowledge(folder: Path = KNOWLEDGE) -> tuple[Sequence[Entry], Index]:
    """All entries of a folder, arranged for searching. Raises pydantic's `ValidationError`."""
    files = sorted(folder.glob("*.yaml"))
    raw = [each for path in files for each in yaml.safe_load(path.read_text(encoding="utf-8"))]
    entries = tuple(Entry.model_validate(each) for each in raw)
    return entries, Index([passage for number, entry in enumerate(entries) for passage in _passages(number, entry)])


def _passages(number: int, entry: Entry) -> Iterator[Passage]:
    for text in (entry.title, *entry.questions):
        yield Passage(number, text)
    yield Passage(number, entry.answer, ANSWER_WEIGHT)
