"""Adds a reply's other languages to it: data/<topic>/easy.yml and en.yml hold texts and titles of buttons, never payloads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rasa.shared.exceptions import RasaException
from rasa.shared.utils.io import read_yaml_file

#: the slot that the desk sends with every message; without it a reply is in ordinary Japanese
SLOT = "language"
#: やさしい日本語 and English, each in a file of this name beside the topic's domain.yml
OTHERS = ("easy", "en")

Wording = dict[str, Any]


class UnmatchedWording(RasaException):
    """A wording in another language that does not fit the Japanese one."""


def add_languages(responses: dict[str, list[Wording]], topics: Iterable[Path]) -> None:
    """Give every reply that is worded in another language a variation of it, under the condition of the slot."""
    for topic in topics:
        for language in OTHERS:
            for key, wording in _read(topic / f"{language}.yml").items():
                if key not in responses:
                    raise UnmatchedWording(f"{topic.name}/{language}.yml words '{key}', which no domain.yml defines.")
                responses[key].append(_variation(responses[key][0], wording, language, key))


def _variation(japanese: Wording, wording: Wording, language: str, key: str) -> Wording:
    titles, buttons = wording.get("buttons", []), japanese.get("buttons", [])
    if len(titles) != len(buttons):
        raise UnmatchedWording(f"'{key}' has {len(buttons)} buttons in Japanese and {len(titles)} in '{language}'.")
    made = [{"title": title, "payload": button["payload"]} for title, button in zip(titles, buttons, strict=True)]
    spoken = {"text": wording["text"], "condition": [{"type": "slot", "name": SLOT, "value": language}]}
    return spoken | ({"buttons": made} if made else {})


def _read(path: Path) -> dict[str, Wording]:
    return (read_yaml_file(path) or {}) if path.exists() else {}
