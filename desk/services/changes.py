"""Tells listeners in this process that something was committed: a message of a conversation, or a case."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session

Listener = Callable[[], None]

#: the subject of everything that concerns the queue of cases
CASES = "cases"


class Changes:
    """Listeners by subject. They run on the thread that reports the change and must only raise a flag."""

    def __init__(self) -> None:
        self._listeners: dict[str, list[Listener]] = {}
        self._lock = threading.Lock()

    def report(self, *subjects: str) -> None:
        """Call after the commit: something new stands in the database about these subjects."""
        with self._lock:
            listeners = [listener for subject in subjects for listener in self._listeners.get(subject, ())]
        for listener in listeners:
            listener()

    def close(self) -> None:
        """Nothing to give back."""

    @contextmanager
    def listening(self, subject: str, listener: Listener) -> Iterator[None]:
        """Be told of `subject` within the block."""
        with self._lock:
            self._listeners.setdefault(subject, []).append(listener)
        try:
            yield
        finally:
            with self._lock:
                self._listeners[subject].remove(listener)
                if not self._listeners[subject]:
                    del self._listeners[subject]


def staff_subject(staff_id: int) -> str:
    """The subject of what concerns one member of staff."""
    return f"staff:{staff_id}"


def report_after_commit(session: Session, changes: Changes, *subjects: str) -> None:
    """For what is done inside a caller's transaction: report once that is committed, and not at all if it fails."""
    event.listen(session, "after_commit", lambda _session: changes.report(*subjects))
