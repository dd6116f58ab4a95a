"""Loads how each fact is asked from `seeds/questions.yaml`."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from desk.catalogue.problems import InvalidCatalogue, Problem
from desk.catalogue.yaml_source import line_of, read_yaml
from desk.domain.facts import FACTS, Kind
from desk.domain.interview import Choice, Question
from desk.settings import ROOT

QUESTIONS_FILE = ROOT / "seeds" / "questions.yaml"
_MEND = "Compare with its neighbours in the file and with the fact vocabulary."


class _ChoiceRecord(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=20)]
    value: bool | str


class _QuestionRecord(BaseModel):
    model_config = ConfigDict(extra="forbid")

    fact: str
    text: Annotated[str, Field(min_length=1, max_length=80)]
    why: Annotated[str, Field(min_length=1, max_length=100)]
    examples: list[str]
    choices: list[_ChoiceRecord]
    effort: Annotated[float, Field(gt=0)]

    @field_validator("fact")
    @classmethod
    def be_in_the_vocabulary(cls, fact: str) -> str:
        """Only facts of the vocabulary are asked."""
        if fact not in FACTS:
            raise ValueError(f"there is no fact {fact!r}")
        return fact


def load_questions(path: Path = QUESTIONS_FILE) -> Mapping[str, Question]:
    """Fact → its question. Raises `InvalidCatalogue` with file and line."""
    try:
        records = TypeAdapter(list[_QuestionRecord]).validate_python(read_yaml(path))
    except ValidationError as error:
        raise InvalidCatalogue(_problems(path, error)) from error
    problems = [problem for at, record in enumerate(records) for problem in _wrong_choices(path, at, record)]
    if problems:
        raise InvalidCatalogue(problems)
    return MappingProxyType({record.fact: _question(record) for record in records})


def _question(record: _QuestionRecord) -> Question:
    choices = tuple(Choice(each.title, each.value) for each in record.choices)
    return Question(record.fact, record.text, record.why, tuple(record.examples), choices, record.effort)


def _wrong_choices(path: Path, at: int, record: _QuestionRecord) -> list[Problem]:
    """A choice must be a value that the fact can take."""
    spec = FACTS[record.fact]
    allowed = {True, False} if spec.kind is Kind.FLAG else set(spec.values)
    wrong = [each.value for each in record.choices if each.value not in allowed]
    line = line_of(path, (at, "choices"))
    return [Problem(path.name, line, record.fact, f"{value!r} is no value of it.", _MEND) for value in wrong]


def _problems(path: Path, error: ValidationError) -> list[Problem]:
    return [
        Problem(path.name, line_of(path, detail["loc"]), ".".join(map(str, detail["loc"])), f"{detail['msg']}.", _MEND)
        for detail in error.errors()
    ]
