"""The knowledge as people find it: the entries of the seeds, and over them what staff have published."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from pydantic import ValidationError

from desk.catalogue.editing import digest_of
from desk.catalogue.overlay import Standing
from desk.retrieval.encoder import sentence_encoder
from desk.retrieval.index import Document, Index
from desk.retrieval.vectors import CachedEncoder
from desk.services.entries import KNOWLEDGE, Entry, read_entries
from desk.settings import ROOT

log = structlog.get_logger(__name__)

#: where the vectors of the entries are kept between starts
VECTORS = ROOT / "var" / "vectors"


@dataclass(frozen=True)
class EntryEdit:
    """The published content of an entry; `seed_digest` names the seed it was made over, None for a new one."""

    entry: str
    content: Mapping[str, Any]
    seed_digest: str | None


@dataclass(frozen=True, eq=False)
class Library:
    """Entries with their index. `entries` may be shown to everybody; `every` has those that wait to be checked, too."""

    entries: Sequence[Entry]
    index: Index
    every: Mapping[str, Entry]
    standings: Mapping[str, Standing]


def entry_content(entry: Entry) -> dict[str, Any]:
    """An entry as JSON, key for key as in the seeds."""
    return entry.model_dump(mode="json")


def entry_digest(entry: Entry | None) -> str | None:
    """The name of what an entry says; None when there is none."""
    return None if entry is None else digest_of(entry_content(entry))


def library_with(edits: Iterable[EntryEdit], folder: Path = KNOWLEDGE) -> Library:
    """The library of a folder with edits over it. Raises `KnowledgeError` when the seeds are wrong."""
    every = {entry.id: entry for entry in seed_entries(folder)}
    standings = dict[str, Standing]()
    for edit in edits:
        standings[edit.entry] = _standing(every.get(edit.entry), edit)
        if standings[edit.entry] in (Standing.SHOWN, Standing.CONFLICT):
            every[edit.entry] = Entry.model_validate(edit.content)
    shown = tuple(entry for entry in every.values() if entry.shown)
    return Library(shown, index_of(shown), every, standings)


@lru_cache(maxsize=4)
def seed_entries(folder: Path = KNOWLEDGE) -> tuple[Entry, ...]:
    """All entries of a folder, read once. Raises `KnowledgeError`."""
    return read_entries(folder)


@lru_cache(maxsize=2)
def index_of(entries: tuple[Entry, ...]) -> Index:
    """Entries arranged for searching; the same entries are not arranged twice."""
    encoder = sentence_encoder()
    documents = [Document((entry.title, *entry.questions), entry.answer) for entry in entries]
    return Index(documents, CachedEncoder(encoder, VECTORS) if encoder else None)


def _standing(seed: Entry | None, edit: EntryEdit) -> Standing:
    now = entry_digest(seed)
    if now == digest_of(edit.content):
        return Standing.SETTLED
    try:
        Entry.model_validate(edit.content)
    except ValidationError:
        log.warning("published_edit_left_out", entry=edit.entry)
        return Standing.BROKEN
    return Standing.SHOWN if now == edit.seed_digest else Standing.CONFLICT
