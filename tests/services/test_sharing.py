"""What one process reports, the listeners of another hear, too; a Redis that is away keeps nobody from their own."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import closing

import pytest

from desk.services import sharing
from desk.services.changes import CASES
from desk.services.sharing import SharedChanges
from tests.conftest import REDIS, need_redis
from tests.running import PATIENCE, free_port


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SharedChanges, SharedChanges]]:
    """Two processes of the application on one Redis."""
    need_redis()
    monkeypatch.setattr(sharing, "CHANNEL", f"test:{uuid.uuid4().hex}")
    with closing(SharedChanges(REDIS)) as one, closing(SharedChanges(REDIS)) as other:
        assert one.connected.wait(PATIENCE)
        assert other.connected.wait(PATIENCE)
        yield one, other


def test_a_change_here_is_heard_there(processes: tuple[SharedChanges, SharedChanges]) -> None:
    here, there = processes
    heard = threading.Event()

    with there.listening("会話-1", heard.set):
        here.report("会話-1", CASES)

        assert heard.wait(PATIENCE)


def test_nothing_is_heard_twice_where_it_was_reported(processes: tuple[SharedChanges, SharedChanges]) -> None:
    here, there = processes
    mine: list[str] = []
    arrived = threading.Event()

    with here.listening(CASES, lambda: mine.append("mine")), there.listening(CASES, arrived.set):
        here.report(CASES)
        assert arrived.wait(PATIENCE)
        there.report("something else")

    assert mine == ["mine"]


def test_without_redis_the_listeners_of_this_process_hear_all_the_same() -> None:
    # given a Redis that is not there
    with closing(SharedChanges(f"redis://127.0.0.1:{free_port()}/0")) as changes:
        heard: list[str] = []

        # when something changes
        with changes.listening(CASES, lambda: heard.append("here")):
            changes.report(CASES)

    # then nothing fails, and it was heard
    assert heard == ["here"]
