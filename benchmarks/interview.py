"""How many questions the interview needs, beside a form, a fixed order and a random order.

Run with `python -m benchmarks.interview [applicants]`. A form asks all that can apply to the applicant, in the order of
the fact vocabulary. The fixed and the random order are the same kind of form, but stopped by the engine as soon as the
verdicts are settled: they show what choosing the next question is worth by itself.
"""

import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from random import Random
from typing import Any

from benchmarks.companies import applicants
from desk.catalogue import Catalogue, load_catalogue
from desk.domain.facts import FACTS
from desk.domain.intake import read_fact
from desk.domain.interview import deciding_facts, next_fact
from desk.domain.situation import Facts
from desk.domain.standing import stand

TODAY = date(2026, 11, 22)
Choose = Callable[[Facts], str | None]


def useful(catalogue: Catalogue, facts: Facts) -> str | None:
    """What the interview asks now; None when nothing an answer could change is left."""
    standing = stand(catalogue.index, facts)
    return next_fact(standing, standing.candidates, catalogue.efforts)


def settled(catalogue: Catalogue, facts: Facts) -> bool:
    """Whether no further answer changes a verdict."""
    standing = stand(catalogue.index, facts)
    return facts.closed("purposes") and not deciding_facts(standing, standing.candidates & standing.reachable)


def asked(catalogue: Catalogue, answers: dict[str, Any], choose: Choose) -> Iterator[Facts]:
    """The facts before the first and after each question."""
    facts = Facts({}, TODAY)
    yield facts
    while (fact := choose(facts)) is not None:
        facts = tell(catalogue, facts, answers, fact)
        yield facts


def tell(catalogue: Catalogue, facts: Facts, answers: dict[str, Any], fact: str) -> Facts:
    """The facts after the answer to one question."""
    if fact not in answers:
        return facts.forget(fact)
    return facts.learn(fact, read_fact(fact, answers[fact], catalogue.areas, TODAY))


def in_order(order: Sequence[str]) -> Choose:
    """Asks in the order given what can apply and is not known."""
    return lambda facts: next((fact for fact in order if not facts.closed(fact)), None)


def until_settled(catalogue: Catalogue, answers: dict[str, Any], choose: Choose) -> int:
    """How many questions until the verdicts are settled."""
    states = enumerate(asked(catalogue, answers, choose))
    return next(count for count, facts in states if settled(catalogue, facts))


def measure(catalogue: Catalogue, count: int) -> dict[str, list[int]]:
    """Questions for each applicant, by the way of asking."""
    random, form = Random(1), [fact for fact in FACTS if fact in catalogue.questions]
    found: dict[str, list[int]] = {}
    for answers in applicants(count):
        shuffled = random.sample(form, len(form))
        row = {
            "interview, verdicts settled": until_settled(catalogue, answers, lambda facts: useful(catalogue, facts)),
            "interview, nothing left": len(list(asked(catalogue, answers, lambda facts: useful(catalogue, facts)))) - 1,
            "form": len(list(asked(catalogue, answers, in_order(form)))) - 1,
            "fixed order, verdicts settled": until_settled(catalogue, answers, in_order(form)),
            "random order, verdicts settled": until_settled(catalogue, answers, in_order(shuffled)),
        }
        for name, questions in row.items():
            found.setdefault(name, []).append(questions)
    return found


def main(count: int) -> None:
    """Prints a table."""
    catalogue = load_catalogue()
    found = measure(catalogue, count)
    print(f"{len(catalogue.programs)} programs, {count} applicants, {len(catalogue.questions)} questions in all")
    print(f"{'way of asking':<32}{'mean':>7}{'median':>8}{'most':>6}{'of form':>9}")
    form = statistics.mean(found["form"])
    for name, counts in found.items():
        mean = statistics.mean(counts)
        print(f"{name:<32}{mean:>7.1f}{statistics.median(counts):>8g}{max(counts):>6}{mean / form:>9.0%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
