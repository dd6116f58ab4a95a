"""Whether a candidate for a fact tells of the person's own firm: judgements that are learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot.entities.beside import Signs
from bot.entities.context import signs
from bot.entities.found import Found
from bot.learning.encoder import sentence_vector
from bot.learning.judge import Judge
from bot.learning.rows import Seen
from bot.text.reader import Reading

APPLICANT, PLAN, FORM = "applicant_type", "plan", "form"
LIKELY = 0.5
CUES = ("fact_cues",)
FORM_CUES = ("fact_cues", "applicant_cues")


@dataclass(frozen=True)
class Own:
    """The judgement of each question."""

    judges: Mapping[str, Judge]

    def judged(self, reading: Reading, candidates: Sequence[Found]) -> list[Found]:
        """The candidates for one fact, each with its likelihood."""
        return [
            replace(one, confidence=self.judges[question(one)].probability(seen))
            for one, seen in zip(candidates, looked_at(reading, candidates), strict=True)
        ]

    def to_dict(self) -> dict[str, Any]:
        """What `from_dict` takes, for a file in JSON."""
        return {name: judge.to_dict() for name, judge in self.judges.items()}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Own:
        """The judgements that were stored."""
        return cls({name: Judge.from_dict(judge) for name, judge in stored.items()})

    def places(self, reading: Reading, found: Sequence[Found]) -> list[Found]:
        """Places without those of customers, partners and events."""
        judged = self.judged(reading, found)
        return [one for one, each in zip(found, judged, strict=True) if each.confidence > LIKELY]


def question(one: Found) -> str:
    """What is asked of a candidate: whether the plan, the form or the figure is the person's own."""
    if one.entity != APPLICANT:
        return one.entity
    return PLAN if one.value == "pre_founding" else FORM


def looked_at(reading: Reading, candidates: Sequence[Found]) -> list[Seen]:
    """What is looked at to judge each candidate for one fact; for a form, what the whole text means, too."""
    if not candidates:
        return []
    form = candidates[0].entity == APPLICANT
    seen = signs(reading, candidates, FORM_CUES if form else CUES)
    vector = np.concatenate([reading.vector, sentence_vector(reading.normal.text)]) if form else reading.vector
    return [Seen(_of_its_kind(one, each), vector) for one, each in zip(candidates, seen, strict=True)]


def _of_its_kind(one: Found, seen: Signs) -> Signs:
    """Of a form, each sign counts for all forms and once more for this one: 子会社 speaks for 大企業, not for 大学."""
    if question(one) != FORM:
        return seen
    return seen | {f"{one.value}: {name}": strength for name, strength in seen.items()}


def likeliest(judged: Sequence[Found], least: float = LIKELY) -> Found | None:
    """The one that most likely tells the fact, if any is likely enough."""
    best = max(judged, key=lambda one: one.confidence, default=None)
    return best if best and best.confidence > least else None
