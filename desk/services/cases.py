"""What staff do with cases: read, answer, move on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent, Conversation, Message, Staff, Verdicts
from desk.domain.cases import Status, check_transition
from desk.domain.outlook import Outlook, outlook_of
from desk.services.briefs import brief_for
from desk.services.case_events import record_event
from desk.services.case_lists import CaseLine, line_of
from desk.services.case_rows import find_case
from desk.services.changes import CASES
from desk.services.clocks import running
from desk.services.context import Desk
from desk.services.conversations import Said, said
from desk.services.facts import raw_facts
from desk.services.leads import set_lead
from desk.services.needs import NeedLine, end_needs, read_needs, revive_needs
from desk.services.takeover import check_unanswered, give_back


@dataclass(frozen=True)
class Happening:
    """One event of a case."""

    at: datetime
    actor: str
    kind: str
    detail: dict[str, Any]


@dataclass(frozen=True)
class CaseFile:
    """A case with everything that belongs to it."""

    line: CaseLine
    facts: dict[str, Any]
    contact: dict[str, Any] | None
    consent_at: datetime | None
    verdicts: list[dict[str, Any]]
    catalogue_version: str | None
    transcript: list[Said]
    events: list[Happening]
    outcome: str | None
    satisfaction: int | None
    gate: str
    needs: tuple[NeedLine, ...]
    #: what a coordinator reads first
    brief: tuple[str, ...]
    urgency: tuple[str, ...]
    #: how and when the person would like to be called
    preference: str | None
    #: written or oral
    consent_how: str | None
    #: the deadlines that run, the next to end first
    outlooks: tuple[Outlook, ...] = ()


def read_case(desk: Desk, number: str) -> CaseFile:
    """One case, whole. Raises `NoSuchCase`."""
    with desk.database.reading() as session:
        case = find_case(session, number)
        conversation = session.get_one(Conversation, case.conversation_id)
        assignee = session.get(Staff, case.assignee_id) if case.assignee_id else None
        shown = _last_verdicts(session, conversation.id)
        facts, needs = raw_facts(session, conversation.id), read_needs(session, desk, case)
        verdicts = shown.items if shown else []
        return CaseFile(
            line=line_of(case, conversation.channel, assignee.login if assignee else None),
            facts=facts,
            contact=case.contact or None,
            consent_at=case.consent_at,
            verdicts=verdicts,
            catalogue_version=shown.catalogue_version if shown else None,
            transcript=_transcript(session, conversation.id),
            events=_events(session, case),
            outcome=case.outcome,
            satisfaction=case.satisfaction,
            gate=conversation.gate,
            needs=needs,
            brief=brief_for(session, desk, case, needs, facts, verdicts),
            urgency=tuple(case.urgency),
            preference=case.contact_preference,
            consent_how=case.consent_how,
            outlooks=tuple(outlook_of(desk.calendar, each, desk.now()) for each in running(desk, case)),
        )


def answer_case(
    desk: Desk, number: str, text: str, actor: str, seen: int | None = None, draft: str | None = None
) -> Said:
    """A member of staff writes to the person; from then on the bot is silent until the case is handed back.

    `seen` is the last message they had before them: raises `AnsweredMeanwhile` when a colleague has written since.
    `draft` names the source of the draft they began with.
    """
    with desk.database.transaction() as session:
        case = find_case(session, number)
        conversation = session.get_one(Conversation, case.conversation_id, with_for_update=True)
        staff = session.scalar(select(Staff).where(Staff.login == actor))
        if seen is not None and staff is not None:
            check_unanswered(session, conversation.id, seen, staff.id)
        row = Message(
            conversation_id=conversation.id,
            author="staff",
            staff_id=staff.id if staff else None,
            text=text,
            content={},
            at=desk.now(),
        )
        session.add(row)
        conversation.gate = "staff"
        if staff is not None and conversation.holder_id is None:
            conversation.holder_id = staff.id
        if case.status in (Status.NEW, Status.ASSIGNED):
            move_case(session, desk, case, Status.IN_PROGRESS, actor)
        session.flush()
        record_event(
            session, desk, case, actor, "answered", {"message_id": row.id} | ({"draft": draft} if draft else {})
        )
        result = said(row)
    desk.changes.report(conversation.id, CASES)
    return result


def update_case(desk: Desk, number: str, actor: str, changes: Mapping[str, Any]) -> None:
    """Change status, assignee (a login, or None), outcome or contact_preference. Closing gives the bot its say back.

    Raises `NoSuchCase`, `NoSuchStaff`, `NoCaseworker` and `ImpossibleTransition`.
    """
    with desk.database.transaction() as session:
        case = find_case(session, number)
        if "assignee" in changes:
            set_lead(session, desk, case, changes["assignee"], actor)
        if "status" in changes:
            move_case(session, desk, case, Status(changes["status"]), actor)
        if "outcome" in changes:
            case.outcome = changes["outcome"]
            record_event(session, desk, case, actor, "outcome", {"outcome": case.outcome})
        if "contact_preference" in changes:
            case.contact_preference = changes["contact_preference"]
            record_event(session, desk, case, actor, "preference")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)


def hand_back(desk: Desk, number: str, actor: str) -> None:
    """Let the bot speak again in the conversation of a case."""
    with desk.database.transaction() as session:
        case = find_case(session, number)
        give_back(session, desk, session.get_one(Conversation, case.conversation_id))
        record_event(session, desk, case, actor, "handed_back")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)


def move_case(session: Session, desk: Desk, case: Case, wanted: Status, actor: str) -> None:
    """Move a case on inside the caller's transaction. Closing gives the conversation back to the bot.

    Raises `ImpossibleTransition`.
    """
    before = Status(case.status)
    check_transition(before, wanted)
    if wanted == before:
        return
    closed_at = case.closed_at
    case.status = wanted
    case.closed_at = desk.now() if wanted == Status.CLOSED else None
    record_event(session, desk, case, actor, "status", {"from": before, "to": wanted})
    if wanted == Status.CLOSED:
        give_back(session, desk, session.get_one(Conversation, case.conversation_id))
        end_needs(session, desk, case, actor)
    elif closed_at is not None:
        revive_needs(session, desk, case, closed_at, actor)


def _last_verdicts(session: Session, conversation_id: str) -> Verdicts | None:
    return session.scalar(
        select(Verdicts).where(Verdicts.conversation_id == conversation_id).order_by(Verdicts.id.desc()).limit(1)
    )


def _transcript(session: Session, conversation_id: str) -> list[Said]:
    rows = session.scalars(select(Message).where(Message.conversation_id == conversation_id).order_by(Message.id))
    return [said(row) for row in rows]


def _events(session: Session, case: Case) -> list[Happening]:
    rows = session.scalars(select(CaseEvent).where(CaseEvent.case_id == case.id).order_by(CaseEvent.id))
    return [Happening(row.at, row.actor, row.kind, row.detail) for row in rows]
