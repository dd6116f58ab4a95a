"""Every wording exists in ordinary and in plain Japanese and in English, and follows the rules of its language."""

import ast
import re
import string
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from desk.catalogue.questions import load_questions
from desk.domain.alerts import OLD
from desk.domain.facts import FACTS
from desk.domain.languages import NAMES, STAY, Language
from desk.domain.notices import LANGUAGES
from desk.domain.plain import hurdles, title_hurdles
from desk.services.context import Desk
from desk.services.desk_info import describe_desk
from desk.services.languages import read_words, words_in
from desk.settings import ROOT
from tests.structure.source import docstrings_of, domain, python_files, read_yaml, tree_of

OTHERS = (Language.EASY, Language.EN)
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
RESPONSES: Mapping[str, list[dict[str, Any]]] = domain()["responses"]
WORDINGS: Mapping[Language, Mapping[str, dict[str, Any]]] = {
    language: {
        key: wording
        for path in sorted((ROOT / "data").glob(f"*/{language}.yml"))
        for key, wording in (read_yaml(path) or {}).items()
    }
    for language in OTHERS
}
#: values that only the Japanese wording names, since they are written in Japanese
JAPANESE_VALUES = {"hours", "call"}
LONGEST_TITLE = 20
#: many people read English as their second language, too
LONGEST = {Language.EASY: 260, Language.EN: 400}
#: what is the same in every language
PROPER = {*NAMES.values(), STAY, LANGUAGES}
#: modules of the domain in which every Japanese text is said by the desk itself, without Rasa
SPEAKING = ("alerts", "follow_up", "notices", "preference", "reminders", "survey")
#: sections of seeds/words that hold sentences, with values to be filled in
SENTENCES = ("notices", "alerts", "aftercare", "survey")


def said_in_code() -> Iterator[str]:
    """Titles and short words in the code of actions, sentences of the desk itself, and the buttons of alerts."""
    domain = (ROOT / "desk" / "domain" / f"{name}.py" for name in SPEAKING)
    for path in (*python_files("actions"), *domain, ROOT / "desk" / "services" / "alerts.py"):
        tree = tree_of(path)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node not in docstrings_of(tree):
                yield from _words(node.value)


def facts_read_back() -> Iterator[str]:
    """Labels and values of facts."""
    for spec in FACTS.values():
        yield spec.label
        yield from spec.values.values()
        yield from ((spec.yes_answer, spec.no_answer) if spec.yes else ())


def _words(value: object) -> Iterator[str]:
    """Japanese text that is no pattern; a label without its colon."""
    if isinstance(value, str) and "\\s" not in value and re.search(r"[\u3041-\u30fa\u3400-\u9fff]", value):
        yield value.removesuffix("：")


SPOKEN = sorted(
    {*said_in_code(), OLD, *facts_read_back()}
    | {choice.title for each in load_questions().values() for choice in each.choices}
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHERS)
def test_every_reply_is_worded_and_no_other(language: Language) -> None:
    assert WORDINGS[language].keys() == RESPONSES.keys()


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", sorted(RESPONSES))
def test_a_wording_has_the_values_and_the_buttons_of_the_japanese_one(key: str, language: Language) -> None:
    japanese, wording = RESPONSES[key][0], WORDINGS[language][key]

    assert placeholders(japanese["text"]) - placeholders(wording["text"]) <= JAPANESE_VALUES
    assert placeholders(wording["text"]) <= placeholders(japanese["text"])
    assert len(wording.get("buttons", ())) == len(japanese.get("buttons", ()))
    assert len(set(wording.get("buttons", ()))) == len(wording.get("buttons", ()))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("key", sorted(RESPONSES))
def test_a_wording_is_short(key: str, language: Language) -> None:
    wording = WORDINGS[language][key]

    assert len(wording["text"]) <= LONGEST[language]
    assert [title for title in wording.get("buttons", ()) if len(title) > LONGEST_TITLE + 5] == []


@pytest.mark.parametrize("key", sorted(WORDINGS[Language.EASY]))
def test_easy_japanese_is_easy(key: str) -> None:
    wording = WORDINGS[Language.EASY][key]

    assert hurdles(wording["text"]) == []
    assert [hurdle for title in wording.get("buttons", ()) for hurdle in title_hurdles(title)] == []


@pytest.mark.parametrize("key", sorted(WORDINGS[Language.EN]))
def test_english_is_english(key: str) -> None:
    """Names of programs, in quotation marks, stay as they are written."""
    wording = WORDINGS[Language.EN][key]

    assert not JAPANESE.search(re.sub(r'"[^"]*"', "", wording["text"]))
    assert not [title for title in wording.get("buttons", ()) if JAPANESE.search(title)]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("text", SPOKEN)
def test_what_code_and_questions_say_is_translated(text: str, language: Language) -> None:
    said = words_in(language).of(text)

    assert text in PROPER or text in words_in(language).table or not JAPANESE.search(text)
    assert placeholders(said) == placeholders(text)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("fact", sorted(load_questions()))
def test_a_question_is_worded_with_its_reason_and_its_examples(fact: str, language: Language) -> None:
    worded, asked = read_words(language)["questions"][fact], load_questions()[fact]

    assert worded.keys() == {"text", "why", "examples"}
    assert len(worded["examples"]) >= min(2, len(asked.examples))


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_of_what_nobody_says(language: Language) -> None:
    """A Japanese text that was reworded needs its translation anew."""
    sections = {
        name: section for name, section in read_words(language).items() if name in ("titles", "facts", *SENTENCES)
    }

    assert [text for section in sections.values() for text in section if text not in SPOKEN] == []


def test_the_words_of_easy_japanese_are_easy() -> None:
    file = read_words(Language.EASY)
    worded = [text for each in file["questions"].values() for text in (each["text"], each["why"])]
    titles = [text for name in ("titles", "facts", "specialities", "desk") for text in file[name].values()]

    told = [text for name in SENTENCES for text in file[name].values() if text.endswith("。")]

    assert [hurdle for text in (*worded, *told) for hurdle in hurdles(text)] == []
    assert [hurdle for text in titles for hurdle in title_hurdles(text)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_told_of_the_desk_is_translated(desk: Desk, language: Language) -> None:
    told = describe_desk(desk).told

    assert [label for label in told if label not in words_in(language).table] == []


@pytest.mark.parametrize("language", OTHERS)
def test_titles_fit_on_a_button(language: Language) -> None:
    assert [title for title in read_words(language)["titles"].values() if len(title) > LONGEST_TITLE] == []
