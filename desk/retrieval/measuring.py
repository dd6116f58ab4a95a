"""How well a ranking answers questions whose right answers are known: the usual measures of retrieval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

#: grades of the relevant ids; 0 or absent means not relevant
Grades = Mapping[str, float]


@dataclass(frozen=True)
class Quality:
    """Means over all questions, each between 0 and 1."""

    p_at_1: float
    p_at_5: float
    mean_average_precision: float
    mean_reciprocal_rank: float
    ndcg_at_10: float


def measure(rankings: Sequence[Sequence[str]], relevant: Sequence[Grades]) -> Quality:
    """Quality of rankings (ids, best first, one ranking a question). Needs at least one question."""
    judged = list(zip(rankings, relevant, strict=True))
    return Quality(
        p_at_1=fmean(precision(ids, grades, 1) for ids, grades in judged),
        p_at_5=fmean(precision(ids, grades, 5) for ids, grades in judged),
        mean_average_precision=fmean(average_precision(ids, grades) for ids, grades in judged),
        mean_reciprocal_rank=fmean(reciprocal_rank(ids, grades) for ids, grades in judged),
        ndcg_at_10=fmean(ndcg(ids, grades, 10) for ids, grades in judged),
    )


def precision(ids: Sequence[str], grades: Grades, depth: int) -> float:
    """Share of relevant ones among the first `depth` places, places left empty counting as wrong."""
    return sum(grades.get(each, 0) > 0 for each in ids[:depth]) / depth


def average_precision(ids: Sequence[str], grades: Grades) -> float:
    """Mean of the precision at each relevant one; 0 for those that were not found."""
    wanted = sum(grade > 0 for grade in grades.values())
    places = _places(ids, grades)
    return sum(count / place for count, place in enumerate(places, 1)) / wanted if wanted else 0.0


def reciprocal_rank(ids: Sequence[str], grades: Grades) -> float:
    """1 divided by the place of the first relevant one, 0 without any."""
    return 1 / next(iter(_places(ids, grades)), float("inf"))


def ndcg(ids: Sequence[str], grades: Grades, depth: int) -> float:
    """Discounted gain of the first `depth`, as a share of the best possible; gains are the grades themselves."""
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(each, 0) for each in ids[:depth]]) / best if best else 0.0


def _places(ids: Sequence[str], grades: Grades) -> list[int]:
    return [place for place, each in enumerate(ids, 1) if grades.get(each, 0) > 0]


def _gain(grades: Sequence[float]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, 1))
