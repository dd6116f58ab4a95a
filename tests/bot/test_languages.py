"""A reply gets its other languages from easy.yml and en.yml: texts and titles there, payloads from domain.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.languages import UnmatchedWording, add_languages


def japanese() -> dict[str, list[dict[str, Any]]]:
    return {
        "utter_greet": [{"text": "こんにちは", "buttons": [{"title": "できること", "payload": "/help"}]}],
        "utter_bye": [{"text": "では"}],
    }


def topic(folder: Path, **files: str) -> Path:
    for language, content in files.items():
        (folder / f"{language}.yml").write_text(content, encoding="utf-8")
    return folder


def test_a_variation_holds_under_the_condition_of_its_language(tmp_path: Path) -> None:
    responses = japanese()

    add_languages(responses, [topic(tmp_path, en="utter_greet:\n  text: Hello\n  buttons: [Help]\n")])

    assert responses["utter_greet"][1] == {
        "text": "Hello",
        "condition": [{"type": "slot", "name": "language", "value": "en"}],
        "buttons": [{"title": "Help", "payload": "/help"}],
    }


def test_a_reply_without_buttons_gets_none(tmp_path: Path) -> None:
    responses = japanese()

    add_languages(responses, [topic(tmp_path, easy="utter_bye:\n  text: また きてください\n")])

    assert "buttons" not in responses["utter_bye"][1]


def test_a_topic_without_other_languages_stays_as_it_is(tmp_path: Path) -> None:
    responses = japanese()

    add_languages(responses, [tmp_path])

    assert responses == japanese()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("utter_hello:\n  text: Hello\n", "utter_hello"),
        ("utter_greet:\n  text: Hello\n", "1 buttons in Japanese and 0"),
        ("utter_bye:\n  text: Bye\n  buttons: [Help]\n", "0 buttons in Japanese and 1"),
    ],
)
def test_what_does_not_fit_the_japanese_is_refused_by_name(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(UnmatchedWording) as refused:
        add_languages(japanese(), [topic(tmp_path, en=content)])

    assert said in str(refused.value)
