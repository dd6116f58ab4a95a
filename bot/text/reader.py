"""Reads normalised text with GiNZA: Sudachi's words and GiNZA's word vectors, without its neural components."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.text.normal import Normal, normalise

PACKAGE = "ja_ginza"
NEURAL_COMPONENTS = (
    "tok2vec",
    "tagger",
    "parser",
    "ner",
    "morphologizer",
    "attribute_ruler",
    "compound_splitter",
    "bunsetu_recognizer",
)
Vector = NDArray[np.float32]


class Word(NamedTuple):
    """A Sudachi word (mode C); offsets are those of the normalised text."""

    surface: str
    start: int
    end: int
    tag: str
    norm: str


@dataclass(frozen=True, eq=False)
class Reading:
    """A message as the components see it; `vector` is the mean of GiNZA's word vectors (300). No two are equal."""

    normal: Normal
    words: tuple[Word, ...]
    vector: Vector

    def fingerprint(self) -> str:
        """Lets Rasa's cache see that training data have not changed."""
        return hashlib.sha256(self.normal.original.encode("utf-8", "replace")).hexdigest()


class GinzaReader:
    """GiNZA's tokenizer and vocabulary; one per process is enough."""

    def __init__(self) -> None:
        import spacy

        nlp = spacy.load(PACKAGE, exclude=list(NEURAL_COMPONENTS))
        # Asked past spaCy, which would build a document and keep every new word of every person for ever.
        self._sudachi: Any = nlp.tokenizer.tokenizer
        self._vectors: Any = nlp.vocab.vectors
        self._tags: dict[int, str] = {}
        self.read("準備")

    def read(self, original: str) -> Reading:
        """Normalise and read any text, the empty one too."""
        normal = normalise(original)
        words = tuple(map(self._word, self._sudachi.tokenize(normal.text)))
        spoken = tuple(word for word in words if word.surface.strip())
        return Reading(normal, spoken, self.mean([word.surface for word in spoken]))

    def mean(self, words: list[str]) -> Vector:
        """The mean vector of words; a word without one counts as zeros."""
        rows = self._vectors.find(keys=words)
        total: Vector = self._vectors.data[rows[rows >= 0]].sum(axis=0)
        return total / max(len(words), 1)

    def kana(self, text: str) -> str:
        """How the text is read, in katakana; what has no reading stays as it is."""
        return "".join(morpheme.reading_form() or morpheme.surface() for morpheme in self._sudachi.tokenize(text))

    def _word(self, morpheme: Any) -> Word:
        kind = morpheme.part_of_speech_id()
        tag = self._tags.get(kind)
        if tag is None:
            tag = self._tags[kind] = "-".join(part for part in morpheme.part_of_speech()[:4] if part != "*")
        return Word(morpheme.surface(), morpheme.begin(), morpheme.end(), tag, morpheme.normalized_form())


@lru_cache(maxsize=1)
def reader() -> GinzaReader:
    """The reader of this process, loaded once."""
    return GinzaReader()
