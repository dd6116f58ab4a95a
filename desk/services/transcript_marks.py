"""Use case: staff find what went wrong in a transcript; the mark teaches, becomes a task, or corrects a fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Message, TranscriptMark
from desk.domain.facts import FACTS
from desk.domain.intake import FactError, InvalidFacts, read_fact
from desk.services.case_events import record_event
from desk.services.case_rows import find_case, find_staff
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.facts import forget, raw_facts, replace_fact
from desk.services.reviews import NoSuchUtterance
from desk.services.unanswered import note_unanswered


class Fault(StrEnum):
    """What was wrong with what was made of a message."""

    INTENT = "intent"
    FACT = "fact"
    ANSWER = "answer"


class AlreadyMarked(ValueError):
    """Somebody has marked this message for this fault."""


@dataclass(frozen=True)
class Marked:
    """A message of a person in a case: what was made of it, what of it is marked, and what is known of the person."""

    id: int
    text: str
    intent: str | None
    faults: frozenset[str]
    facts: Mapping[str, Any]


def read_marked(desk: Desk, number: str, message_id: int) -> Marked:
    """One message of a case. Raises `NoSuchCase` and `NoSuchUtterance`."""
    with desk.database.reading() as session:
        case = find_case(session, number)
        row = _message(session, case, message_id)
        faults = session.scalars(select(TranscriptMark.kind).where(TranscriptMark.message_id == message_id))
        known = raw_facts(session, case.conversation_id)
        return Marked(row.id, row.text, row.intent, frozenset(faults), known)


def mark_intent(desk: Desk, number: str, message_id: int, login: str) -> None:
    """The message was taken for something else: it goes to the review queue, whatever its confidence was."""
    _mark(desk, number, message_id, Fault.INTENT, login)


def mark_answer(desk: Desk, number: str, message_id: int, login: str) -> None:
    """The answer was wrong or missing: the question becomes a task for those who write the knowledge."""
    with desk.database.reading() as session:
        case = find_case(session, number)
        row = _message(session, case, message_id)
    _mark(desk, number, message_id, Fault.ANSWER, login)
    note_unanswered(desk, row.conversation_id, row.text, row.understood.get("entities", ()))


def correct_fact(desk: Desk, number: str, message_id: int, name: str, value: object, login: str) -> None:
    """Put a fact right that was heard wrongly; None takes it back. The old row stays, marked as taken back.

    Raises `InvalidFacts` when the value is none of this fact.
    """
    _check(desk, name, value)
    with desk.database.transaction() as session:
        case = find_case(session, number)
        row = _message(session, case, message_id)
        conversation = session.get_one(Conversation, case.conversation_id)
        if value is None:
            forget(session, desk, conversation, name)
        else:
            replace_fact(session, desk, conversation, {name: value}, row.id)
        record_event(session, desk, case, login, "fact_corrected", {"fact": name, "message_id": row.id})
        _add_mark_once(session, desk, row, Fault.FACT, find_staff(session, login).id)
    desk.changes.report(case.conversation_id, CASES)


def _mark(desk: Desk, number: str, message_id: int, fault: Fault, login: str) -> None:
    try:
        with desk.database.transaction() as session:
            case = find_case(session, number)
            row = _message(session, case, message_id)
            staff_id = find_staff(session, login).id
            session.add(TranscriptMark(message_id=row.id, kind=fault, staff_id=staff_id, at=desk.now()))
            record_event(session, desk, case, login, "marked", {"fault": fault, "message_id": row.id})
    except IntegrityError as twice:
        raise AlreadyMarked(message_id) from twice
    desk.changes.report(CASES)


def _add_mark_once(session: Session, desk: Desk, row: Message, fault: Fault, staff_id: int) -> None:
    """Facts of one message can be put right one after the other; that it was marked counts once."""
    known = select(TranscriptMark.id).where(TranscriptMark.message_id == row.id, TranscriptMark.kind == fault)
    if session.scalar(known) is None:
        session.add(TranscriptMark(message_id=row.id, kind=fault, staff_id=staff_id, at=desk.now()))


def _message(session: Session, case: Case, message_id: int) -> Message:
    row = session.get(Message, message_id)
    if row is None or row.author != "user" or row.conversation_id != case.conversation_id:
        raise NoSuchUtterance(message_id)
    return row


def _check(desk: Desk, name: str, value: object) -> None:
    if name not in FACTS:
        raise InvalidFacts([FactError(name, "この項目はありません。")])
    if value is not None:
        read_fact(name, value, desk.catalogue.areas, desk.now().date())
