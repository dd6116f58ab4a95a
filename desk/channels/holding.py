"""Requests that are held open until there is something to tell; while they wait they use no thread and no database."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TypeVar

from anyio.to_thread import run_sync as in_thread

from desk.services.changes import Changes, Listener

#: longest a request is held open
LONGEST_WAIT = 25.0
#: seconds in which further changes are waited for: one use case may report several
TOGETHER = 0.03

Told = TypeVar("Told")


async def hold(
    changes: Changes,
    subjects: Iterable[str],
    seconds: float,
    look: Callable[[], Told | None],
    soonest: Callable[[], float | None] = lambda: None,
) -> Told | None:
    """What `look` finds: at once, or as soon as one of the subjects changes; None when the time is over.

    `soonest` says in how many seconds something will be different without a report.
    """
    loop, flag = asyncio.get_running_loop(), asyncio.Event()
    end = loop.time() + min(seconds, LONGEST_WAIT)
    with ExitStack() as listening:
        for subject in subjects:
            listening.enter_context(changes.listening(subject, _raise(flag)))
        while True:
            flag.clear()
            found, ends = await in_thread(lambda: (look(), soonest()))
            left = end - loop.time()
            if found is not None or left <= 0:
                return found
            await _flagged(flag, min(left, _or(ends, left)))


def _raise(flag: asyncio.Event) -> Listener:
    """A listener that raises the flag from whatever thread it is called on."""
    loop = asyncio.get_running_loop()

    def listener() -> None:
        loop.call_soon_threadsafe(flag.set)

    return listener


async def _flagged(flag: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(flag.wait(), seconds)
    except TimeoutError:
        return
    await asyncio.sleep(TOGETHER)


def _or(seconds: float | None, otherwise: float) -> float:
    return otherwise if seconds is None else seconds
