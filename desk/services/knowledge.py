"""Use case: answer a question about a term or a basic idea from the library, or say that it is not known."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.domain.answering import Finding, choose
from desk.services.entries import KNOWLEDGE, Entry
from desk.services.library import Library, library_with

#: so many entries are looked at before one is chosen
CANDIDATES = 4


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


def answer_question(library: Library, question: str, entry_id: str | None = None) -> Answer:
    """The entry with the id (of a button), else what the question leads to."""
    chosen = next((entry for entry in library.entries if entry.id == entry_id), None)
    if chosen is not None:
        return Answer(chosen)
    found = search_knowledge(library, question, CANDIDATES)
    findings = [Finding(each.entry.questions, each.score, each.rank) for each in found]
    choice = choose(question, findings)
    if choice.sure is not None:
        return Answer(found[choice.sure].entry)
    return Answer(perhaps=tuple(found[number].entry for number in choice.perhaps))


def search_knowledge(library: Library, question: str, limit: int) -> list[Found]:
    """The best `limit` entries for a question, best first."""
    matches = library.index.search(question, limit)
    return [Found(library.entries[match.number], match.likeness, match.score) for match in matches]


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """An entry as chats show it."""
    return {
        "id": entry.id,
        "title": entry.title,
        "text": entry.answer,
        "url": entry.source.url,
        "source": entry.vouched_by,
        "as_of": entry.as_of.isoformat(),
    }


def load_knowledge(folder: Path = KNOWLEDGE) -> Library:
    """The library of the seeds alone. Raises `KnowledgeError`."""
    return library_with((), folder)
