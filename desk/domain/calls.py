"""Where a program's call stands on a given day, and whether the record is too old to lean on."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk.domain.programs import Call, Program, Status
from desk.domain.wording import day

FRESH_DAYS = 180
FRESH_DAYS_WHILE_OPEN = 30
DOUBTFUL_DAYS = 730
HURRY_DAYS = 30
STALE = "{day}時点の情報です。最新の内容を公式ページか窓口で確認してください"
OPEN_WITHOUT_END_DAYS = 60


class State(StrEnum):
    """`closed` may open again; `ended` will not."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"
    ROLLING = "rolling"
    ENDED = "ended"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CallState:
    """The state on a day with the dates of the call that matters: the open, the next, or the last one."""

    state: State
    opens_on: date | None = None
    closes_on: date | None = None

    def days_left(self, today: date) -> int | None:
        """Days until an open or rolling call closes; None when it is not open or has no end."""
        usable = self.state in (State.OPEN, State.ROLLING)
        return (self.closes_on - today).days if usable and self.closes_on else None

    def urgent(self, today: date) -> bool:
        """Whether the call closes within the next month."""
        left = self.days_left(today)
        return left is not None and left <= HURRY_DAYS


def call_state(program: Program, today: date) -> CallState:
    """The state of the program's calls: an open one before a rolling one before the next one before the last one."""
    if program.status is Status.ENDED:
        return _last(program, State.ENDED)
    states = [_state_of(call, today) for call in program.calls]
    for wanted in (State.OPEN, State.ROLLING, State.UPCOMING, State.UNKNOWN):
        matching = [state for state in states if state.state is wanted]
        if matching:
            return min(matching, key=_nearest)
    if not states:
        return CallState(State.ROLLING if program.recurs == "rolling" else State.UNKNOWN)
    return _last(program, State.ENDED if program.recurs == "once" else State.CLOSED)


def is_stale(program: Program, state: CallState, today: date) -> bool:
    """Whether the facts are too old: half a year, or a month while a call with a deadline is open."""
    limit = FRESH_DAYS_WHILE_OPEN if state.state is State.OPEN else FRESH_DAYS
    return today - program.as_of > timedelta(days=limit)


def is_doubtful(program: Program, today: date) -> bool:
    """Whether the facts are so old that even an open or rolling call cannot be taken for granted."""
    return today - program.as_of > timedelta(days=DOUBTFUL_DAYS)


def stale_note(program: Program) -> str:
    """What to say of a record that is too old."""
    return STALE.format(day=day(program.as_of))


def call_note(state: CallState, today: date) -> str | None:
    """What to say of the call, when it bears on what to do now."""
    if state.state is State.CLOSED:
        return "いまは受付期間外です。次回の募集を待つか、窓口に予定を確認してください"
    if state.state is State.UPCOMING and state.opens_on:
        return f"{day(state.opens_on)}から受付の予定です"
    if state.state is State.UNKNOWN:
        return "受付期間を確認できていません。窓口に確認してください"
    left = state.days_left(today)
    return f"締切まであと{left}日です" if left is not None and left <= HURRY_DAYS else None


def _state_of(call: Call, today: date) -> CallState:
    state = _rolling(call, today) if call.rolling else _dated(call, today)
    return CallState(state, call.opens_on, call.closes_on)


def _rolling(call: Call, today: date) -> State:
    if call.opens_on and today < call.opens_on:
        return State.UPCOMING
    return State.CLOSED if call.closes_on and call.closes_on < today else State.ROLLING


def _dated(call: Call, today: date) -> State:
    if call.closes_on and call.closes_on < today:
        return State.CLOSED
    if call.opens_on and today < call.opens_on:
        return State.UPCOMING
    without_end = call.closes_on is None and call.opens_on is not None
    if without_end and call.opens_on and today - call.opens_on > timedelta(days=OPEN_WITHOUT_END_DAYS):
        return State.UNKNOWN
    return State.OPEN


def _nearest(state: CallState) -> date:
    date_that_counts = state.opens_on if state.state is State.UPCOMING else state.closes_on
    return date_that_counts or date.max


def _last(program: Program, state: State) -> CallState:
    if not program.calls:
        return CallState(state)
    last = max(program.calls, key=lambda call: call.closes_on or call.opens_on or date.min)
    return CallState(state, last.opens_on, last.closes_on)
