"""What staff do with cases: list, read, answer, move on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent, Conversation, Message, Staff, Verdicts
from desk.domain.cases import Status, check_transition
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.conversations import Said, said
from desk.services.facts import raw_facts
from desk.services.openings import record_event

PAGE_SIZE = 50


class NoSuchCase(LookupError):
    """There is no case of this number."""


class NoSuchStaff(LookupError):
    """There is no member of staff of this login."""


@dataclass(frozen=True)
class CaseLine:
    """A case in a list."""

    number: str
    status: str
    speciality: str
    priority: str
    channel: str
    created_at: datetime
    due_at: datetime
    assignee: str | None
    summary: str


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


@dataclass(frozen=True)
class Page:
    """One page of a list. `total` counts all that match."""

    lines: list[CaseLine]
    total: int
    page: int


def list_cases(
    desk: Desk, status: str | None = None, speciality: str | None = None, q: str | None = None, page: int = 1
) -> Page:
    """Cases, the most urgent first: open before closed, high priority first, then by when they fall due."""
    query = _matching(select(Case, Conversation.channel, Staff.login), status, speciality, q)
    order = (Case.status == Status.CLOSED, Case.priority != "high", Case.due_at, Case.id)
    with desk.database.reading() as session:
        total = session.scalar(_matching(select(func.count(Case.id)), status, speciality, q)) or 0
        rows = session.execute(query.order_by(*order).limit(PAGE_SIZE).offset((page - 1) * PAGE_SIZE))
        return Page([_line(*row) for row in rows], total, page)


def read_case(desk: Desk, number: str) -> CaseFile:
    """One case, whole. Raises `NoSuchCase`."""
    with desk.database.reading() as session:
        case = _find(session, number)
        conversation = session.get_one(Conversation, case.conversation_id)
        assignee = session.get(Staff, case.assignee_id) if case.assignee_id else None
        shown = _last_verdicts(session, conversation.id)
        return CaseFile(
            line=_line(case, conversation.channel, assignee.login if assignee else None),
            facts=raw_facts(session, conversation.id),
            contact=case.contact or None,
            consent_at=case.consent_at,
            verdicts=shown.items if shown else [],
            catalogue_version=shown.catalogue_version if shown else None,
            transcript=_transcript(session, conversation.id),
            events=_events(session, case),
            outcome=case.outcome,
            satisfaction=case.satisfaction,
            gate=conversation.gate,
        )


def answer_case(desk: Desk, number: str, text: str, actor: str) -> Said:
    """A member of staff writes to the person; from then on the bot is silent until the case is handed back."""
    with desk.database.transaction() as session:
        case = _find(session, number)
        conversation = session.get_one(Conversation, case.conversation_id)
        staff = session.scalar(select(Staff).where(Staff.login == actor))
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
        if case.status in (Status.NEW, Status.ASSIGNED):
            _move(session, desk, case, Status.IN_PROGRESS, actor)
        session.flush()
        record_event(session, desk, case, actor, "answered", {"message_id": row.id})
        result = said(row)
    desk.changes.report(conversation.id, CASES)
    return result


def update_case(desk: Desk, number: str, actor: str, changes: Mapping[str, Any]) -> None:
    """Change status, assignee (a login, or None) or outcome. Closing gives the conversation back to the bot.

    Raises `NoSuchCase`, `NoSuchStaff` and `ImpossibleTransition`.
    """
    with desk.database.transaction() as session:
        case = _find(session, number)
        if "assignee" in changes:
            _assign(session, desk, case, changes["assignee"], actor)
        if "status" in changes:
            _move(session, desk, case, Status(changes["status"]), actor)
        if "outcome" in changes:
            case.outcome = changes["outcome"]
            record_event(session, desk, case, actor, "outcome", {"outcome": case.outcome})
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)


def hand_back(desk: Desk, number: str, actor: str) -> None:
    """Let the bot speak again in the conversation of a case."""
    with desk.database.transaction() as session:
        case = _find(session, number)
        session.get_one(Conversation, case.conversation_id).gate = "bot"
        record_event(session, desk, case, actor, "handed_back")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)


def _move(session: Session, desk: Desk, case: Case, wanted: Status, actor: str) -> None:
    before = Status(case.status)
    check_transition(before, wanted)
    if wanted == before:
        return
    case.status = wanted
    case.closed_at = desk.now() if wanted == Status.CLOSED else None
    if wanted == Status.CLOSED:
        session.get_one(Conversation, case.conversation_id).gate = "bot"
    record_event(session, desk, case, actor, "status", {"from": before, "to": wanted})


def _assign(session: Session, desk: Desk, case: Case, login: str | None, actor: str) -> None:
    staff = session.scalar(select(Staff).where(Staff.login == login, Staff.active)) if login else None
    if login and staff is None:
        raise NoSuchStaff(login)
    case.assignee_id = staff.id if staff else None
    record_event(session, desk, case, actor, "assigned", {"assignee": login})
    if staff and case.status == Status.NEW:
        _move(session, desk, case, Status.ASSIGNED, actor)


def _find(session: Session, number: str) -> Case:
    case = session.scalar(select(Case).where(Case.number == number))
    if case is None:
        raise NoSuchCase(number)
    return case


def _matching(
    query: Select[*tuple[Any, ...]], status: str | None, speciality: str | None, q: str | None
) -> Select[*tuple[Any, ...]]:
    query = query.select_from(Case).join(Conversation, Conversation.id == Case.conversation_id)
    query = query.outerjoin(Staff, Staff.id == Case.assignee_id)
    if status:
        query = query.where(Case.status == status)
    if speciality:
        query = query.where(Case.speciality == speciality)
    return query.where(_says(q)) if q else query


def _says(q: str) -> ColumnElement[bool]:
    """The number itself, or words that stand in the summary or in the transcript."""
    said_so = select(Message.conversation_id).where(Message.text.contains(q, autoescape=True))
    return or_(Case.number == q, Case.summary.contains(q, autoescape=True), Case.conversation_id.in_(said_so))


def _line(case: Case, channel: str, assignee: str | None) -> CaseLine:
    return CaseLine(
        case.number,
        case.status,
        case.speciality,
        case.priority,
        channel,
        case.created_at,
        case.due_at,
        assignee,
        case.summary,
    )


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
