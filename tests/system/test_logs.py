"""Logs are events with identifiers; what a person wrote never reaches them, and times are Japan's."""

import json
import logging
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from desk.clock import JST, clock_of, system_clock
from desk.logs import PERSONAL, drop_personal
from desk.settings import ROOT

LOG_SOMETHING = """
import logging, structlog
from desk import logs
logs.configure({form!r}, "INFO")
log = structlog.get_logger("desk.services.openings")
log.info("case_opened", case="I-2026-000001", text="板橋めっき工業の佐々木です", phone="03-1234-5678")
log.debug("too_fine", case="I-2026-000002")
logging.getLogger("uvicorn.access").info("GET /chat")
logging.getLogger("somebody.else").warning("an old library speaks")
try:
    secret = "佐々木の番号"
    raise ValueError("went wrong")
except ValueError:
    log.exception("request_failed")
"""


def logged(form: str) -> str:
    """What a process that logs like this writes to its standard error."""
    code = LOG_SOMETHING.format(form=form)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize("form", ["json", "console"])
def test_words_of_a_person_are_withheld_and_their_length_is_told(form: str) -> None:
    text = logged(form)

    assert "佐々木" not in text
    assert "03-1234-5678" not in text
    assert "<13 characters withheld>" in text
    assert "I-2026-000001" in text


@pytest.mark.parametrize("form", ["json", "console"])
def test_a_traceback_shows_lines_of_code_and_no_values(form: str) -> None:
    text = logged(form)

    assert "went wrong" in text
    assert "佐々木の番号" not in text


def test_json_is_one_object_a_line_from_every_library() -> None:
    events = [json.loads(line) for line in logged("json").splitlines()]

    assert [event["event"] for event in events] == ["case_opened", "an old library speaks", "request_failed"]
    assert [event["level"] for event in events] == ["info", "warning", "error"]
    assert events[0]["logger"] == "desk.services.openings"
    assert datetime.fromisoformat(events[0]["timestamp"])


@pytest.mark.parametrize("key", sorted(PERSONAL))
def test_every_key_that_may_hold_words_is_withheld(key: str) -> None:
    event = drop_personal(logging.getLogger(), "info", {"event": "message_stored", key: "板橋"})

    assert event == {"event": "message_stored", key: "<2 characters withheld>"}


def test_the_clock_shows_japan_time() -> None:
    now = system_clock()

    assert now.utcoffset() == timedelta(hours=9)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_fixed_clock_stands_still_in_japan_time() -> None:
    clock = clock_of(datetime(2026, 11, 24, 1, 0, tzinfo=UTC))

    assert clock() == clock() == datetime(2026, 11, 24, 10, 0, tzinfo=JST)
    assert clock().isoformat() == "2026-11-24T10:00:00+09:00"


def test_without_a_fixed_time_the_clock_runs() -> None:
    assert clock_of(None) is system_clock
