"""Whole interviews with made-up applicants over the real catalogue: complete, nothing useless, nothing twice."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from benchmarks.companies import applicants
from desk.catalogue.loader import PROGRAMS, read_programs
from desk.catalogue.questions import load_questions
from desk.domain.amount import estimate
from desk.domain.index import Index
from desk.domain.intake import read_fact
from desk.domain.interview import next_fact
from desk.domain.ranking import ranked
from desk.domain.situation import Facts
from desk.domain.standing import Standing, stand
from tests.domain.builders import AREAS, TODAY, facts

INDEX = Index(read_programs(PROGRAMS).programs)
EFFORTS = {fact: question.effort for fact, question in load_questions().items()}
APPLICANTS = list(applicants(40, seed=11))


def interview(answers: dict[str, Any], skips: Random | None = None) -> Iterator[tuple[str, Facts]]:
    """(question, facts after the answer); with `skips` one answer in five is "I don't know"."""
    known = facts()
    while (fact := next_fact(standing := stand(INDEX, known), standing.candidates, EFFORTS)) is not None:
        skipped = fact not in answers or (skips is not None and skips.random() < 0.2)
        known = known.forget(fact) if skipped else known.learn(fact, read_fact(fact, answers[fact], AREAS, TODAY))
        yield fact, known


def picture(standing: Standing) -> tuple[Any, ...]:
    """All that a person gets to see of the catalogue: requirements, verdicts, the list, the estimates."""
    best = ranked(standing, AREAS, standing.candidates, len(INDEX.programs), "板橋区")
    reach = standing.candidates & standing.reachable
    held = [truth.holds for rule, truth in standing.truths if rule.programs & reach]
    return standing.eligible & reach, standing.undecided & reach, held, best, [_pays(standing, at) for at in best]


def _pays(standing: Standing, at: int) -> int | None:
    return estimate(INDEX.programs[at], standing.facts).pays


@pytest.mark.parametrize("answers", APPLICANTS)
def test_the_end_is_the_same_as_after_asking_everything(answers: dict[str, Any]) -> None:
    *_, (_, known) = interview(answers)
    after, everything = stand(INDEX, known), stand(INDEX, facts(**answers))
    reach = everything.reachable
    assert after.reachable == reach
    assert after.candidates & reach == everything.candidates & reach
    assert after.eligible & after.candidates == everything.eligible & everything.candidates


@pytest.mark.parametrize("answers", APPLICANTS)
def test_no_question_is_asked_twice_and_none_that_cannot_apply(answers: dict[str, Any]) -> None:
    questions = [fact for fact, _ in interview(answers, Random(5))]
    assert len(questions) == len(set(questions))
    before = facts()
    for fact, known in interview(answers, Random(5)):
        assert not before.closed(fact)
        before = known


VALUES: dict[str, list[Any]] = {
    "area": [
        "板橋区",
        "八王子市",
        "荒川区",
        "江戸川区",
        "つくば市",
        "川崎市",
        "福岡市",
        "墨田区",
        "港区",
        "文京区",
        "新宿区",
    ],
    "site_areas": [
        [],
        *([each] for each in ("板橋区", "港区", "墨田区", "江東区", "品川区", "八王子市", "横浜市", "大田区")),
    ],
    "employees": [0, 1, 3, 6, 15, 21, 60, 110, 250, 301, 950, 1500, 2500],
    "capital_yen": [0, 10**6, 6 * 10**7, 10**8 + 1, 2 * 10**8, 5 * 10**8, 2 * 10**9],
    "age_years": [0, 0.6, 1, 1.5, 2, 3, 4, 6, 8, 12, 20],
    "years_in_area": [0, 0.6, 1, 1.5, 2, 3, 4, 6, 12],
    "budget_yen": [10**5, 10**6, 10**7, 2 * 10**8, 2 * 10**9],
    "tech_theme": ["医療機器", "精密加工", "AI", "バイオ", "環境", "ディープテック", "ヘルスケア", "ライフサイエンス"],
    "purposes": [["prototype"], ["finance"]],
}


@pytest.mark.parametrize("answers", APPLICANTS[:20])
def test_every_question_can_change_what_the_person_sees(answers: dict[str, Any]) -> None:
    before = facts()
    for fact, known in interview(answers):
        pictures = {repr(picture(stand(INDEX, before.learn(fact, value)))) for value in _values(fact)}
        pictures.add(repr(picture(stand(INDEX, before))))
        assert len(pictures) > 1, f"{fact} after {sorted(before.values)} changes nothing"
        before = known


def _values(fact: str) -> list[Any]:
    choices = [choice.value for choice in load_questions()[fact].choices]
    return [read_fact(fact, value, AREAS, TODAY) for value in VALUES.get(fact, choices)]


def test_interviews_are_short() -> None:
    lengths = [len(list(interview(answers))) for answers in APPLICANTS]
    assert sum(lengths) / len(lengths) <= 11
    assert max(lengths) <= 15
