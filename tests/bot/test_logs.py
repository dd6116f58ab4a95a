"""Log lines are JSON and hold no word of a person."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest

from bot.logs import KNOWN_WARNINGS, PRIVATE, JsonLines, UnknownWarnings, event_name_only, keep_private, redact

TEXT = "板橋の山田です\n電話して"


@pytest.fixture(autouse=True)
def private() -> Iterator[None]:
    token = PRIVATE.set(())
    yield
    PRIVATE.reset(token)


def record(message: str, *arguments: object, exc_info: object = None) -> logging.LogRecord:
    return logging.LogRecord("rasa.core", logging.ERROR, "x.py", 1, message, arguments, exc_info)  # type: ignore[arg-type]


def test_a_line_is_json() -> None:
    line = json.loads(JsonLines().format(record("case %s", "opened")))
    assert {"level": "error", "logger": "rasa.core", "event": "case opened"}.items() <= line.items()
    assert line["at"].endswith("+00:00")


def test_texts_of_the_turn_are_blotted_out_however_they_are_escaped() -> None:
    keep_private([TEXT, "x"])
    assert redact(f"could not parse {TEXT}!") == "could not parse [redacted]!"
    assert "山田" not in redact(f"message={TEXT!r}")
    assert "5c71" not in redact(json.dumps({"text": TEXT}))


def test_without_private_texts_a_line_stays() -> None:
    assert redact("Rasa server is up and running.") == "Rasa server is up and running."


def test_an_exception_is_its_name_and_its_frames() -> None:
    try:
        raise ValueError(f"bad value {TEXT}")
    except ValueError:
        line = JsonLines().format(record("failed", exc_info=sys.exc_info()))
    assert json.loads(line)["error"] == "ValueError"
    assert "test_an_exception_is_its_name_and_its_frames" in line
    assert "山田" not in line


def test_of_a_structured_event_only_the_name_is_kept() -> None:
    assert (
        event_name_only(None, "error", {"event": "rest.message.received.failure", "text": TEXT})
        == "rest.message.received.failure"
    )


def test_only_named_warnings_are_silent() -> None:
    silent = UnknownWarnings()
    assert not any(silent.filter(record(f"x.py:1: {known}")) for known in KNOWN_WARNINGS)
    assert silent.filter(record("x.py:1: DeprecationWarning: something new"))
