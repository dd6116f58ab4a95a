"""Checked sentences in the two forms that the language understanding reads: Rasa's training data and the test cases."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desk.domain.utterances import Utterance

#: the only entities that the model learns; rules know the others
LEARNT = frozenset({"tech_theme", "organization", "company_name", "person_name"})
#: what a person may add by hand, because only reading tells it
ADDED = ("tech_theme", "organization", "company_name", "person_name")
#: values that depend on the day on which they were said
_OF_THE_DAY = frozenset({"date", "founded_year"})
_DATED = re.compile(r"\d{4}|[一二三四五六七八九〇]{4}|令和|平成|昭和")
_MARKUP = str.maketrans("()[]{}\\|", "（）［］｛｝＼｜")


@dataclass(frozen=True)
class Example:
    """A sentence and what it wants."""

    intent: str
    utterance: Utterance


def training_yaml(examples: Iterable[Example]) -> str:
    """Rasa's YAML, by intent; only what rules cannot know is annotated."""
    by_intent: dict[str, list[str]] = {}
    for example in examples:
        by_intent.setdefault(example.intent, []).append(annotated(example.utterance))
    return "".join(['version: "3.1"\n', "nlu:\n" if by_intent else "nlu: []\n", *_blocks(by_intent)])


def evaluation_yaml(examples: Iterable[Example]) -> str:
    """The list that `tests/nlu/evaluation` holds."""
    return "".join(_case(example) for example in examples) or "[]\n"


def annotated(utterance: Utterance) -> str:
    """One line with `[words](entity)`; brackets of the person become wide ones, which Rasa leaves alone."""
    text, at = "", 0
    for span in sorted(utterance.spans, key=lambda span: (span.start, -span.end)):
        if span.entity in LEARNT and at <= span.start < span.end:
            words = _plain(utterance.text[span.start : span.end])
            text += f"{_plain(utterance.text[at : span.start])}[{words}]({span.entity})"
            at = span.end
    return " ".join((text + _plain(utterance.text[at:])).split())


def without_markup(line: str) -> str:
    """The sentence of an annotated line."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", line)


def of_the_day(utterance: Utterance) -> bool:
    """Whether a value would be another one on another day, such as that of 来週: no test case can hold it."""
    return any(
        span.entity in _OF_THE_DAY and not _DATED.search(utterance.text[span.start : span.end])
        for span in utterance.spans
    )


def _blocks(by_intent: dict[str, list[str]]) -> Iterator[str]:
    for intent, lines in sorted(by_intent.items()):
        yield f"  - intent: {intent}\n    examples: |\n"
        yield from (f"      - {line}\n" for line in lines)


def _case(example: Example) -> str:
    spans = [f"{{entity: {span.entity}, value: {_quoted(span.value)}}}" for span in example.utterance.spans]
    text = _quoted(" ".join(_visible(example.utterance.text).split()))
    return f"- text: {text}\n  intent: {example.intent}\n  entities: [{', '.join(spans)}]\n"


def _plain(text: str) -> str:
    return _visible(text).translate(_MARKUP)


def _visible(text: str) -> str:
    """White space as spaces; control characters, which no file should hold, are gone."""
    spaced = "".join(" " if character.isspace() else character for character in text)
    return "".join(character for character in spaced if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))


def _quoted(value: object) -> str:
    """A value as JSON, which YAML reads, too."""
    return json.dumps(value, ensure_ascii=False)
