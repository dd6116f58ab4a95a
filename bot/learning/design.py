"""The design matrix: how a reading becomes one sparse and one dense row, fixed at training time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List, Sequence, Tuple

import numpy as np
from scipy import sparse

from bot.learning.encoder import SIZE, encoder
from bot.learning.features import Floats, Ints, Vocabulary, char_grams, unit, word_grams
from bot.text.reader import Reading

LEAST_DOCUMENTS = 2
SENTENCE_WEIGHT = 1.0
WORD_VECTOR_WEIGHT = 1.0


@dataclass
class Design:
    """Vocabularies of the two sparse blocks; the dense block is sentence vector and mean word vector."""

    chars: Vocabulary
    words: Vocabulary

    @classmethod
    def fit(cls, readings: Sequence[Reading]) -> "Design":
        """Learn the vocabularies from the training readings."""
        chars = Vocabulary.fit([char_grams(reading) for reading in readings], LEAST_DOCUMENTS)
        return cls(chars, Vocabulary.fit([word_grams(reading) for reading in readings], LEAST_DOCUMENTS))

    def sparse_row(self, reading: Reading) -> Tuple[Ints, Floats]:
        """Columns and values; words stand behind characters."""
        chars, char_values = self.chars.weigh(char_grams(reading))
        words, word_values = self.words.weigh(word_grams(reading))
        columns = np.concatenate([chars, words + len(self.chars.columns)]).astype(np.int32)
        return columns, np.concatenate([char_values, word_values])

    def matrix(self, readings: Sequence[Reading]) -> sparse.csr_matrix:
        """All rows, sparse columns first, then the dense ones."""
        rows = [self.sparse_row(reading) for reading in readings]
        lengths = np.cumsum([0] + [len(columns) for columns, _ in rows])
        columns = np.concatenate([columns for columns, _ in rows])
        values = np.concatenate([values for _, values in rows])
        wide = sparse.csr_matrix((values, columns, lengths), shape=(len(rows), self.width))
        return sparse.hstack([wide, sparse.csr_matrix(dense_rows(readings))]).tocsr()

    @property
    def width(self) -> int:
        """Number of sparse columns."""
        return len(self.chars.columns) + len(self.words.columns)

    def to_dict(self) -> Dict[str, List[object]]:
        """Grams in the order of their columns."""
        return {"chars": list(self.chars.columns), "words": list(self.words.columns)}


def dense_rows(readings: Sequence[Reading]) -> Floats:
    """(texts, 512 + 300); the sentence vectors are zeros when there is no encoder."""
    known = encoder()
    texts = [reading.normal.text for reading in readings]
    sentences = known.encode(texts) if known else np.zeros((len(texts), SIZE), dtype=np.float32)
    words = np.stack([unit(reading.vector) for reading in readings])
    return np.hstack([SENTENCE_WEIGHT * sentences, WORD_VECTOR_WEIGHT * words]).astype(np.float32)
