"""How long a recommendation takes with 100, 1,000 and 10,000 programs: verdicts, list, near misses and question.

Run with `python -m benchmarks.recommendations [applicants]`. The larger catalogues are variations of the real one with
other areas, limits and purposes, so that requirements are shared about as much as they are in life.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from benchmarks.companies import applicants
from desk.catalogue import Catalogue, load_catalogue
from desk.domain.criteria import AllOf, AnyOf, Compare, Criterion, Located, Not
from desk.domain.facts import FACTS, PURPOSES
from desk.domain.index import Index
from desk.domain.intake import read_facts
from desk.domain.programs import Condition, Program
from desk.domain.situation import Facts
from desk.services.recommendations import recommend

TODAY = date(2026, 11, 22)
SIZES = (100, 1_000, 10_000)
PLACES = [
    "板橋区",
    "新宿区",
    "大田区",
    "八王子市",
    "多摩",
    "特別区",
    "東京都",
    "川口市",
    "横浜市",
    "埼玉県",
    "神奈川県",
]


def fleet(catalogue: Catalogue, size: int, seed: int = 3) -> Catalogue:
    """A catalogue of `size` programs made of variations of the real ones."""
    random = Random(seed)
    published = [program for program in catalogue.programs if program.published]
    programs = tuple(_variation(random.choice(published), number, catalogue, random) for number in range(size))
    return Catalogue(Index(programs), f"made of {size}", catalogue.questions, catalogue.areas)


def _variation(program: Program, number: int, catalogue: Catalogue, random: Random) -> Program:
    conditions = tuple(_vary_condition(each, catalogue, random) for each in program.conditions)
    purposes = frozenset(random.sample([*PURPOSES], len(program.purposes)))
    area = random.choice([None, _area(catalogue, random)])
    return replace(program, id=f"p{number}", area=area, purposes=purposes, conditions=conditions)


def _area(catalogue: Catalogue, random: Random) -> str:
    """One of the areas nearby, or any municipality of the country: there are more of them than of anything else."""
    anywhere = catalogue.areas.named(random.choice(catalogue.areas.municipalities).full_name)
    return random.choice([*PLACES, *[anywhere] * len(PLACES)])


def _vary_condition(condition: Condition, catalogue: Catalogue, random: Random) -> Condition:
    if condition.criterion is None:
        return condition
    return replace(condition, criterion=_vary(condition.criterion, catalogue, random))


def _vary(criterion: Criterion, catalogue: Catalogue, random: Random) -> Criterion:
    match criterion:
        case AllOf() | AnyOf():
            return type(criterion)(tuple(_vary(part, catalogue, random) for part in criterion.parts))
        case Not():
            return Not(_vary(criterion.part, catalogue, random))
        case Located():
            name = _area(catalogue, random)
            return replace(criterion, names=(name,), places=catalogue.areas.within(name))
        case Compare() if FACTS[criterion.fact].numeric and isinstance(criterion.value, int | float):
            return replace(criterion, value=round(criterion.value * random.choice([0.5, 1, 1, 2]), 1))
    return criterion


def askers(catalogue: Catalogue, count: int) -> Iterator[Facts]:
    """Applicants at some point of their interview: nothing, a part, or all is known."""
    random = Random(5)
    for answers in applicants(count):
        share = random.choice([0.0, 0.3, 0.6, 1.0])
        told = {name: value for name, value in answers.items() if random.random() < share}
        yield read_facts(told, catalogue.areas, TODAY)


def milliseconds(catalogue: Catalogue, facts: Facts) -> float:
    """The time of one recommendation."""
    start = time.perf_counter()
    recommend(catalogue, facts, TODAY)
    return (time.perf_counter() - start) * 1000


def measure(catalogue: Catalogue, count: int) -> tuple[float, list[float]]:
    """Milliseconds of the first recommendation, which arranges the catalogue, and of `count` further ones, sorted."""
    people = list(askers(catalogue, count))
    first = milliseconds(catalogue, people[0])
    return first, sorted(milliseconds(catalogue, facts) for facts in people)


def main(count: int) -> None:
    """Prints a table."""
    real = load_catalogue()
    print(f"{'programs':>9}{'requirements':>14}{'first ms':>10}{'p50 ms':>8}{'p95 ms':>8}{'max ms':>8}")
    for catalogue in (real, *(fleet(real, size) for size in SIZES)):
        first, times = measure(catalogue, count)
        p95 = times[int(len(times) * 0.95) - 1]
        print(
            f"{len(catalogue.programs):>9}{len(catalogue.index.rules):>14}{first:>10.0f}"
            f"{statistics.median(times):>8.1f}{p95:>8.1f}{times[-1]:>8.1f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
