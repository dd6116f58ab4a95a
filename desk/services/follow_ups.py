"""Use cases: ask what came of a case 90 and 180 days after it was closed, and note the answer."""

from dataclasses import dataclass
from datetime import date, timedelta

import structlog
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseResult, Conversation, FollowUp, Message, Staff
from desk.domain.alerts import may_speak
from desk.domain.cases import Status
from desk.domain.desk_payloads import Press
from desk.domain.follow_up import AFTER_DAYS, ALREADY, ANSWERS, WINDOW_DAYS, covers, due_on, question, result_of, thanks
from desk.domain.notifications import Kind
from desk.domain.results import Result, ResultKind
from desk.services.case_events import record_event
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.notifications import notify
from desk.services.reminders import tell_lead
from desk.services.results import add_result, standing_results
from desk.services.speaking import can_be_told, may_interrupt, speak

log = structlog.get_logger(__name__)

PAGE_SIZE = 100


class NoSuchFollowUp(LookupError):
    """There is no such follow-up, or it has an answer already."""


@dataclass(frozen=True)
class Task:
    """A follow-up that waits for an answer, as staff see it."""

    id: int
    number: str
    summary: str
    after_days: int
    due_on: date
    assignee: str | None
    contact: dict[str, str]
    asked: bool


def begin_follow_ups(desk: Desk) -> int:
    """Make a task of every case whose day has come, and ask the person where consent covers it."""
    if not may_speak(desk.now()):
        return 0
    begun = 0
    for after_days in AFTER_DAYS:
        with desk.database.reading() as session:
            ids = session.scalars(_due(desk, after_days)).all()
        begun += sum(_begin(desk, case_id, after_days) for case_id in ids)
    return begun


def open_follow_ups(desk: Desk) -> list[Task]:
    """The tasks that wait, the oldest first."""
    query = (
        select(FollowUp, Case, Staff.name)
        .join(Case, Case.id == FollowUp.case_id)
        .outerjoin(Staff, Staff.id == Case.assignee_id)
        .where(FollowUp.answer.is_(None))
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    with desk.database.reading() as session:
        return [_task(*row) for row in session.execute(query.limit(PAGE_SIZE))]


def answer_follow_up(desk: Desk, follow_up_id: int, answer: str, note: str, actor: str) -> str:
    """Staff note what they learnt; the number of the case. Raises `NoSuchFollowUp`."""
    with desk.database.transaction() as session:
        row = session.get(FollowUp, follow_up_id, with_for_update=True)
        if row is None or row.answer is not None:
            raise NoSuchFollowUp(follow_up_id)
        row.note = note or None
        case = _note(session, desk, row, answer, actor)
        number, conversation_id = case.number, case.conversation_id
    desk.changes.report(conversation_id, CASES)
    return number


def press_follow_up(session: Session, desk: Desk, message: Message, press: Press) -> None:
    """Take the person's answer; the first one counts."""
    row = session.get_one(FollowUp, press.row_id, with_for_update=True)
    text = ALREADY
    if row.answer is None and press.value in ANSWERS:
        case = _note(session, desk, row, press.value, "user")
        text = thanks(press.value)
        if case.assignee_id is not None:
            notify(session, desk, case.assignee_id, Kind.FOLLOW_UP, case)
    speak(session, desk, message.conversation_id, {"text": text}, message.id)


def _due(desk: Desk, after_days: int) -> Select[int]:
    """Cases closed so long ago that are not followed up yet; a case linked to an earlier one is followed up there."""
    latest = desk.now() - timedelta(days=after_days)
    begun = select(FollowUp.id).where(FollowUp.case_id == Case.id, FollowUp.after_days == after_days).exists()
    closed = (Case.status == Status.CLOSED, Case.closed_at <= latest, Case.closed_at > latest - timedelta(WINDOW_DAYS))
    helped = (Case.replied_at.is_not(None), Case.linked_id.is_(None))
    return select(Case.id).where(*closed, *helped, ~begun).order_by(Case.id)


def _begin(desk: Desk, case_id: int, after_days: int) -> bool:
    with desk.database.transaction() as session:
        case = session.get_one(Case, case_id, with_for_update=True)
        known = select(FollowUp.id).where(FollowUp.case_id == case.id, FollowUp.after_days == after_days)
        if case.closed_at is None or session.scalar(known) is not None:
            return False
        row = FollowUp(case_id=case.id, after_days=after_days, due_on=due_on(case.closed_at, after_days))
        session.add(row)
        session.flush()
        _ask(session, desk, case, row)
        record_event(session, desk, case, "bot", "follow_up", {"after_days": after_days, "asked": bool(row.asked_at)})
        number, conversation_id = case.number, case.conversation_id
    log.info("follow_up_begun", case=number, after_days=after_days)
    desk.changes.report(conversation_id, CASES)
    return True


def _ask(session: Session, desk: Desk, case: Case, row: FollowUp) -> None:
    """The task is the owner's, whether or not the person can be asked."""
    conversation = session.get_one(Conversation, case.conversation_id)
    if covers(case.consent_wording) and can_be_told(conversation) and may_interrupt(conversation):
        row.asked_at = desk.now()
        speak(session, desk, conversation.id, question(row.id, case.number, words_of(conversation)))
    owner = session.get(Staff, case.assignee_id) if case.assignee_id else None
    if owner is not None and owner.active:
        notify(session, desk, owner.id, Kind.FOLLOW_UP, case)
    else:
        tell_lead(session, desk, Kind.FOLLOW_UP, case)


def _note(session: Session, desk: Desk, row: FollowUp, answer: str, actor: str) -> Case:
    """The answer, its event, and the result it stands for: as of today, since nobody was asked for the day."""
    case = session.get_one(Case, row.case_id)
    row.answer, row.answered_at, row.answered_by = answer, desk.now(), actor
    record_event(session, desk, case, actor, "followed_up", {"after_days": row.after_days, "answer": answer})
    kind = result_of(answer)
    if kind is not None and not _stands(session, case, kind):
        add_result(session, desk, case, actor, Result(kind, desk.now().date()))
    return case


def _stands(session: Session, case: Case, kind: ResultKind) -> bool:
    """Whether such a result is in the record: after 180 days many tell again what they told after 90."""
    same = standing_results().where(CaseResult.case_id == case.id, CaseResult.kind == kind)
    return session.scalar(same.limit(1)) is not None


def _task(row: FollowUp, case: Case, assignee: str | None) -> Task:
    asked = row.asked_at is not None
    return Task(row.id, case.number, case.summary, row.after_days, row.due_on, assignee, case.contact, asked)
