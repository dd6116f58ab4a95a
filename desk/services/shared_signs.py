"""Signs of life that all processes of the application show: kept for seconds in the Redis they share.

Each sign is a key that ends by itself; beside it a sorted set says in which order they began. While Redis is away, each
process shows the signs given to itself.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import redis
import structlog

from desk.services.signs import LIFETIMES, Sign, Signs

log = structlog.get_logger(__name__)

PREFIX = "desk:signs"
#: seconds until a Redis that did not answer is asked again: a sign is not worth waiting for
PAUSE = 5.0
Answer = TypeVar("Answer")


class SharedSigns(Signs):
    """The signs given in all conversations, to whichever process."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._redis = redis.Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1, decode_responses=True)
        self._away_until = 0.0

    def give(self, conversation_id: str, sign: Sign, who: str) -> bool:
        """Show a sign to all, or go on showing it; True when it was not shown before."""
        fresh = super().give(conversation_id, sign, who)
        return self._or(fresh, lambda: self._give(_begins(conversation_id), f"{sign}:{who}", LIFETIMES[sign]))

    def take_back(self, conversation_id: str, sign: Sign, who: str) -> bool:
        """It is over, because the message was sent; True when it was shown."""
        shown = super().take_back(conversation_id, sign, who)
        key = _key(_begins(conversation_id), f"{sign}:{who}")
        return self._or(shown, lambda: bool(self._redis.delete(key)))

    def given(self, conversation_id: str, sign: Sign) -> list[str]:
        """Who gives this sign now, in the order in which they began."""
        own = super().given(conversation_id, sign)
        shown = self._or(None, lambda: self._lasting(_begins(conversation_id)))
        if shown is None:
            return own
        return [name.partition(":")[2] for name in shown if name.partition(":")[0] == sign]

    def soonest_end(self, conversation_id: str) -> float | None:
        """Seconds until something that is shown will be over by itself; None when nothing is shown."""
        own = super().soonest_end(conversation_id)
        shown = self._or(None, lambda: self._lasting(_begins(conversation_id)))
        return own if shown is None else min(shown.values(), default=None)

    def close(self) -> None:
        """Give the connections back."""
        self._redis.close()

    def _give(self, begins: str, name: str, seconds: float) -> bool:
        lasts = int(seconds * 1000)
        fresh = bool(self._redis.set(_key(begins, name), "", px=lasts, nx=True))
        with self._redis.pipeline() as together:
            if fresh:
                together.zadd(begins, {name: time.time()})
            else:
                together.pexpire(_key(begins, name), lasts)
            together.expire(begins, int(2 * max(LIFETIMES.values())))
            together.execute()
        return fresh

    def _lasting(self, begins: str) -> dict[str, float]:
        """What is shown in a conversation, and for how many seconds more."""
        names = [str(name) for name in self._redis.zrange(begins, 0, -1)]
        with self._redis.pipeline() as together:
            for name in names:
                together.pttl(_key(begins, name))
            return {name: left / 1000 for name, left in zip(names, together.execute(), strict=True) if left > 0}

    def _or(self, otherwise: Answer, ask: Callable[[], Answer]) -> Answer:
        """What Redis answers; without it, what this process knows."""
        if time.monotonic() < self._away_until:
            return otherwise
        try:
            return ask()
        except redis.RedisError as failure:
            self._away_until = time.monotonic() + PAUSE
            log.warning("signs_not_shared", reason=type(failure).__name__)
            return otherwise


def _begins(conversation_id: str) -> str:
    return f"{PREFIX}:{conversation_id}"


def _key(begins: str, name: str) -> str:
    return f"{begins}:{name}"
