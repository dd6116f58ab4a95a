"""Reads normalised text with GiNZA: Sudachi's words and GiNZA's word vectors, without its neural components."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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


@dataclass(frozen=True)
class Word:
    """A Sudachi word (mode C); offsets are those of the normalised text."""

    surface: str
    start: int
    end: int
    tag: str
    lemma: str
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
        self.read("準備")

    def read(self, original: str) -> Reading:
        """Normalise and read any text, the empty one too."""
        normal = normalise(original)
        words = tuple(_word(morpheme) for morpheme in self._sudachi.tokenize(normal.text) if morpheme.surface().strip())
        return Reading(normal, words, self.mean([word.surface for word in words]))

    def mean(self, words: list[str]) -> Vector:
        """The mean vector of words; a word without one counts as zeros."""
        rows = self._vectors.find(keys=words)
        total: Vector = self._vectors.data[rows[rows >= 0]].sum(axis=0)
        return total / max(len(words), 1)

    def kana(self, text: str) -> str:
        """How the text is read, in katakana; what has no reading stays as it is."""
        return "".join(morpheme.reading_form() or morpheme.surface() for morpheme in self._sudachi.tokenize(text))


@lru_cache(maxsize=1)
def reader() -> GinzaReader:
    """The reader of this process, loaded once."""
    return GinzaReader()


def _word(morpheme: Any) -> Word:
    tag = "-".join(part for part in morpheme.part_of_speech()[:4] if part != "*")
    lemma, norm = morpheme.dictionary_form(), morpheme.normalized_form()
    return Word(morpheme.surface(), morpheme.begin(), morpheme.end(), tag, lemma, norm)
