"""Learns from bot/examples/amounts.yml which amount is the budget."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from bot.entities.amounts import amounts
from bot.entities.budgets import BUDGET, look_at
from bot.entities.capital import find_capital
from bot.entities.money import open_to
from bot.learning.encoder import sentence_vectors
from bot.learning.features import Floats
from bot.learning.judge import Judge, Seen
from bot.text.reader import Reading, reader

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "amounts.yml"
STRENGTH = 1.0
Facts = Mapping[str, Any]


def learn_budgets(examples: Mapping[str, Facts] | None = None) -> Judge:
    """The judgement that these sentences teach; each stands with its facts."""
    lines = read_examples() if examples is None else examples
    readings = [reader().read(text) for text in lines]
    sentences = sentence_vectors([reading.normal.text for reading in readings])
    rows = [row for line in zip(readings, sentences, lines.values(), strict=True) for row in _judged(*line)]
    return Judge.fit([seen for seen, _ in rows], [truth for _, truth in rows], STRENGTH)


def read_examples() -> dict[str, Facts]:
    """Sentences with what they tell of money."""
    content: dict[str, Facts] = yaml.load(EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content


def _judged(reading: Reading, sentence: Floats, facts: Facts) -> list[tuple[Seen, bool]]:
    said = amounts(reading.normal.text)
    candidates = open_to(said, find_capital(reading.normal.text, said))
    truth = [amount.yen == facts.get(BUDGET) for amount in candidates]
    return list(zip(look_at(reading, sentence, candidates, said), truth, strict=True))
