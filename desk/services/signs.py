"""Signs of life: who has a case open, and who is writing. For seconds only, in memory, and never what is written.

Several processes of the application share them over Redis (`shared_signs.py`). The record does not depend on them.
"""

import threading
import time
from collections.abc import Callable
from enum import StrEnum

#: how the person at the other end is called; members of staff are called by their login
PERSON = "user"


class Sign(StrEnum):
    """What somebody shows of themselves in a conversation."""

    HERE = "here"
    WRITING = "writing"


#: seconds after which a sign that is not given again is over
LIFETIMES = {Sign.HERE: 25.0, Sign.WRITING: 6.0}


class Signs:
    """The signs given in all conversations."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        #: conversation, sign and who gives it → when it is over
        self._until: dict[tuple[str, Sign, str], float] = {}
        self._lock = threading.Lock()

    def give(self, conversation_id: str, sign: Sign, who: str) -> bool:
        """Show a sign, or go on showing it; True when it was not shown before."""
        key = (conversation_id, sign, who)
        with self._lock:
            self._forget_what_is_over()
            fresh = key not in self._until
            self._until[key] = self._clock() + LIFETIMES[sign]
            return fresh

    def take_back(self, conversation_id: str, sign: Sign, who: str) -> bool:
        """It is over, because the message was sent; True when it was shown."""
        with self._lock:
            return self._until.pop((conversation_id, sign, who), None) is not None

    def given(self, conversation_id: str, sign: Sign) -> list[str]:
        """Who gives this sign now, in the order in which they began."""
        with self._lock:
            self._forget_what_is_over()
            return [who for place, each, who in self._until if (place, each) == (conversation_id, sign)]

    def soonest_end(self, conversation_id: str) -> float | None:
        """Seconds until something that is shown will be over by itself; None when nothing is shown."""
        with self._lock:
            ends = [end for (place, _, _), end in self._until.items() if place == conversation_id]
        return max(0.0, min(ends) - self._clock()) if ends else None

    def close(self) -> None:
        """Nothing to give back."""

    def _forget_what_is_over(self) -> None:
        now = self._clock()
        self._until = {key: end for key, end in self._until.items() if end > now}
