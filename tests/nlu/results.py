"""Runs the evaluation set through the model and gathers the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tests.nlu import scoring
from tests.nlu.scoring import Pair, Score
from tests.nlu.understanding import TODAY, Line, Understanding

# Pairs of intents whose boundary the contract draws.
BOUNDARIES: tuple[tuple[str, str], ...] = (
    ("deny", "cancel"), ("clarify", "ask_knowledge"), ("inform", "find_support"), ("inform", "correct"),
    ("find_support", "ask_program"), ("find_support", "application_help"), ("ask_program", "application_help"),
    ("find_partner", "tech_consult"), ("post_need", "tech_consult"), ("use_facility", "startup_support"),
    ("ip_consult", "ip_cost"), ("ip_cost", "ip_overseas"), ("ip_consult", "book_clinic"), ("ip_consult", "ask_contract"),
    ("ask_events", "startup_support"), ("ask_finance", "find_support"), ("feedback", "complaint"),
    ("collab_process", "ask_contract"), ("book_clinic", "change_booking"), ("help", "ask_desk"),
)  # fmt: skip
THIS_YEAR = datetime.fromisoformat(TODAY).year
TYPICAL_LENGTH = range(35, 51)  # characters; 40 on average in both sets


@dataclass(frozen=True)
class Results:
    """Everything the report shows."""

    truth: list[str]
    said: list[str]
    intents: dict[str, Score]
    entities: dict[str, Score]
    accuracy: float
    macro_f1: float
    calibration_error: float
    fallbacks: int
    bare_by_fact: dict[str, tuple[int, int]]
    milliseconds: list[float]

    @property
    def bare_answers(self) -> float:
        """Share of bare answers that were read; 1 when there were none."""
        counts = self.bare_by_fact.values()
        total = sum(number for _, number in counts)
        return sum(right for right, _ in counts) / total if total else 1.0

    def confusion(self) -> list[tuple[str, str, int]]:
        """What was mistaken for what, most frequent first."""
        return scoring.confusions(self.truth, self.said)

    def boundaries(self) -> list[tuple[str, str, int, int]]:
        """For each boundary of the contract: how often each side was taken for the other."""
        times = {(one, other): count for one, other, count in self.confusion()}
        return [(a, b, times.get((a, b), 0), times.get((b, a), 0)) for a, b in BOUNDARIES]


def evaluate(understanding: Understanding, lines: Sequence[Line], bare: Sequence[Line] = ()) -> Results:
    """Understand every line once, and the answers to questions if there are any."""
    parsed = [understanding.timed(line["text"]) for line in lines]
    truth, said = [line["intent"] for line in lines], [each["intent"]["name"] for each, _ in parsed]
    intents = scoring.by_intent(truth, said)
    confidences = [each["intent"]["confidence"] for each, _ in parsed]
    told, heard = [expected(line) for line in lines], [found(each) for each, _ in parsed]
    first = [each["intent_ranking"][0]["name"] for each, _ in parsed]
    right = [one == other for one, other in zip(truth, first, strict=False)]
    return Results(
        truth=truth,
        said=said,
        intents=intents,
        entities=scoring.by_entity(told, heard) | scoring.by_entity(map(founding, told), map(founding, heard)),
        accuracy=scoring.accuracy(truth, said),
        macro_f1=scoring.macro_f1(intents),
        calibration_error=scoring.calibration_error(confidences, right),
        fallbacks=said.count("nlu_fallback"),
        bare_by_fact=bare_answers(understanding, bare),
        milliseconds=[ms for line, (_, ms) in zip(lines, parsed, strict=False) if len(line["text"]) in TYPICAL_LENGTH],
    )


def founding(pairs: Sequence[Pair]) -> list[Pair]:
    """Years and ages as one fact, at the time of the evaluation."""
    return scoring.as_founding(pairs, THIS_YEAR)


def expected(line: Line) -> list[Pair]:
    """Entities of a line of the evaluation set."""
    return [(each["entity"], each["value"]) for each in line.get("entities") or []]


def found(parsed: Line) -> list[Pair]:
    """Entities as understood."""
    return [(each["entity"], each["value"]) for each in parsed["entities"]]


def bare_answers(understanding: Understanding, lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """For each fact that is asked: answers read rightly, and answers."""
    counts: dict[str, tuple[int, int]] = {}
    for line in lines:
        right, total = counts.get(line["asked"], (0, 0))
        counts[line["asked"]] = (
            right + answered(understanding.understand(line["text"], line["asked"]), line),
            total + 1,
        )
    return counts


def answered(parsed: Line, line: Line) -> bool:
    """Whether the value that was meant has been read under the fact's name, or that it is not known."""
    if line.get("value") is None:
        return bool(parsed["intent"]["name"] == (line.get("intent") or "dont_know"))
    name = "purpose" if line["asked"] == "purposes" else line["asked"]
    values = [value for entity, value in found(parsed) if entity == name]
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    return same(line["value"], flat)


def same(right: Any, flat: list[Any]) -> bool:
    """Lists as sets, numbers as numbers."""
    if isinstance(right, list):
        return set(map(str, right)) == set(map(str, flat))
    return bool(flat) and scoring.comparable(("", right)) == scoring.comparable(("", flat[-1]))
