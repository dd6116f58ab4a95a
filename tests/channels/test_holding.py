"""A request held open: told at once, by any thread, and never longer than it asked."""

import asyncio
import threading
import time
from collections.abc import Callable

from desk.channels.holding import LONGEST_WAIT, hold
from desk.services.changes import Changes
from tests.running import BEFORE_ITS_END

SUBJECT = "会話"


def held(
    changes: Changes, seconds: float, look: Callable[[], str | None], soonest: Callable[[], float | None] = lambda: None
) -> str | None:
    """What was told; fails when only the end of the time would end the wait."""

    async def waited() -> str | None:
        async with asyncio.timeout(BEFORE_ITS_END):
            return await hold(changes, [SUBJECT, "別の件"], seconds, look, soonest)

    return asyncio.run(waited())


def test_what_is_there_already_is_told_without_waiting() -> None:
    assert held(Changes(), LONGEST_WAIT, lambda: "返事") == "返事"


def test_what_comes_from_another_thread_is_told_at_once() -> None:
    changes, record = Changes(), list[str]()

    def write() -> None:
        record.append("返事")
        changes.report(SUBJECT)

    timer = threading.Timer(0.3, write)
    timer.start()
    found = held(changes, LONGEST_WAIT, lambda: record[0] if record else None)
    timer.join()

    assert found == "返事"


def test_a_change_between_the_look_and_the_wait_is_not_missed() -> None:
    changes, looks = Changes(), list[int]()

    def look() -> str | None:
        looks.append(1)
        if len(looks) == 1:
            changes.report(SUBJECT)
            return None
        return "返事"

    assert held(changes, LONGEST_WAIT, look) == "返事"


def test_a_change_that_means_nothing_here_goes_on_waiting() -> None:
    changes, began = Changes(), time.monotonic()
    timer = threading.Timer(0.1, lambda: changes.report("別の件"))
    timer.start()

    found = held(changes, 0.5, lambda: None)
    timer.join()

    assert found is None
    assert time.monotonic() - began > 0.4


def test_what_ends_by_itself_is_looked_at_then() -> None:
    end = time.monotonic() + 0.3

    def look() -> str | None:
        return "終わり" if time.monotonic() >= end else None

    assert held(Changes(), LONGEST_WAIT, look, lambda: max(0.0, end - time.monotonic())) == "終わり"


def test_nobody_listens_any_more_afterwards() -> None:
    changes = Changes()
    held(changes, 0, lambda: None)

    assert changes._listeners == {}
