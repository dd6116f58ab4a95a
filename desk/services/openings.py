"""Open cases: number, speciality, promise and first event, inside the caller's transaction."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation
from desk.domain.cases import Promise, Speciality, Status, case_number
from desk.domain.routing import specialities_for
from desk.domain.urgency import urgency_of
from desk.services.case_events import record_event
from desk.services.clocks import start_clocks
from desk.services.context import Desk
from desk.services.counters import next_number
from desk.services.needs import needs_of, note_need, open_needs, requalify
from desk.services.offering import ask_somebody
from desk.services.pressing import press, tell_urgent
from desk.services.wishes import wishes_of


def open_case(
    session: Session,
    desk: Desk,
    conversation: Conversation,
    reason: str,
    topic: str | None,
    summary: str,
    chosen: Sequence[Speciality] = (),
) -> Case:
    """A new case with its needs, each offered to who fits. Contact and consent are the caller's to set.

    The needs are those that staff have `chosen`, else those that the conversation tells of.
    """
    now = desk.now()
    told, matter = wishes_of(session, desk, conversation, topic, reason)
    specialities, urgency = tuple(chosen) or specialities_for(told), urgency_of(matter, now.date(), desk.calendar)
    case = Case(
        number=case_number(now.year, next_number(session, f"case-{now.year}")),
        conversation_id=conversation.id,
        status=Status.NEW,
        speciality=specialities[0],
        priority=urgency.priority,
        urgency=list(urgency.reasons),
        reason=reason,
        summary=summary,
        created_at=now,
        contact={},
    )
    start_clocks(desk, case)
    session.add(case)
    session.flush()
    needs = open_needs(session, desk, case, specialities)
    record_event(session, desk, case, "bot", "opened", {"reason": reason, "speciality": case.speciality})
    if desk.profile.offer_automatically:
        for need in needs:
            ask_somebody(session, desk, case, need)
    tell_urgent(session, desk, case)
    return case


def widen_case(session: Session, desk: Desk, conversation: Conversation, case: Case, topic: str | None) -> None:
    """A case that was opened before anybody knew what it is about takes up what is known now."""
    told, matter = wishes_of(session, desk, conversation, topic, case.reason)
    needs = needs_of(session, case)
    for speciality in specialities_for(told):
        if speciality in (Speciality.GENERAL, *(need.speciality for need in needs)):
            continue
        if len(needs) == 1 and needs[0].speciality == Speciality.GENERAL and needs[0].owner_id is None:
            requalify(session, desk, case, needs[0], speciality, "bot")
            need = needs[0]
        else:
            need = open_needs(session, desk, case, [speciality])[0]
            needs.append(need)
            note_need(session, desk, case, need, "bot", "need_added", speciality=speciality)
        if desk.profile.offer_automatically:
            ask_somebody(session, desk, case, need)
    press(session, desk, case, urgency_of(matter, desk.now().date(), desk.calendar))


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
