"""The languages of a conversation: which one was chosen, and the words of each from `seeds/words/`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import yaml

from desk.catalogue.questions import load_questions
from desk.db.tables import Conversation
from desk.domain.languages import Language
from desk.domain.words import JAPANESE, Words, examples_sentence
from desk.settings import ROOT

FOLDER = ROOT / "seeds" / "words"
#: the part of a file that words the questions of the interview; the others map a Japanese text to its translation
QUESTIONS = "questions"


def words_of(conversation: Conversation) -> Words:
    """The words of the language that a person has chosen; ordinary Japanese until they choose."""
    return words_in(conversation.language)


@lru_cache
def words_in(language: str | None) -> Words:
    """The words of a language by its short name: ja, easy, en."""
    if language is None or language == Language.JA:
        return JAPANESE
    places = read_words(Language(language)).get("places", {})
    return Words(Language(language), dict(_entries(Language(language))), places)


def read_words(language: Language) -> Mapping[str, Mapping[str, Any]]:
    """The file of a language, section by section."""
    content: Mapping[str, Mapping[str, Any]] = yaml.safe_load((FOLDER / f"{language}.yaml").read_text("utf-8"))
    return content


def _entries(language: Language) -> Iterator[tuple[str, str]]:
    """Every Japanese text with its translation; of a question also the sentence that its examples make."""
    file = read_words(language)
    for name, section in file.items():
        if name != QUESTIONS:
            yield from section.items()
    for question in load_questions().values():
        worded = file[QUESTIONS][question.fact]
        yield question.text, worded["text"]
        yield question.why, worded["why"]
        yield examples_sentence(question.examples), examples_sentence(worded["examples"], language)
