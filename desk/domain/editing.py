"""The rules of publishing: from draft to published through four eyes, and never over something newer."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is edited in the console."""

    PROGRAM = "program"
    ENTRY = "entry"


class State(StrEnum):
    """Where a revision stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


#: while it is here, its author may still write in it
WRITABLE = frozenset({State.DRAFT, State.RETURNED})
#: while it is here, somebody still has work with it
OPEN = WRITABLE | {State.SUBMITTED}
#: from which state an act leads on, and where to
SUBMIT = (WRITABLE, State.SUBMITTED)
WITHDRAW = (OPEN, State.WITHDRAWN)
PUBLISH = (frozenset({State.SUBMITTED}), State.PUBLISHED)
RETURN = (frozenset({State.SUBMITTED}), State.RETURNED)
Act = tuple[frozenset[State], State]


class OwnWork(PermissionError):
    """Nobody decides on what they wrote themselves."""


class OthersWork(PermissionError):
    """Only the author writes in a draft, submits it or takes it back."""


class WrongState(ValueError):
    """The revision is no longer where this can be done with it."""


class Outdated(ValueError):
    """Something newer was published, or came with the seeds, since the draft was begun."""


@dataclass(frozen=True)
class Base:
    """What a draft was made from: the serial of the published revision, and the digest of the seed below it."""

    serial: int | None
    seed: str | None


def carry_out(act: Act, state: str) -> State:
    """The state that an act leads to. Raises `WrongState`."""
    before, after = act
    if state not in before:
        raise WrongState(state)
    return after


def check_author(author: int, member: int) -> None:
    """Raises `OthersWork` unless it is the author."""
    if author != member:
        raise OthersWork


def check_decider(author: int, member: int) -> None:
    """Four eyes: raises `OwnWork` when author and decider are the same."""
    if author == member:
        raise OwnWork


def check_base(drafted_on: Base, now: Base) -> None:
    """Raises `Outdated` when what stands now is not what the draft was made from."""
    if drafted_on != now:
        raise Outdated
