"""Learns from bot/examples/amounts.yml which amount is the budget."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.entities.amounts import amounts
from bot.entities.budgets import BUDGET, look_at
from bot.entities.capital import find_capital
from bot.entities.money import open_to
from bot.learning.encoder import sentence_vectors
from bot.learning.examples import examples
from bot.learning.features import Floats
from bot.learning.judge import Judge
from bot.learning.rows import Rows, Seen
from bot.text.reader import Reading, reader

FILE = "amounts.yml"
Facts = Mapping[str, Any]


def learn_budgets(told: Mapping[str, Facts] | None = None) -> Judge:
    """The judgement that these sentences teach; each stands with its facts."""
    lines = examples(FILE) if told is None else told
    readings = [reader().read(text) for text in lines]
    sentences = sentence_vectors([reading.normal.text for reading in readings])
    rows = [row for line in zip(readings, sentences, lines.values(), strict=True) for row in _judged(*line)]
    return Judge.fit(Rows.of([seen for seen, _ in rows]), [truth for _, truth in rows])


def _judged(reading: Reading, sentence: Floats, facts: Facts) -> list[tuple[Seen, bool]]:
    said = amounts(reading.normal.text)
    candidates = open_to(said, find_capital(reading.normal.text, said))
    truth = [amount.yen == facts.get(BUDGET) for amount in candidates]
    return list(zip(look_at(reading, sentence, candidates, said), truth, strict=True))
