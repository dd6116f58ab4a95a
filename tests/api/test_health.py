"""Probes of operators: alive, ready, measured."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from desk.db.engine import Database
from desk.services.context import Desk
from desk.services.health import database_answers
from tests.channels.reach import on_sqlite, reached
from tests.fakes.rasa import fake_rasa
from tests.running import free_port

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
