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


@dataclass(frozen=True)
class Reading:
    """A message as the components see it; `vector` is the mean of GiNZA's word vectors (300)."""

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

        self._nlp: Any = spacy.load(PACKAGE, exclude=list(NEURAL_COMPONENTS))
        self.read("準備")

    def read(self, original: str) -> Reading:
        """Normalise and read any text, the empty one too."""
        normal = normalise(original)
        doc = self._nlp(normal.text)
        words = tuple(_word(token) for token in doc if not token.is_space)
        return Reading(normal, words, np.asarray(doc.vector, dtype=np.float32))

    def kana(self, text: str) -> str:
        """How the text is read, in katakana; what has no reading stays as it is."""
        return "".join((token.morph.get("Reading") or [token.text])[0] for token in self._nlp(text))


@lru_cache(maxsize=1)
def reader() -> GinzaReader:
    """The reader of this process, loaded once."""
    return GinzaReader()


def _word(token: Any) -> Word:
    return Word(token.text, token.idx, token.idx + len(token.text), token.tag_, token.lemma_, token.norm_)
