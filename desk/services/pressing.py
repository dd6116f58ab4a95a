"""How soon a case must be seen, judged anew when the person says more; and a person offered before they ask for one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Message
from desk.domain.cases import Status
from desk.domain.deadlines import URGENT
from desk.domain.notices import HUMAN_PAYLOAD, HUMAN_TITLE, PRESSING
from desk.domain.notifications import Kind
from desk.domain.pending import hands_over
from desk.domain.roles import Role
from desk.domain.urgency import Matter, Urgency, higher, urgency_of
from desk.services.case_events import record_event
from desk.services.clocks import start_clocks
from desk.services.context import Desk
from desk.services.facts import raw_facts
from desk.services.languages import words_of
from desk.services.notifications import notify
from desk.services.wishes import own_messages, wishes_of

#: as a background, so that a showing is not passed over before the conversation has been looked at
AN_INVENTION = "発明"


def reconsider(session: Session, desk: Desk, conversation: Conversation) -> None:
    """Open cases of a conversation become more urgent by what was said since, never less."""
    open_ones = (Case.conversation_id == conversation.id, Case.status != Status.CLOSED)
    for case in session.scalars(select(Case).where(*open_ones)):
        _told, matter = wishes_of(session, desk, conversation, None, case.reason)
        press(session, desk, case, urgency_of(matter, desk.now().date(), desk.calendar))


def press(session: Session, desk: Desk, case: Case, urgency: Urgency) -> None:
    """Note new reasons; a higher priority has shorter clocks, and the leads hear of an urgent case."""
    new = [reason for reason in urgency.reasons if reason not in case.urgency]
    before, case.priority = case.priority, higher(case.priority, urgency.priority)
    if not new:
        return
    case.urgency = [*case.urgency, *new]
    record_event(session, desk, case, "bot", "urgency", {"from": before, "to": case.priority})
    if case.priority != before:
        start_clocks(desk, case)
        tell_urgent(session, desk, case)


def tell_urgent(session: Session, desk: Desk, case: Case) -> None:
    """The lead of an urgent case hears of it, or the leads while it has none."""
    if case.priority == URGENT:
        notify(session, desk, case.assignee_id or Role.LEAD, Kind.URGENT, case)


def offer_person(session: Session, desk: Desk, message: Message) -> Iterator[Mapping[str, Any]]:
    """Said once, when a message tells of something that cannot wait and nobody has been asked for."""
    conversation = session.get_one(Conversation, message.conversation_id)
    if message.choice_id or hands_over(conversation.pending) or not _is_pressing(session, desk, message):
        return
    words = words_of(conversation)
    text = words.of(PRESSING)
    if _knows(session, conversation.id, text):
        return
    yield {"text": text, "buttons": [{"title": words.of(HUMAN_TITLE), "payload": HUMAN_PAYLOAD}]}


def _is_pressing(session: Session, desk: Desk, message: Message) -> bool:
    """Judged with what is known of the conversation; most messages need no look at that."""
    today, alone = desk.now().date(), Matter(texts=[message.text])
    if urgency_of(replace(alone, background=[AN_INVENTION]), today, desk.calendar).priority != URGENT:
        return False
    facts, said = raw_facts(session, message.conversation_id), own_messages(session, message.conversation_id)
    matter = replace(alone, disclosed=facts.get("disclosed"), filed=facts.get("filed"))
    matter = replace(matter, background=[each.text for each in said])
    return urgency_of(matter, today, desk.calendar).priority == URGENT


def _knows(session: Session, conversation_id: str, text: str) -> bool:
    """Whether it was said before, or people have the matter already."""
    said = select(Message.id).where(Message.conversation_id == conversation_id, Message.text == text)
    case = select(Case.id).where(Case.conversation_id == conversation_id, Case.status != Status.CLOSED)
    return session.scalar(said.limit(1)) is not None or session.scalar(case.limit(1)) is not None
