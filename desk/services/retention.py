"""Use case: what people said and who they were is forgotten when the time for which the ward keeps it is over.

What stays names nobody: numbers, kinds, times, area and industry, so that indicators of earlier years do not change;
and the events and results of a case, which are only ever added.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Select, delete, or_, select, update
from sqlalchemy.orm import Session

from desk.db.tables import (
    Assignment,
    Case,
    CaseNote,
    Conversation,
    Fact,
    FollowUp,
    Message,
    Need,
    Offer,
    Review,
    Subscription,
    Survey,
    UnansweredQuestion,
    Verdicts,
)
from desk.db.told import TOLD
from desk.domain.audit import Doer, Kind, Via
from desk.domain.cases import Speciality, Status
from desk.domain.needs import TITLES
from desk.services.audit import record
from desk.services.context import Desk

log = structlog.get_logger(__name__)

#: what stands in the place of a case's summary
FORGOTTEN = "（保存期間が過ぎたため、内容を消しました）"
#: facts in a verdict that indicators count by
COUNTED = frozenset({*TOLD, "purposes"})
#: the record names the job as the one who did it
JOB = Doer("retention", Via.JOB)
#: no job takes long: what is left is done at its next time
AT_ONCE = 500


def forget_old(desk: Desk) -> int:
    """Forget every conversation in which nothing has happened for longer than the ward keeps it; how many they were.

    A case that is not closed keeps its conversation.
    """
    if desk.retention is None:
        return 0
    before = desk.now() - desk.retention
    with desk.database.reading() as session:
        ids = session.scalars(_over(before).limit(AT_ONCE)).all()
    return sum(_forget(desk, each, before) for each in ids)


def _over(before: datetime) -> Select[str]:
    """Conversations of which nothing is younger than a moment."""
    kept = or_(Case.status != Status.CLOSED, Case.closed_at.is_(None), Case.closed_at >= before)
    case = select(Case.id).where(Case.conversation_id == Conversation.id, kept)
    said = select(Message.id).where(Message.conversation_id == Conversation.id, Message.at >= before)
    query = select(Conversation.id).where(Conversation.forgotten_at.is_(None), Conversation.heard_at < before)
    return query.where(~case.exists(), ~said.exists()).order_by(Conversation.heard_at)


def _forget(desk: Desk, conversation_id: str, before: datetime) -> bool:
    """One conversation with its cases, in a transaction of its own, unless somebody has just written."""
    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation_id, with_for_update=True)
        if session.scalar(_over(before).where(Conversation.id == conversation_id)) is None:
            return False
        cases = session.scalars(select(Case).where(Case.conversation_id == conversation_id).order_by(Case.id)).all()
        _forget_words(session, conversation_id)
        for case in cases:
            _forget_case(session, case)
        _forget_person(session, desk, conversation_id)
        session.flush()
        numbers = [case.number for case in cases]
        record(session, desk, JOB, Kind.FORGOTTEN, conversation_id, {"cases": numbers} if numbers else {})
    log.info("conversation_forgotten", conversation=conversation_id, cases=numbers)
    return True


def _forget_words(session: Session, conversation_id: str) -> None:
    """What was said, shown and understood; that and when something was said stays, with its intent."""
    theirs = select(Message.id).where(Message.conversation_id == conversation_id)
    session.execute(delete(Review).where(Review.message_id.in_(theirs)))
    session.execute(delete(Offer).where(Offer.conversation_id == conversation_id))
    session.execute(delete(Subscription).where(Subscription.conversation_id == conversation_id))
    session.execute(delete(Fact).where(Fact.conversation_id == conversation_id, Fact.name.not_in(TOLD)))
    asked = update(UnansweredQuestion).where(UnansweredQuestion.conversation_id == conversation_id)
    session.execute(asked.values(conversation_id=None))
    nothing: dict[str, Any] = {"text": "", "content": {}, "understood": {}, "external_id": None}
    session.execute(update(Message).where(Message.conversation_id == conversation_id).values(nothing))
    for row in session.scalars(select(Verdicts).where(Verdicts.conversation_id == conversation_id)):
        row.facts = {name: value for name, value in row.facts.items() if name in COUNTED}
        row.items = [{name: each[name] for name in ("id", "verdict") if name in each} for each in row.items]


def _forget_case(session: Session, case: Case) -> None:
    """Who it was and what staff wrote of them."""
    session.execute(delete(CaseNote).where(CaseNote.case_id == case.id))
    session.execute(update(FollowUp).where(FollowUp.case_id == case.id).values(note=None))
    session.execute(update(Survey).where(Survey.case_id == case.id).values(word=None))
    _forget_needs(session, session.scalars(select(Need).where(Need.case_id == case.id)))
    case.summary, case.contact, case.urgency = FORGOTTEN, {}, []
    case.contact_preference, case.outcome = None, None


def _forget_needs(session: Session, needs: Iterable[Need]) -> None:
    for need in needs:
        need.title = TITLES[Speciality(need.speciality)]
        session.execute(update(Assignment).where(Assignment.need_id == need.id).values(note=None))


def _forget_person(session: Session, desk: Desk, conversation_id: str) -> None:
    """Where they wrote from: whoever comes back begins anew."""
    conversation = session.get_one(Conversation, conversation_id)
    conversation.address, conversation.draft = f"forgotten:{conversation_id}", {}
    conversation.forgotten_at = desk.now()
