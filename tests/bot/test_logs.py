"""Log lines have the form that is wanted and hold no word of a person."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Iterator

import pytest

from bot.logs import (
    FORM,
    KNOWN_WARNINGS,
    PRIVATE,
    JsonLines,
    ReadableLines,
    UnknownWarnings,
    configure,
    event_name_only,
    keep_private,
    redact,
)

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
    assert line.keys() == {"event", "level", "logger", "timestamp"}


def test_a_readable_line_looks_like_the_desks() -> None:
    line = ReadableLines().format(record("case %s", "opened"))
    assert re.fullmatch(r"[0-9-]{10}T[0-9:.]+ \[error    ] case opened +\[rasa\.core]", line.rstrip())


@pytest.mark.parametrize(
    ("form", "formatter"), [("json", JsonLines), ("console", ReadableLines), (None, ReadableLines)]
)
def test_the_form_is_the_one_of_the_desk(
    monkeypatch: pytest.MonkeyPatch, form: str | None, formatter: type[logging.Formatter]
) -> None:
    monkeypatch.delenv(FORM, raising=False)
    if form:
        monkeypatch.setenv(FORM, form)
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    try:
        configure()
        assert isinstance(root.handlers[0].formatter, formatter)
    finally:
        root.handlers[:] = before
        root.setLevel(level)


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
        failed = record("failed", exc_info=sys.exc_info())
    line, readable = JsonLines().format(failed), ReadableLines().format(failed)
    assert json.loads(line)["error"] == "ValueError"
    assert "error=ValueError" in readable
    for each in (line, readable):
        assert "test_an_exception_is_its_name_and_its_frames" in each
        assert "山田" not in each


def test_of_a_structured_event_only_the_name_is_kept() -> None:
    assert (
        event_name_only(None, "error", {"event": "rest.message.received.failure", "text": TEXT})
        == "rest.message.received.failure"
    )


def test_only_named_warnings_are_silent() -> None:
    silent = UnknownWarnings()
    assert not any(silent.filter(record(f"x.py:1: {known}")) for known in KNOWN_WARNINGS)
    assert silent.filter(record("x.py:1: DeprecationWarning: something new"))
