"""When somebody who wants to hear of a call is told, and in which words.

The rule: once when a call opens, once within 14 days and once within 3 days before it closes, once when there will be
no further call. What was said at the subscription counts as told. After the end of a call the next one is new.
Nobody is woken by it.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.domain.calls import STALE, CallState, State, call_state, is_stale
from desk.domain.program_words import USABLE
from desk.domain.programs import Program
from desk.domain.words import JAPANESE, Words

#: days before the end, at each of which people are reminded once
REMINDERS = (14, 3)
#: the hours of the day in which the desk speaks without being asked: from, and before
SPEAKING_HOURS = (9, 20)

OPENED = "お知らせです。「{program}」の受付が始まりました。"
OPENED_UNTIL = "お知らせです。「{program}」の受付が始まりました。締切は{day}です。"
CLOSING = "お知らせです。「{program}」の締切まで、あと{left}日です（{day}）。"
LAST_DAY = "お知らせです。「{program}」の締切は今日です。"
ENDED = "「{program}」は募集が終わりました。この制度のお知らせは、これで終わります。"
FOLLOWED = (
    "「{program}」は募集が終わりました。後を継ぐ制度として「{successor}」があります。"
    "この制度のお知らせは、これで終わります。"
)
FIRST_STEPS = "申請の前に要ること：{steps}。"
OLD = f"{STALE}。"


class Occasion(StrEnum):
    """Why somebody is told."""

    OPENED = "opened"
    CLOSING = "closing"
    ENDED = "ended"


@dataclass(frozen=True)
class Told:
    """When the person was last told that the call is open, and that it closes soon."""

    opened: date | None = None
    closing: date | None = None


def may_speak(at: datetime) -> bool:
    """Whether people may be told something unasked at this time of day."""
    first, end = SPEAKING_HOURS
    return first <= at.hour < end


def worth_waiting_for(program: Program, today: date) -> bool:
    """Whether there is anything to tell of: a call to come, or an end of the one that runs."""
    call = call_state(program, today)
    return call.state is not State.ENDED and (call.state is not State.ROLLING or call.closes_on is not None)


def told_at_start(call: CallState, today: date) -> Told:
    """What the person knows who subscribes today: where the call stands is part of the confirmation."""
    return _with_opening(call, Told(), today)


def occasion(call: CallState, told: Told, today: date) -> Occasion | None:
    """What there is to tell today; None when everything is told."""
    if call.state is State.ENDED:
        return Occasion.ENDED
    if call.state not in USABLE:
        return None
    if _is_news(call, told):
        return Occasion.OPENED
    return Occasion.CLOSING if _closes_soon(call, told, today) else None


def after(what: Occasion | None, call: CallState, told: Told, today: date) -> Told:
    """What the person knows once the occasion is told; an opening is forgotten when the call is over."""
    if call.state not in USABLE:
        return replace(told, opened=None)
    if what is Occasion.OPENED:
        return _with_opening(call, told, today)
    return replace(told, closing=today) if what is Occasion.CLOSING else told


def alert_words(
    what: Occasion, program: Program, call: CallState, today: date, successor: Program | None, words: Words = JAPANESE
) -> str:
    """The message, with what has to be done first and a word of caution when the record is old."""
    if what is Occasion.ENDED:
        ended = FOLLOWED if successor else ENDED
        return words.filled(ended, program=program.name, successor=successor.name if successor else "")
    sentences = [_news(what, program, call, today, words), *_first_steps(program, words)]
    if is_stale(program, call, today):
        sentences.append(words.filled(OLD, day=words.day(program.as_of)))
    return "\n".join(sentences)


def _news(what: Occasion, program: Program, call: CallState, today: date, words: Words) -> str:
    if call.closes_on is None:
        return words.filled(OPENED, program=program.name)
    left = call.days_left(today)
    closing = CLOSING if left else LAST_DAY
    text = OPENED_UNTIL if what is Occasion.OPENED else closing
    return words.filled(text, program=program.name, day=words.day(call.closes_on), left=left)


def _first_steps(program: Program, words: Words) -> list[str]:
    steps = "、".join(step.text for step in program.prior_steps if step.mandatory)
    return [words.filled(FIRST_STEPS, steps=steps)] if steps else []


def _is_news(call: CallState, told: Told) -> bool:
    return told.opened is None or (call.opens_on is not None and told.opened < call.opens_on)


def _closes_soon(call: CallState, told: Told, today: date) -> bool:
    reached = [mark for mark in _marks(call) if mark <= today]
    return bool(reached) and (told.closing is None or told.closing < max(reached))


def _marks(call: CallState) -> list[date]:
    return [call.closes_on - timedelta(days=days) for days in REMINDERS] if call.closes_on else []


def _with_opening(call: CallState, told: Told, today: date) -> Told:
    if call.state not in USABLE:
        return told
    near = any(mark <= today for mark in _marks(call))
    return Told(opened=today, closing=today if near else told.closing)
