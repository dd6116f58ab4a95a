"""Use case: answer a question about a term or a basic idea from `seeds/knowledge`, or say that it is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from desk.domain.answering import Finding, choose
from desk.retrieval.encoder import sentence_encoder
from desk.retrieval.index import Document, Index
from desk.retrieval.vectors import CachedEncoder
from desk.services.entries import KNOWLEDGE, Entry, read_entries
from desk.settings import ROOT

#: so many entries are looked at before one is chosen
CANDIDATES = 4
#: where the vectors of the entries are kept between starts
VECTORS = ROOT / "var" / "vectors"


@dataclass(frozen=True)
class Found:
    """An entry that a question leads to. `score` tells how much the two have in common, 1 for the very question;
    `rank` is what the order goes by, and can only be compared within one search."""

    entry: Entry
    score: float
    rank: float


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
    findings = [Finding(each.entry.questions, each.score, each.rank) for each in found]
    choice = choose(question, findings)
    if choice.sure is not None:
        return Answer(found[choice.sure].entry)
    return Answer(perhaps=tuple(found[number].entry for number in choice.perhaps))


def search_knowledge(question: str, limit: int) -> list[Found]:
    """The best `limit` entries for a question, best first."""
    entries, index = load_knowledge()
    return [Found(entries[match.number], match.likeness, match.score) for match in index.search(question, limit)]


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
    """All entries of a folder, arranged for searching. Raises `KnowledgeError`."""
    entries = read_entries(folder)
    encoder = sentence_encoder()
    documents = [Document((entry.title, *entry.questions), entry.answer) for entry in entries]
    return entries, Index(documents, CachedEncoder(encoder, VECTORS) if encoder else None)
