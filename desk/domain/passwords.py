"""What a password of staff must be: long, not one's own name, and not among the first that anybody would try.

Nothing about capitals, digits or signs, and no change by the calendar: length protects, and such rules lead to notes
on screens.
"""

import secrets
from enum import StrEnum
from unicodedata import normalize

from zxcvbn import zxcvbn

SHORTEST = 12
LONGEST = 200
#: of the library's five grades, 0 and 1 are found within a day even where tries are slowed down
_TOO_EASY = 1
#: the library judges no more than this, and a longer text is no easier
_JUDGED = 72
#: no letters and digits that are taken for each other
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


class Fault(StrEnum):
    """Why a password cannot be taken."""

    SHORT = "short"
    LONG = "long"
    OWN_NAME = "own_name"
    EASY = "easy"
    #: the one that was to be replaced
    OLD = "old"


def fault_of(password: str, login: str, name: str) -> Fault | None:
    """What is wrong with a password; None when nothing is. The length is counted in characters, kana and kanji, too."""
    if len(password) < SHORTEST:
        return Fault.SHORT
    if len(password) > LONGEST:
        return Fault.LONG
    if _bare(password) in {_bare(login), _bare(name), _bare(login) * 2, _bare(name) * 2}:
        return Fault.OWN_NAME
    judged = zxcvbn(password[:_JUDGED], user_inputs=[login, name])
    return Fault.EASY if judged["score"] <= _TOO_EASY else None


def start_password() -> str:
    """A password to be told to somebody once: four groups of four, about 79 bits."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(4))


def _bare(text: str) -> str:
    """Without case, width and gaps."""
    return "".join(normalize("NFKC", text).casefold().split())
