"""Which trade a whole text tells, if any: a linear model over its characters, words and word vectors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from bot.learning.features import Floats, Ints, Vocabulary, char_grams, unit, word_grams
from bot.learning.linear import Lesson, LinearModel, train_held_out
from bot.text.reader import Reading, Word

NAMES_FILE, NUMBERS_FILE = "trades.json", "trades.npz"
LEAST = 2  # texts an n-gram must occur in
STRENGTH = 0.6  # inverse of the regularisation
NEAR = 1.0  # of the optimum: ten times nearer takes half as long again and is right no more often
NONE = ""  # the class of texts that tell no trade


@dataclass
class TextModel:
    """The vocabularies of the two sparse blocks, and the linear model over these and the mean word vector."""

    chars: Vocabulary
    words: Vocabulary
    linear: LinearModel

    @classmethod
    def fit(cls, texts: Sequence[Reading], trades: Sequence[str]) -> tuple[TextModel, Floats]:
        """Learn from texts with their trades; also what a model that has not seen a text makes of it."""
        chars = Vocabulary.fit([char_grams(text) for text in texts], LEAST)
        words = Vocabulary.fit([word_grams(text) for text in texts], LEAST)
        rows = [_row(chars, words, text) for text in texts]
        ends = np.cumsum([0] + [len(columns) for columns, _ in rows])
        columns, values = np.concatenate([row[0] for row in rows]), np.concatenate([row[1] for row in rows])
        wide = sparse.csr_matrix((values, columns, ends), shape=(len(rows), len(chars.columns) + len(words.columns)))
        dense = sparse.csr_matrix(np.stack([unit(text.vector) for text in texts]))
        linear, held_out = train_held_out(Lesson.of(sparse.hstack([wide, dense]).tocsr(), trades, STRENGTH, NEAR))
        return cls(chars, words, linear), held_out

    @property
    def trades(self) -> list[str]:
        """The trades that were learnt, and NONE, in the order of `likely`."""
        return self.linear.classes

    def likely(self, text: Reading) -> Floats:
        """How likely each trade is."""
        return self.linear.probabilities(_row(self.chars, self.words, text), unit(text.vector))

    def telling(self, text: Reading, trade: str) -> Word | None:
        """The word that speaks most for a trade, None where none does."""
        column, first = self.linear.classes.index(trade), len(self.chars.columns)

        def weight(word: Word) -> float:
            known = self.words.columns.get(f"w{word.norm.lower()}")
            return 0.0 if known is None else float(self.linear.weights[first + known, column])

        word = max(text.words, key=weight, default=None)
        return word if word and weight(word) > 0 else None

    def save(self, folder: Path) -> None:
        """Write both files; no pickle."""
        names = {
            "chars": list(self.chars.columns),
            "words": list(self.words.columns),
            "classes": self.linear.classes,
            "temperature": self.linear.temperature,
        }
        (folder / NAMES_FILE).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / NUMBERS_FILE,
            chars=self.chars.idf,
            words=self.words.idf,
            weights=self.linear.weights.astype(np.float16),
            bias=self.linear.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> TextModel:
        """Read what `save` wrote."""
        names = json.loads((folder / NAMES_FILE).read_text(encoding="utf-8"))
        with np.load(folder / NUMBERS_FILE, allow_pickle=False) as numbers:
            chars, words = (
                Vocabulary({g: i for i, g in enumerate(names[kind])}, numbers[kind]) for kind in ("chars", "words")
            )
            weights = numbers["weights"].astype(np.float32)
            return cls(chars, words, LinearModel(names["classes"], weights, numbers["bias"], names["temperature"]))


def _row(chars: Vocabulary, words: Vocabulary, text: Reading) -> tuple[Ints, Floats]:
    """Columns and values; words stand behind characters."""
    columns, values = chars.weigh(char_grams(text))
    more, weights = words.weigh(word_grams(text))
    return np.concatenate([columns, more + len(chars.columns)]).astype(np.int32), np.concatenate([values, weights])
