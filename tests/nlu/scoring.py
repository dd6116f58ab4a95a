"""Figures of an evaluation, from pairs of what is right and what was understood; no Rasa in here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Pair = tuple[str, Any]
BINS = 10


@dataclass(frozen=True)
class Score:
    """Counts of one class, or of one kind of entity."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def support(self) -> int:
        """How often it truly occurs."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        found = self.right + self.extra
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 when nothing is there."""
        return self.right / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def accuracy(truth: Sequence[Any], said: Sequence[Any]) -> float:
    """Share of equal pairs."""
    return sum(one == other for one, other in zip(truth, said, strict=False)) / max(len(truth), 1)


def by_intent(truth: Sequence[str], said: Sequence[str]) -> dict[str, Score]:
    """Score of each intent that truly occurs."""
    right = Counter(one for one, other in zip(truth, said, strict=False) if one == other)
    support, found = Counter(truth), Counter(said)
    return {
        name: Score(right[name], found[name] - right[name], support[name] - right[name]) for name in sorted(support)
    }


def macro_f1(scores: Mapping[str, Score]) -> float:
    """Mean of the intents' F1."""
    return sum(score.f1 for score in scores.values()) / max(len(scores), 1)


def by_entity(truth: Iterable[Sequence[Pair]], said: Iterable[Sequence[Pair]]) -> dict[str, Score]:
    """Score of each kind of entity on normalised values; an entity counts once for each time it is said."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for right, found in zip(truth, said, strict=False):
        expected, given = Counter(map(comparable, right)), Counter(map(comparable, found))
        for pair in expected | given:
            same = min(expected[pair], given[pair])
            entry = counts[pair[0]]
            entry[0] += same
            entry[1] += given[pair] - same
            entry[2] += expected[pair] - same
    return {name: Score(*counts[name]) for name in sorted(counts)}


def comparable(pair: Pair) -> Pair:
    """Telephone numbers by their digits, numbers as numbers, everything else as text."""
    entity, value = pair
    if entity == "phone":
        return entity, "".join(character for character in str(value) if character.isdigit())
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return entity, round(float(value), 1)
    return entity, str(value)


def as_founding(pairs: Sequence[Pair], this_year: int) -> list[Pair]:
    """Years and ages of a firm as one fact, the year in which it began: either gives the other (去年設立, 創業1年)."""
    began = {"founded_year": lambda year: year, "age_years": lambda age: this_year - int(age)}
    return [("founding", began[entity](value)) for entity, value in pairs if entity in began]


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error over ten equal bins of confidence."""
    error = 0.0
    for low in range(BINS):
        inside = [i for i, c in enumerate(confidences) if low / BINS < c <= (low + 1) / BINS]
        if inside:
            mean_confidence = sum(confidences[i] for i in inside) / len(inside)
            error += abs(mean_confidence - sum(right[i] for i in inside) / len(inside)) * len(inside)
    return error / max(len(confidences), 1)


def confusions(truth: Sequence[str], said: Sequence[str]) -> list[tuple[str, str, int]]:
    """(right, said, times), the most frequent first."""
    counts = Counter((one, other) for one, other in zip(truth, said, strict=False) if one != other)
    return [(one, other, times) for (one, other), times in counts.most_common()]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0
