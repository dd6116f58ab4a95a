"""Open cases: number, speciality, promise and first event, inside the caller's transaction."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent, Conversation, Counter
from desk.domain.cases import Promise, Speciality, Status, case_number, speciality_for
from desk.services.context import Desk
from desk.services.facts import raw_facts

#: the desk answers first within this many business days
FIRST_REPLY_DAYS = 1


def open_case(
    session: Session, desk: Desk, conversation: Conversation, reason: str, topic: str | None, summary: str
) -> Case:
    """A new case of this conversation. Contact and consent are the caller's to set."""
    now = desk.now()
    purposes = raw_facts(session, conversation.id).get("purposes") or ()
    case = Case(
        number=case_number(now.year, _next_number(session, f"case-{now.year}")),
        conversation_id=conversation.id,
        status=Status.NEW,
        speciality=speciality_for(topic, purposes),
        priority="high" if reason in ("failure", "complaint") else "normal",
        reason=reason,
        summary=summary,
        created_at=now,
        due_at=desk.calendar.due_after(now, FIRST_REPLY_DAYS),
        contact={},
    )
    session.add(case)
    session.flush()
    record_event(session, desk, case, "bot", "opened", {"reason": reason, "speciality": case.speciality})
    return case


def open_failure_case(session: Session, desk: Desk, conversation_id: str) -> None:
    """The bot could not answer: leave a case for people, unless one of this conversation is open already."""
    if open_case_of(session, conversation_id) is None:
        conversation = session.get_one(Conversation, conversation_id)
        open_case(session, desk, conversation, "failure", None, "自動応答が止まり、答えられませんでした。")


def open_case_of(session: Session, conversation_id: str) -> Case | None:
    """The newest case of a conversation that is not closed."""
    return session.scalar(
        select(Case)
        .where(Case.conversation_id == conversation_id, Case.status != Status.CLOSED)
        .order_by(Case.id.desc())
        .limit(1)
    )


def promise_of(desk: Desk, case: Case) -> Promise:
    """What the person is told about a case."""
    return Promise(case.number, Speciality(case.speciality), case.due_at, desk.calendar.is_open(desk.now()))


def record_event(
    session: Session, desk: Desk, case: Case, actor: str, kind: str, detail: Mapping[str, Any] | None = None
) -> None:
    """Add one event; events are never changed."""
    session.add(CaseEvent(case_id=case.id, actor=actor, kind=kind, detail=dict(detail or {}), at=desk.now()))


def _next_number(session: Session, name: str) -> int:
    """The next value of a counter; the row's lock makes it unique among all writers."""
    step = update(Counter).where(Counter.name == name).values(value=Counter.value + 1).returning(Counter.value)
    value = session.scalar(step)
    if value is None:
        _make_counter(session, name)
        value = session.scalars(step).one()
    return value


def _make_counter(session: Session, name: str) -> None:
    """Start a counter at 0, unless somebody else has just done so."""
    try:
        with session.begin_nested():
            session.add(Counter(name=name, value=0))
    except IntegrityError:
        session.expire_all()
