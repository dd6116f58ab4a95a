"""Probes of operators: alive, ready, measured."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from desk.api import health
from desk.db.engine import Database
from desk.services.cases import update_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.health import database_answers
from desk.services.turns import fail, prepare
from desk.settings import ROOT
from tests.channels.reach import on_sqlite, reached
from tests.conftest import SettableClock
from tests.fakes.rasa import fake_rasa
from tests.running import free_port
from tests.services.people import exchange, handed_over, person

pytestmark = on_sqlite


@pytest.fixture
def complete(desk: Desk) -> Iterator[httpx.Client]:
    """The application with a Rasa that has a model."""
    port = free_port()
    with fake_rasa(port), reached(desk, port) as client:
        yield client


def test_a_process_that_lives_says_so_without_asking_anybody(stranger: httpx.Client) -> None:
    response = stranger.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_with_database_and_rasa_the_desk_is_ready(complete: httpx.Client) -> None:
    response = complete.get("/readyz")

    assert (response.status_code, response.json()) == (200, {"database": True, "rasa": True})


def test_without_rasa_it_is_not_ready_and_names_what_is_missing(stranger: httpx.Client) -> None:
    response = stranger.get("/readyz")

    assert (response.status_code, response.json()) == (503, {"database": True, "rasa": False})


def test_a_database_that_is_gone_is_noticed(tmp_path: Path, desk: Desk) -> None:
    # given a database whose file cannot be opened
    folder = tmp_path / "gone"
    gone = Database(f"sqlite:///{folder}/desk.sqlite3")
    folder.rmdir()

    assert not database_answers(replace(desk, database=gone))
    gone.close()


def test_metrics_are_in_the_format_of_prometheus(stranger: httpx.Client) -> None:
    response = stranger.get("/metrics")

    assert response.headers["content-type"].startswith("text/plain")
    assert "# HELP python_info" in response.text


def told(client: httpx.Client) -> dict[str, float]:
    """The desk's own metrics by name and labels."""
    lines = [line for line in client.get("/metrics").text.splitlines() if line.startswith("desk_")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_what_staff_have_before_them_is_told_as_it_stands(
    desk: Desk, clock: SettableClock, stranger: httpx.Client
) -> None:
    # given one case without an answer, and one that is closed
    handed_over(desk, person(desk))
    update_case(desk, handed_over(desk, person(desk, "田中"), email="t@example.jp"), "api", {"status": "closed"})

    before = told(stranger)
    clock.at += timedelta(days=3)
    after = told(stranger)

    assert (before["desk_database_up"], before["desk_cases_open"], before["desk_cases_unled"]) == (1, 1, 1)
    assert (before["desk_cases_overdue"], after["desk_cases_overdue"]) == (0, 1)


def test_messages_are_counted_by_what_became_of_them(desk: Desk, stranger: httpx.Client) -> None:
    before, conversation = told(stranger), person(desk)
    exchange(desk, conversation, "こんにちは")
    forward = prepare(desk, receive(desk, conversation, "補助金は").message_id)
    assert forward is not None
    fail(desk, forward)

    after = told(stranger)

    for outcome in ("answered", "failed"):
        name = f'desk_messages_total{{outcome="{outcome}"}}'
        assert after[name] == before[name] + 1


def test_without_a_database_metrics_still_answer(stranger: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "database_answers", lambda desk: False)

    assert {name for name in told(stranger) if "cases" in name or "database" in name} == {"desk_database_up"}


def test_each_metric_of_the_desk_is_documented(stranger: httpx.Client) -> None:
    documented = set(re.findall(r"^\| `(desk_\w+)", (ROOT / "docs" / "metrics.md").read_text("utf-8"), re.MULTILINE))

    assert {name.split("{")[0] for name in told(stranger) if not name.split("{")[0].endswith("_created")} == documented
