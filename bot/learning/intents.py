"""The intent model: from a message to intents with probabilities, and its two files on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.learning.design import Design, Heard, dense_rows
from bot.learning.features import Vocabulary
from bot.learning.linear import LinearModel, train

NAMES_FILE = "intents.json"
NUMBERS_FILE = "intents.npz"


@dataclass
class IntentModel:
    """A design and the linear model over it."""

    design: Design
    linear: LinearModel

    @classmethod
    def fit(cls, messages: Sequence[Heard], intents: Sequence[str]) -> IntentModel:
        """Train on examples; needs at least two intents."""
        design = Design.fit(messages)
        return cls(design, train(design.matrix(messages), intents))

    def rank(self, message: Heard) -> list[tuple[str, float]]:
        """All intents with their probabilities, the likeliest first."""
        row, dense = self.design.sparse_row(message), dense_rows([message])[0]
        found = self.linear.probabilities(row, dense) * self.design.trust(message)
        return [(self.linear.classes[index], float(found[index])) for index in np.argsort(-found)]

    def save(self, folder: Path) -> None:
        """Write both files; no pickle."""
        names = {**self.design.to_dict(), "classes": self.linear.classes, "temperature": self.linear.temperature}
        (folder / NAMES_FILE).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        np.savez(
            folder / NUMBERS_FILE,
            chars=self.design.chars.idf,
            words=self.design.words.idf,
            weights=self.linear.weights.astype(np.float16),
            bias=self.linear.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what `save` wrote."""
        names = json.loads((folder / NAMES_FILE).read_text(encoding="utf-8"))
        with np.load(folder / NUMBERS_FILE, allow_pickle=False) as numbers:
            design = Design(*(_vocabulary(names[kind], numbers[kind]) for kind in ("chars", "words")))
            linear = LinearModel(
                names["classes"], numbers["weights"].astype(np.float32), numbers["bias"], names["temperature"]
            )
        return cls(design, linear)


def _vocabulary(grams: list[str], idf: np.ndarray) -> Vocabulary:
    return Vocabulary({gram: column for column, gram in enumerate(grams)}, idf)
