"""Use case: ask people who have not written back, once; later end their case and tell them how to come back."""

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation
from desk.domain.alerts import may_speak
from desk.domain.cases import Status
from desk.domain.notices import HUMAN
from desk.domain.notifications import Kind
from desk.domain.reminders import PATIENCE_DAYS, Patience, asking_words, closing_words, patience_at
from desk.services.case_events import record_event
from desk.services.cases import move_case
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.notifications import notify
from desk.services.reminders import climb, climbed
from desk.services.speaking import can_be_told, speak

log = structlog.get_logger(__name__)

#: the clock of a person from whom nothing is heard
PERSON = "person"
OUTCOME = "お返事がなかったため、終わりにしました。"


def ask_the_silent(desk: Desk) -> int:
    """Ask or take leave of everybody whose turn it is, each in a transaction of its own; outside of hours nobody."""
    if not may_speak(desk.now()):
        return 0
    waits = select(Case.id).where(Case.status == Status.WAITING, Case.waiting_since.is_not(None)).order_by(Case.id)
    with desk.database.reading() as session:
        ids = session.scalars(waits).all()
    return sum(_be_patient(desk, each) for each in ids)


def _be_patient(desk: Desk, case_id: int) -> bool:
    with desk.database.transaction() as session:
        case = session.get_one(Case, case_id, with_for_update=True)
        step = _step(session, desk, case)
        if step is Patience.ASK:
            _ask(session, desk, case)
        elif step is Patience.CLOSE:
            _close(session, desk, case)
        number, conversation_id = case.number, case.conversation_id
    if step is not None:
        log.info("silence_noticed", case=number, step=step.value)
        desk.changes.report(conversation_id, CASES)
    return step is not None


def _step(session: Session, desk: Desk, case: Case) -> Patience | None:
    """Nobody is taken leave of who could not be asked."""
    if case.status != Status.WAITING or case.waiting_since is None:
        return None
    asked = climbed(session, case, PERSON, case.waiting_since, Patience.ASK)
    step = patience_at(desk.calendar, case.waiting_since, asked.at if asked else None, desk.now())
    reachable = can_be_told(session.get_one(Conversation, case.conversation_id))
    return None if step is Patience.CLOSE and not reachable else step


def _ask(session: Session, desk: Desk, case: Case) -> None:
    """Whoever came by phone or to the counter is left to the coordinator."""
    assert case.waiting_since is not None
    climb(session, desk, case, PERSON, case.waiting_since, [Patience.ASK])
    record_event(session, desk, case, "bot", "silence", {"step": Patience.ASK})
    conversation = session.get_one(Conversation, case.conversation_id)
    if can_be_told(conversation):
        until = desk.calendar.due_after(desk.now(), PATIENCE_DAYS)
        buttons = [HUMAN] if conversation.gate == "bot" else []
        text = asking_words(case.number, until, words_of(conversation))
        speak(session, desk, conversation.id, {"text": text, "buttons": buttons})
    elif case.assignee_id is not None:
        notify(session, desk, case.assignee_id, Kind.FOLLOW_UP, case)


def _close(session: Session, desk: Desk, case: Case) -> None:
    record_event(session, desk, case, "bot", "silence", {"step": Patience.CLOSE})
    move_case(session, desk, case, Status.CLOSED, "bot")
    case.outcome = case.outcome or OUTCOME
    record_event(session, desk, case, "bot", "outcome", {"outcome": case.outcome})
    text = closing_words(case.number, words_of(session.get_one(Conversation, case.conversation_id)))
    speak(session, desk, case.conversation_id, {"text": text, "buttons": [HUMAN]})
