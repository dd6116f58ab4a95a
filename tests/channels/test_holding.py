"""A request held open: told at once, by any thread, and never longer than it asked."""

import asyncio
import threading
import time
from collections.abc import Callable

from desk.channels.holding import hold
from desk.services.changes import Changes

SUBJECT = "会話"


def held(
    changes: Changes, seconds: float, look: Callable[[], str | None], soonest: Callable[[], float | None] = lambda: None
) -> tuple[str | None, float]:
    """What was told, and after how many seconds."""
    began = time.monotonic()
    found = asyncio.run(hold(changes, [SUBJECT, "別の件"], seconds, look, soonest))
    return found, time.monotonic() - began


def test_what_is_there_already_is_told_without_waiting() -> None:
    found, took = held(Changes(), 10, lambda: "返事")

    assert found == "返事"
    assert took < 1


def test_what_comes_from_another_thread_is_told_at_once() -> None:
    changes, record = Changes(), list[str]()

    def write() -> None:
        record.append("返事")
        changes.report(SUBJECT)

    timer = threading.Timer(0.3, write)
    timer.start()
    found, took = held(changes, 10, lambda: record[0] if record else None)
    timer.join()

    assert found == "返事"
    assert took < 1.5


def test_a_change_between_the_look_and_the_wait_is_not_missed() -> None:
    changes, looks = Changes(), list[int]()

    def look() -> str | None:
        looks.append(1)
        if len(looks) == 1:
            changes.report(SUBJECT)
            return None
        return "返事"

    found, took = held(changes, 10, look)

    assert found == "返事"
    assert took < 1


def test_a_change_that_means_nothing_here_goes_on_waiting() -> None:
    changes = Changes()
    timer = threading.Timer(0.1, lambda: changes.report("別の件"))
    timer.start()

    found, took = held(changes, 0.5, lambda: None)
    timer.join()

    assert found is None
    assert 0.4 < took < 2


def test_what_ends_by_itself_is_looked_at_then() -> None:
    end = time.monotonic() + 0.3

    found, took = held(
        Changes(), 10, lambda: "終わり" if time.monotonic() >= end else None, lambda: max(0.0, end - time.monotonic())
    )

    assert found == "終わり"
    assert took < 1.5


def test_nobody_listens_any_more_afterwards() -> None:
    changes = Changes()
    held(changes, 0, lambda: None)

    assert changes._listeners == {}
