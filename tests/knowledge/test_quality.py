"""How well the entries of the desk are found by tired people. What no setting was made with counts."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
import yaml

from desk.retrieval.measuring import Quality, measure
from desk.services.knowledge import Answer, answer_question, load_knowledge
from desk.settings import ROOT

FOLDER = ROOT / "tests" / "knowledge"
QUERIES = yaml.safe_load((FOLDER / "queries.yml").read_text(encoding="utf-8"))
ANSWERABLE: list[dict[str, Any]] = QUERIES["answerable"]
UNANSWERABLE: list[str] = QUERIES["unanswerable"]
UNSEEN: list[dict[str, Any]] = yaml.safe_load((FOLDER / "unseen.yml").read_text(encoding="utf-8"))
LIBRARY = load_knowledge()
ENTRIES, INDEX = LIBRARY.entries, LIBRARY.index


def quality(questions: Sequence[dict[str, Any]], rank: Callable[[str], Sequence[int]]) -> Quality:
    """Measures of a way of ranking."""
    ids = [[ENTRIES[number].id for number in rank(each["query"])] for each in questions]
    return measure(ids, [dict.fromkeys(each["entries"], 1.0) for each in questions])


def right(each: dict[str, Any], answer: Answer) -> bool:
    """Whether what was answered is what answers the question."""
    return answer.entry is not None and answer.entry.id in each["entries"]


def test_there_are_enough_questions_and_each_names_entries_that_exist() -> None:
    assert len(ANSWERABLE) >= 200
    assert len(UNANSWERABLE) >= 60
    assert len(UNSEEN) >= 100
    assert {entry for each in (*ANSWERABLE, *UNSEEN) for entry in each["entries"]} <= {entry.id for entry in ENTRIES}


@pytest.mark.parametrize("question", [*(each["query"] for each in (*ANSWERABLE, *UNSEEN)), *UNANSWERABLE])
def test_no_question_is_worded_in_an_entry(question: str) -> None:
    assert question not in {wording for entry in ENTRIES for wording in entry.questions}


@pytest.mark.parametrize(("questions", "least"), [(ANSWERABLE, 0.68), (UNSEEN, 0.8)], ids=["set with", "unseen"])
def test_all_views_together_find_more_than_words_alone(questions: list[dict[str, Any]], least: float) -> None:
    fused, words = quality(questions, INDEX.ranking), quality(questions, INDEX.ranking_by_words)

    assert fused.p_at_1 >= least
    assert fused.p_at_1 > words.p_at_1
    assert fused.mean_reciprocal_rank > words.mean_reciprocal_rank


def test_what_is_answered_outright_is_right_nearly_nine_times_in_ten() -> None:
    answers = [(each, answer_question(LIBRARY, each["query"])) for each in UNSEEN]
    told = [right(each, answer) for each, answer in answers if answer.entry]

    assert len(told) >= 0.5 * len(UNSEEN)
    assert sum(told) >= 0.87 * len(told)


def test_the_right_entry_is_told_or_offered_two_times_in_three() -> None:
    answers = [(set(each["entries"]), answer_question(LIBRARY, each["query"])) for each in UNSEEN]
    reached = [
        bool(wanted & {entry.id for entry in (answer.entry, *answer.perhaps) if entry}) for wanted, answer in answers
    ]

    assert sum(reached) >= 0.66 * len(reached)


def test_what_no_entry_answers_is_hardly_ever_answered() -> None:
    answers = [answer_question(LIBRARY, question) for question in UNANSWERABLE]

    assert sum(answer.entry is not None for answer in answers) <= 0.1 * len(answers)
    assert sum(bool(answer.perhaps) for answer in answers) <= 0.25 * len(answers)
