"""One message of a conversation at a time: among the tasks of this process, or among all processes."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Protocol

import structlog
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

log = structlog.get_logger(__name__)

#: seconds after which the place of a process that died is free again; renewed in time by one that lives
HELD = 30.0


class Turnstile(Protocol):
    """Lets one through at a time."""

    def through(self, conversation_id: str) -> AbstractAsyncContextManager[None]:
        """Wait until nobody else works on this conversation, and keep others out meanwhile."""

    def busy(self, conversation_id: str) -> bool:
        """Whether this process works on a conversation, or waits to."""

    async def close(self) -> None:
        """Nobody will pass any more."""


class OwnTurnstile:
    """Among the tasks of this process."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._users: Counter[str] = Counter()

    @asynccontextmanager
    async def through(self, conversation_id: str) -> AsyncIterator[None]:
        """In the order of arrival."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        self._users[conversation_id] += 1
        try:
            async with lock:
                yield
        finally:
            self._users[conversation_id] -= 1
            if not self._users[conversation_id]:
                del self._users[conversation_id], self._locks[conversation_id]

    def busy(self, conversation_id: str) -> bool:
        """Whether anybody holds or awaits a place."""
        return conversation_id in self._locks

    async def close(self) -> None:
        """Nothing to give back."""


class SharedTurnstile:
    """Among all processes that share a Redis. While it does not answer, among the tasks of this one."""

    def __init__(self, url: str) -> None:
        self._own = OwnTurnstile()
        self._redis = Redis.from_url(url, socket_connect_timeout=2, socket_timeout=5)

    @asynccontextmanager
    async def through(self, conversation_id: str) -> AsyncIterator[None]:
        """First among ourselves, then among the processes."""
        async with self._own.through(conversation_id):
            lock = await self._take(conversation_id)
            renewing = asyncio.create_task(_renew(lock)) if lock else None
            try:
                yield
            finally:
                if lock and renewing:
                    renewing.cancel()
                    with suppress(LockError, RedisError):
                        await lock.release()

    def busy(self, conversation_id: str) -> bool:
        """As seen by this process."""
        return self._own.busy(conversation_id)

    async def close(self) -> None:
        """Close the connections."""
        await self._redis.aclose()

    async def _take(self, conversation_id: str) -> Lock | None:
        lock = self._redis.lock(f"desk:turn:{conversation_id}", timeout=HELD, sleep=0.05, thread_local=False)
        try:
            await lock.acquire()
        except RedisError as failure:
            log.warning("turn_not_shared", reason=type(failure).__name__)
            return None
        return lock


async def _renew(lock: Lock) -> None:
    """Hold the place for as long as the work lasts."""
    while True:
        await asyncio.sleep(HELD / 3)
        try:
            await lock.reacquire()
        except (LockError, RedisError) as failure:
            log.warning("turn_not_renewed", reason=type(failure).__name__)
