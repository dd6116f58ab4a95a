"""How facts are asked: every fact, with a reason, and choices that the fact can take."""

from pathlib import Path

import pytest

from desk.catalogue.problems import InvalidCatalogue, Problem
from desk.catalogue.questions import load_questions
from desk.domain.facts import FACTS, Kind
from desk.domain.intake import read_fact
from desk.domain.interview import Question
from tests.domain.builders import AREAS, TODAY

QUESTIONS = load_questions()
SOUND = """\
- fact: filed
  text: もう出願しましたか。
  why: 使える支援が変わります。
  examples: [まだ]
  choices: [{title: まだ, value: false}]
  effort: 1
"""


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidCatalogue) as invalid:
        load_questions(path)
    return invalid.value.problems


def test_every_fact_can_be_asked() -> None:
    assert QUESTIONS.keys() == FACTS.keys()


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.fact)
def test_a_question_is_a_polite_sentence_with_a_reason_and_examples(question: Question) -> None:
    assert question.text.endswith(("。", "か。"))
    assert question.why.endswith("。")
    assert question.examples


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.fact)
def test_choices_are_answers_that_the_fact_takes(question: Question) -> None:
    spec = FACTS[question.fact]
    assert bool(question.choices) is (spec.kind in (Kind.FLAG, Kind.CHOICE, Kind.CHOICES))
    for choice in question.choices:
        value = [choice.value] if spec.kind is Kind.CHOICES else choice.value
        read_fact(question.fact, value, AREAS, TODAY)


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda question: question.fact)
def test_all_values_of_a_fact_are_offered(question: Question) -> None:
    values = {choice.value for choice in question.choices}
    assert values == ({True, False} if FACTS[question.fact].kind is Kind.FLAG else FACTS[question.fact].values.keys())


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("fact: filed", "fact: shoe_size", 1),
        ("effort: 1", "effort: 0", 6),
        ("value: false", "value: sometimes", 5),
        ("  why: 使える支援が変わります。\n", "", 1),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, before: str, after: str, line: int) -> None:
    (problem,) = problems(tmp_path, SOUND.replace(before, after))
    assert (problem.file, problem.line) == ("questions.yaml", line)
    assert problem.mend
