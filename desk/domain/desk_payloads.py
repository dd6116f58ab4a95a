"""Buttons whose presses the desk takes itself, before Rasa: `desk:survey:12:score:5`."""

from dataclasses import dataclass

PREFIX = "desk"


@dataclass(frozen=True)
class Press:
    """A pressed button of the desk's own: which talk, of which row, the question and the answer."""

    talk: str
    row_id: int
    question: str
    value: str


def payload(talk: str, row_id: int, question: str, value: str) -> str:
    """What a button of the desk's own carries."""
    return ":".join((PREFIX, talk, str(row_id), question, value))


def press_of(carried: str) -> Press | None:
    """The press behind a payload; None when it is Rasa's."""
    parts = carried.split(":")
    if len(parts) != 5 or parts[0] != PREFIX:
        return None
    return Press(parts[1], int(parts[2]), parts[3], parts[4])
