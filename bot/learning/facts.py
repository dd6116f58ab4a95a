"""Learns from bot/examples/facts*.yml which figures, years, places and forms are the person's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.entities import people
from bot.entities.ages import age_candidates
from bot.entities.applicants import applicant_candidates
from bot.entities.found import Found
from bot.entities.founding import year_candidates
from bot.entities.own import Own, looked_at, question
from bot.entities.places import Places
from bot.learning.judge import Judge, Seen
from bot.text.reader import Reading, reader

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("facts*.yml"))
WRITTEN = date(2026, 11, 22)  # the day on which 去年 meant 2025 in the examples
STRENGTH = 1.0
SAME = 0.06  # years between ages that are the same
Facts = Mapping[str, Any]


def learn_own(places: Places, examples: Mapping[str, Facts] | None = None) -> Own:
    """The judgements that these sentences teach; each stands with its facts."""
    told = read_examples() if examples is None else examples
    rows: dict[str, list[tuple[Seen, bool]]] = defaultdict(list)
    for text, facts in told.items():
        reading = reader().read(text)
        for found in candidates(reading, places):
            for one, seen in zip(found, looked_at(reading, found), strict=True):
                rows[question(one)].append((seen, _is_told(one, facts.get(one.entity))))
    return Own({name: Judge.fit(*zip(*examined, strict=True), STRENGTH) for name, examined in rows.items()})


def read_examples() -> dict[str, Facts]:
    """Sentences with the facts that they tell of the person's firm."""
    content: dict[str, Facts] = {}
    for path in EXAMPLES:
        content |= yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content


def candidates(reading: Reading, places: Places) -> Iterator[Sequence[Found]]:
    """The candidates for each fact."""
    yield people.candidates(reading.normal.text)
    yield year_candidates(reading, WRITTEN)
    yield age_candidates(reading)
    yield places.find(reading.normal.text, reading.words)
    yield applicant_candidates(reading.normal.lower)


def _is_told(one: Found, told: Any) -> bool:
    values = told if isinstance(told, list) else [told]
    if isinstance(one.value, str):
        return one.value in values
    return any(value is not None and abs(value - one.value) < SAME for value in values)
