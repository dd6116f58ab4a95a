"""A linear-chain CRF over Sudachi's words for the free-text entities, and the forms that companies' names have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pycrfsuite

from bot.entities.found import Found
from bot.text.reader import Reading, Word

ENTITIES = ("organization", "tech_theme", "company_name", "person_name")
OUTSIDE = "O"
LONGEST = 200  # words
PARAMETERS = {"c1": 0.05, "c2": 0.01, "max_iterations": 120, "feature.possible_transitions": True}
SCRIPTS = (("k", r"[一-龥々]"), ("h", r"[ぁ-ん]"), ("t", r"[ァ-ヶー]"), ("l", r"[A-Za-z]"), ("d", r"[0-9]"))
ORGANIZATION = re.compile(
    r"(?:大学|大学院|高専|工大|総研|研究所|研究機構|研究センター|技研|信用金庫|信金|銀行|商工会議所|機構|財団|公社|協会)$"
)
COMPANY_FORM = re.compile(r"株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)")
PER_PLAIN = 3  # plain examples for each annotated one
OFFSETS = range(-2, 3)  # of the words that are looked at from a word
FAMILIAR = 4096  # words that are looked at once
Views = Mapping[int, Sequence[str]]
Example = tuple[Sequence[Word], list[str]]


def annotate(reading: Reading, entities: Iterable[Mapping[str, Any]]) -> Example:
    """Words and BIO labels of a training example; `entities` carry offsets of the original text."""
    spans = [(each["start"], each["end"], each["entity"]) for each in entities if each["entity"] in ENTITIES]
    words = reading.words[:LONGEST]
    return words, [_label(reading, word, spans) for word in words]


def _label(reading: Reading, word: Word, spans: Sequence[tuple[int, int, str]]) -> str:
    start, end = reading.normal.span(word.start, word.end)
    for left, right, entity in spans:
        if start < right and left < end:
            return f"{'B' if start <= left else 'I'}-{entity}"
    return OUTSIDE


def features(words: Sequence[Word]) -> list[list[str]]:
    """For each word its own features and those of two neighbours on each side."""
    views = [_views(word.surface, word.tag, word.norm) for word in words]
    return [
        [feature for offset in OFFSETS for feature in _at(views, index + offset, offset)] for index in range(len(words))
    ]


def _at(views: Sequence[Views], index: int, offset: int) -> Sequence[str]:
    return views[index][offset] if 0 <= index < len(views) else (f"{offset}:border",)


@lru_cache(maxsize=FAMILIAR)
def _views(surface: str, tag: str, norm: str) -> Views:
    """The features of a word as it is seen from the word `offset` places before it."""
    own = _own(surface, tag, norm)
    keys = {0: tuple(own), 1: ("norm", "tag", "kind", "script"), 2: ("norm", "tag")}
    return {offset: [f"{offset}:{key}={own[key]}" for key in keys[abs(offset)]] for offset in OFFSETS}


def _own(surface: str, tag: str, norm: str) -> dict[str, str]:
    script = "".join(sorted({name for name, pattern in SCRIPTS if re.search(pattern, surface)}))
    return {
        "norm": norm.lower(),
        "tag": "-".join(tag.split("-")[:2]),
        "kind": tag,
        "script": script,
        "first": surface[:1],
        "last": surface[-1:],
        "last2": surface[-2:],
        "organization": str(bool(ORGANIZATION.search(surface))),
        "company": str(bool(COMPANY_FORM.search(surface))),
    }


@dataclass(frozen=True)
class Tagger:
    """A trained tagger. `model` is what `crf` reads from: it keeps no reference of its own."""

    crf: Any
    model: bytes

    @classmethod
    def fit(cls, examples: Sequence[Example], path: Path) -> None:
        """Train into `path`; nothing is written when no example is annotated."""
        marked = [each for each in examples if any(label != OUTSIDE for label in each[1])]
        plain = [each for each in examples if each[1] and all(label == OUTSIDE for label in each[1])]
        trainer = pycrfsuite.Trainer(verbose=False, params=PARAMETERS)
        for words, labels in marked + plain[:: max(1, len(plain) // (PER_PLAIN * len(marked) + 1))]:
            trainer.append(features(words), labels)
        if marked:
            trainer.train(str(path))

    @classmethod
    def load(cls, path: Path) -> Tagger | None:
        """The tagger stored at `path`, None when there is none. Its content is held in memory."""
        if not path.is_file():
            return None
        crf, model = pycrfsuite.Tagger(), path.read_bytes()
        crf.open_inmemory(model)
        return cls(crf, model)

    def find(self, reading: Reading) -> list[Found]:
        """Spans with their entity; the value is the text as the person wrote it."""
        words = reading.words[:LONGEST]
        labels = self.crf.tag(features(words)) if words else []
        return [_found(reading, words, start, end, entity) for start, end, entity in spans(labels)]


def _found(reading: Reading, words: Sequence[Word], start: int, end: int, entity: str) -> Found:
    left, right = words[start].start, words[end - 1].end
    first, last = reading.normal.span(left, right)
    return Found(entity, reading.normal.original[first:last], left, right, 0.8)


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Word ranges of BIO labels; an I without its B begins a span of its own."""
    found: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label == OUTSIDE:
            continue
        mark, entity = label.split("-", 1)
        if mark == "I" and found and found[-1][1] == index and found[-1][2] == entity:
            found[-1] = (found[-1][0], index + 1, entity)
        else:
            found.append((index, index + 1, entity))
    return found
