"""Changes that other processes of the application hear, too: over Redis, for as long as it answers."""

import threading
import uuid

import redis
import structlog

from desk.services.changes import Changes

log = structlog.get_logger(__name__)

CHANNEL = "desk:changes"
#: seconds until a broken connection is tried again; what happened meanwhile stands in the database all the same
PAUSE = 1.0


class SharedChanges(Changes):
    """Reports to the listeners of every process that shares this Redis. Without it, those of this process still hear.

    A change is a subject, never its content.
    """

    def __init__(self, url: str) -> None:
        super().__init__()
        self._redis = redis.Redis.from_url(url, socket_connect_timeout=2, socket_timeout=2)
        self._me = uuid.uuid4().hex
        self._stopped = threading.Event()
        self.connected = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="shared-changes", daemon=True)
        self._thread.start()

    def report(self, *subjects: str) -> None:
        """Call after the commit: here at once, elsewhere as soon as Redis has carried it."""
        super().report(*subjects)
        try:
            self._redis.publish(CHANNEL, "\n".join((self._me, *subjects)))
        except redis.RedisError as failure:
            log.warning("change_not_shared", reason=type(failure).__name__)

    def close(self) -> None:
        """Stop listening to the others."""
        self._stopped.set()
        self._thread.join(timeout=5)
        self._redis.close()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                self._hear()
            except redis.RedisError as failure:
                self.connected.clear()
                log.warning("changes_not_heard", reason=type(failure).__name__)
                self._stopped.wait(PAUSE)

    def _hear(self) -> None:
        with self._redis.pubsub(ignore_subscribe_messages=True) as subscription:  # type: ignore[no-untyped-call]
            subscription.subscribe(CHANNEL)
            self.connected.set()
            while not self._stopped.is_set():
                heard = subscription.get_message(timeout=0.5)
                if heard is not None:
                    self._tell(heard["data"].decode())

    def _tell(self, message: str) -> None:
        origin, *subjects = message.split("\n")
        if origin != self._me:
            super().report(*subjects)
