"""The design matrix: how a message becomes one sparse and one dense row, fixed at training time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from bot.learning.encoder import sentence_vectors
from bot.learning.features import LONGEST, Floats, Ints, Vocabulary, char_grams, unit, word_grams
from bot.text.reader import Reading

LEAST_CHARS, LEAST_WORDS = 2, 1  # documents an n-gram must occur in
KIND_WEIGHT = 0.2
KINDS = (
    "age_years", "applicant_type", "area", "budget_yen", "capital_yen", "case_id", "date", "email", "employees",
    "founded_year", "industry", "partner_status", "phone", "program", "purpose", "time",
)  # fmt: skip
LONG_TEXT = 120
FAMILIAR = 0.2  # share of known pairs of letters from which on a text counts as known
LETTERS = re.compile(r"[a-z]+|[^\W\d_a-z]+")


@dataclass(frozen=True)
class Heard:
    """A message for the classifier: its reading and the kinds of entities that rules found in it."""

    reading: Reading
    kinds: frozenset[str] = frozenset()


@dataclass
class Design:
    """Vocabularies of the two sparse blocks; the dense block is sentence vector, mean word vector and kinds."""

    chars: Vocabulary
    words: Vocabulary

    @classmethod
    def fit(cls, messages: Sequence[Heard]) -> Design:
        """Learn the vocabularies from the training messages."""
        chars = Vocabulary.fit([char_grams(message.reading) for message in messages], LEAST_CHARS)
        words = Vocabulary.fit([word_grams(message.reading) for message in messages], LEAST_WORDS)
        return cls(chars, words)

    def sparse_row(self, message: Heard) -> tuple[Ints, Floats]:
        """Columns and values; words stand behind characters."""
        chars, char_values = self.chars.weigh(char_grams(message.reading))
        words, word_values = self.words.weigh(word_grams(message.reading))
        columns = np.concatenate([chars, words + len(self.chars.columns)]).astype(np.int32)
        return columns, np.concatenate([char_values, word_values])

    def matrix(self, messages: Sequence[Heard]) -> sparse.csr_matrix:
        """All rows, sparse columns first, then the dense ones."""
        rows = [self.sparse_row(message) for message in messages]
        lengths = np.cumsum([0] + [len(columns) for columns, _ in rows])
        columns = np.concatenate([columns for columns, _ in rows])
        values = np.concatenate([values for _, values in rows])
        wide = sparse.csr_matrix((values, columns, lengths), shape=(len(rows), self.width))
        return sparse.hstack([wide, sparse.csr_matrix(dense_rows(messages))]).tocsr()

    def trust(self, message: Heard) -> float:
        """From 0 to 1: how much of the text is known at all. Gibberish and other languages deserve no confidence."""
        known = [self._knows(spelling) for spelling in spellings(message.reading.normal.lower)]
        return min(1.0, sum(known) / len(known) / FAMILIAR) if known else 0.0

    def _knows(self, spelling: str) -> bool:
        """Japanese by pairs of characters, Latin by whole words: any two Latin letters have met before."""
        if spelling.isascii() and spelling.isalpha():
            return f"w{spelling}" in self.words.columns
        return f"c{spelling}" in self.chars.columns

    @property
    def width(self) -> int:
        """Number of sparse columns."""
        return len(self.chars.columns) + len(self.words.columns)

    def to_dict(self) -> dict[str, list[str]]:
        """Grams in the order of their columns."""
        return {"chars": list(self.chars.columns), "words": list(self.words.columns)}


def spellings(lower: str) -> list[str]:
    """Latin words, pairs of other letters; single characters where there is neither; digits never count."""
    runs = LETTERS.findall(lower[:LONGEST])
    pairs = [
        piece
        for run in runs
        for piece in ([run] if run.isascii() else [run[index : index + 2] for index in range(len(run) - 1)])
    ]
    return pairs or re.findall(r"[^\s0-9]", lower[:LONGEST])


def dense_rows(messages: Sequence[Heard]) -> Floats:
    """(messages, 512 + 300 + 17); the sentence vectors are zeros when there is no encoder."""
    sentences = sentence_vectors([message.reading.normal.text for message in messages])
    words = np.stack([unit(message.reading.vector) for message in messages])
    return np.hstack([sentences, words, np.stack([_kinds(message) for message in messages])]).astype(np.float32)


def _kinds(message: Heard) -> Floats:
    """Which kinds were found, and how long the text is."""
    length = min(len(message.reading.normal.text), LONG_TEXT) / LONG_TEXT
    return KIND_WEIGHT * np.asarray([*(kind in message.kinds for kind in KINDS), length], dtype=np.float32)
