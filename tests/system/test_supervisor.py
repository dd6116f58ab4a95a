"""The desk as operators start it: both processes come up, what dies comes back, and both stop together.

The tests share one start and run in the order in which they stand; the last one stops it.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.domain.notices import APOLOGY
from desk.settings import ROOT
from tests.running import PATIENCE, SECRET, STARTING, free_port, healthy, newest_model, wait_until
from tests.system.processes import LOOPBACK, alive, children_of, end, listeners

TOKEN = "staff-token-of-this-start"
ADDRESS = "shiroyama.hanako@example.jp"


@dataclass
class Started:
    """A supervisor and what it has started."""

    process: subprocess.Popen[bytes]
    port: int
    rasa_port: int
    output: Path

    def child(self, command: str) -> int:
        """The process whose command line holds this."""
        return next((pid for pid, line in self.children().items() if command in line), 0)

    def children(self) -> dict[int, str]:
        """What the supervisor has started."""
        return children_of(self.process.pid)

    def ready(self) -> bool:
        """Whether database, Rasa and model are ready."""
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/readyz").is_success
        except httpx.TransportError:
            return False

    def talk(self, text: str) -> list[dict[str, Any]]:
        """Say something on the REST channel."""
        body = {"sender": "城山 花子", "message": text}
        address = f"http://127.0.0.1:{self.port}/webhooks/rest/webhook"
        response = httpx.post(address, json=body, timeout=STARTING + PATIENCE)
        assert response.status_code == httpx.codes.OK, response.text
        return list(response.json())


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """`python -m desk.supervisor MODEL` on free ports with an SQLite database of its own."""
    folder = tmp_path_factory.mktemp("supervisor")
    url = f"sqlite:///{folder}/desk.sqlite3"
    database = Database(url)
    migrate(database)
    database.close()
    port, rasa_port, output = free_port(), free_port(), folder / "output.txt"
    environment = os.environ | {
        "DESK_PORT": str(port),
        "DESK_DATABASE_URL": url,
        "DESK_API_TOKEN": TOKEN,
        "DESK_LOG_FORMAT": "json",
        # A machine that runs other tests at the same time is slow; nothing here depends on how slow.
        "DESK_RASA_PATIENCE_SECONDS": str(STARTING),
        "DESK_RASA_TIMEOUT_SECONDS": str(PATIENCE),
        "RASA_PORT": str(rasa_port),
        "RASA_GATEWAY_SECRET": SECRET,
    }
    command = [sys.executable, "-m", "desk.supervisor", str(newest_model())]
    with output.open("wb") as sink:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=sink, stderr=subprocess.STDOUT)
    desk = Started(process, port, rasa_port, output)
    try:
        wait_until(desk.ready, "the desk", STARTING)
        yield desk
    finally:
        end(*desk.children(), process.pid)
        process.wait()


def test_both_processes_come_up_and_the_addresses_are_told(started: Started) -> None:
    assert started.child("bot.boot")
    assert started.child("desk serve")
    wait_until(lambda: "止めるには Ctrl-C" in started.output.read_text(encoding="utf-8"), "the welcome")
    told = started.output.read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{started.port}/console/" in told
    assert TOKEN in told


def test_rasa_listens_on_loopback_alone(started: Started) -> None:
    assert listeners(started.rasa_port) == {LOOPBACK}


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/model"), ("POST", "/model/train"), ("GET", "/domain"), ("GET", "/conversations/any/tracker")],
)
def test_rasas_own_api_is_not_there(started: Started, method: str, path: str) -> None:
    response = httpx.request(method, f"http://127.0.0.1:{started.rasa_port}{path}", timeout=PATIENCE)

    assert response.status_code == httpx.codes.NOT_FOUND


@pytest.mark.parametrize("channel", ["rest", "gateway"])
def test_rasa_cannot_be_spoken_to_without_the_secret(started: Started, channel: str) -> None:
    address = f"http://127.0.0.1:{started.rasa_port}/webhooks/{channel}"

    said = {"sender": "x", "text": "x"}
    answers = [httpx.post(f"{address}/{last}", json=said, timeout=PATIENCE) for last in ("message", "webhook")]

    assert {answer.status_code for answer in answers} <= {401, 404}


def test_actions_cannot_be_performed_without_the_secret(started: Started) -> None:
    response = httpx.post(f"http://127.0.0.1:{started.port}/rasa/actions", json={"next_action": "action_cancel"})

    assert response.status_code == httpx.codes.NOT_FOUND


def test_a_message_is_answered_through_both(started: Started) -> None:
    replies = started.talk(f"板橋区で使える試作の助成金を探しています。連絡先は{ADDRESS}です")

    assert replies
    assert replies[0]["text"] != APOLOGY


def test_a_rasa_that_dies_comes_back_and_a_message_sent_meanwhile_is_answered(started: Started) -> None:
    # given a Rasa that is killed
    dead = started.child("bot.boot")
    os.kill(dead, signal.SIGKILL)
    wait_until(lambda: not healthy(started.rasa_port), "the end of Rasa")

    # when a message comes before it is back
    replies = started.talk("担当者と話したい")

    # then its answer waits for the new one
    assert [reply["text"] for reply in replies] != [APOLOGY]
    assert "渡してよいでしょうか" in replies[0]["text"]
    assert started.child("bot.boot") not in (0, dead)
    wait_until(started.ready, "the desk", STARTING)


def test_a_desk_that_dies_comes_back_with_its_record(started: Started) -> None:
    dead = started.child("desk serve")
    os.kill(dead, signal.SIGKILL)

    wait_until(lambda: not alive(dead) and started.ready(), "the desk", STARTING)

    assert started.child("desk serve") not in (0, dead)
    assert "渡してよいでしょうか" not in started.talk("いいえ")[0]["text"]


def test_no_log_repeats_what_a_person_wrote(started: Started) -> None:
    logged = started.output.read_text(encoding="utf-8")

    assert "process_died" in logged
    assert ADDRESS not in logged
    assert "城山" not in logged
    assert "試作の助成金" not in logged


def test_the_end_of_the_supervisor_is_the_end_of_both(started: Started) -> None:
    children = started.children()

    started.process.send_signal(signal.SIGTERM)

    assert started.process.wait(timeout=PATIENCE) == 0
    assert len(children) == 2
    assert [line for pid, line in children.items() if alive(pid)] == []
    assert listeners(started.port) | listeners(started.rasa_port) == set()
