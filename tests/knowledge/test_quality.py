"""How well the entries of the desk are found by tired people. The even questions were never used for a setting."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from desk.retrieval.measuring import Quality, measure
from desk.services.knowledge import Answer, answer_question, load_knowledge
from desk.settings import ROOT

QUERIES = yaml.safe_load((ROOT / "tests" / "knowledge" / "queries.yml").read_text(encoding="utf-8"))
ANSWERABLE: list[dict[str, Any]] = QUERIES["answerable"]
UNANSWERABLE: list[str] = QUERIES["unanswerable"]
HELD_OUT = ANSWERABLE[::2]
ENTRIES, INDEX = load_knowledge()


def quality(rankings: Sequence[Sequence[int]]) -> Quality:
    """Measures of rankings of the held-out questions."""
    ids = [[ENTRIES[number].id for number in ranking] for ranking in rankings]
    return measure(ids, [dict.fromkeys(each["entries"], 1.0) for each in HELD_OUT])


def right(each: dict[str, Any], answer: Answer) -> bool:
    """Whether what was answered is what answers the question."""
    return answer.entry is not None and answer.entry.id in each["entries"]


def test_there_are_enough_questions_and_each_names_entries_that_exist() -> None:
    assert len(ANSWERABLE) >= 200
    assert len(UNANSWERABLE) >= 60
    assert {entry for each in ANSWERABLE for entry in each["entries"]} <= {entry.id for entry in ENTRIES}


@pytest.mark.parametrize("question", [*(each["query"] for each in ANSWERABLE), *UNANSWERABLE])
def test_no_question_is_worded_in_an_entry(question: str) -> None:
    assert question not in {wording for entry in ENTRIES for wording in entry.questions}


def test_all_views_together_find_more_than_words_alone() -> None:
    fused = quality([INDEX.ranking(each["query"]) for each in HELD_OUT])
    words = quality([INDEX.ranking_by_words(each["query"]) for each in HELD_OUT])

    assert fused.p_at_1 >= 0.68
    assert fused.p_at_1 >= words.p_at_1 + 0.05
    assert fused.mean_reciprocal_rank >= 0.77


def test_what_is_answered_outright_is_right_nearly_nine_times_in_ten() -> None:
    answers = [(each, answer_question(each["query"])) for each in HELD_OUT]
    told = [right(each, answer) for each, answer in answers if answer.entry]

    assert len(told) >= 0.5 * len(HELD_OUT)
    assert sum(told) >= 0.87 * len(told)


def test_the_right_entry_is_told_or_offered_two_times_in_three() -> None:
    answers = [(set(each["entries"]), answer_question(each["query"])) for each in HELD_OUT]
    reached = [
        bool(wanted & {entry.id for entry in (answer.entry, *answer.perhaps) if entry}) for wanted, answer in answers
    ]

    assert sum(reached) >= 0.66 * len(reached)


def test_what_no_entry_answers_is_hardly_ever_answered() -> None:
    answers = [answer_question(question) for question in UNANSWERABLE]

    assert sum(answer.entry is not None for answer in answers) <= 0.1 * len(answers)
    assert sum(bool(answer.perhaps) for answer in answers) <= 0.25 * len(answers)
