"""Remember what a person told, and what they could not tell; every change is a row of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Fact
from desk.domain.facts import FACTS, Kind
from desk.domain.intake import InvalidFacts, read_fact, read_facts
from desk.domain.situation import Facts
from desk.services.context import Desk

#: two ways to say one thing: the newer takes the place of the other, so that they never contradict each other
TWINS = {"founded_year": "age_years", "age_years": "founded_year"}


def raw_facts(session: Session, conversation_id: str) -> dict[str, Any]:
    """The facts of a conversation as the API writes them; null means asked and not known."""
    rows = session.scalars(
        select(Fact).where(Fact.conversation_id == conversation_id, Fact.retracted_at.is_(None)).order_by(Fact.id)
    )
    return {row.name: row.content.get("value") for row in rows}


def known_facts(session: Session, desk: Desk, conversation_id: str) -> Facts:
    """The same, for the engine."""
    return read_facts(raw_facts(session, conversation_id), desk.catalogue.areas, _today(desk))


def remember(
    session: Session, desk: Desk, conversation: Conversation, heard: Mapping[str, Any], message_id: int | None
) -> list[str]:
    """Store facts heard in a message; the names of those that are possible. Purposes and sites add up."""
    before = raw_facts(session, conversation.id)
    told = _without_twins(_possible(desk, heard))
    forget(session, desk, conversation, *(TWINS[name] for name in told if name in TWINS))
    for name, value in told.items():
        _store(session, desk, conversation, name, "known", {"value": _with_earlier(name, value, before)}, message_id)
    return list(told)


def replace_fact(
    session: Session, desk: Desk, conversation: Conversation, heard: Mapping[str, Any], message_id: int | None
) -> list[str]:
    """Like `remember`, but what was told of these facts before is taken back."""
    forget(session, desk, conversation, *_possible(desk, heard))
    return remember(session, desk, conversation, heard, message_id)


def remember_unknown(session: Session, desk: Desk, conversation: Conversation, name: str) -> None:
    """The person was asked and does not know, or would rather skip it."""
    _store(session, desk, conversation, name, "dont_know", {"value": None}, None)


def forget(session: Session, desk: Desk, conversation: Conversation, *names: str) -> None:
    """Take facts of these names back. The rows stay, marked."""
    _retract(session, desk, _standing(conversation).where(Fact.name.in_(names)))


def forget_everything(session: Session, desk: Desk, conversation: Conversation) -> None:
    """Take all facts back. The rows stay, marked."""
    _retract(session, desk, _standing(conversation))


def last_answered(session: Session, conversation_id: str) -> str | None:
    """The fact told or skipped most recently."""
    return session.scalar(
        select(Fact.name)
        .where(Fact.conversation_id == conversation_id, Fact.retracted_at.is_(None))
        .order_by(Fact.id.desc())
        .limit(1)
    )


def _standing(conversation: Conversation) -> Select[Fact]:
    return select(Fact).where(Fact.conversation_id == conversation.id, Fact.retracted_at.is_(None))


def _retract(session: Session, desk: Desk, query: Select[Fact]) -> None:
    for row in session.scalars(query):
        row.retracted_at = desk.now()
    session.flush()


def _possible(desk: Desk, heard: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in heard.items() if _is_possible(desk, name, value)}


def _is_possible(desk: Desk, name: str, value: Any) -> bool:
    try:
        read_fact(name, value, desk.catalogue.areas, _today(desk))
    except InvalidFacts:
        return False
    return True


def _without_twins(told: Mapping[str, Any]) -> dict[str, Any]:
    """Of two ways to say one thing, the last word."""
    names = list(told)
    return {name: told[name] for name in names if TWINS.get(name) not in names[names.index(name) :]}


def _with_earlier(name: str, value: Any, before: Mapping[str, Any]) -> Any:
    if FACTS[name].kind not in (Kind.CHOICES, Kind.PLACES):
        return value
    return list(dict.fromkeys([*(before.get(name) or []), *value]))


def _store(
    session: Session,
    desk: Desk,
    conversation: Conversation,
    name: str,
    state: str,
    content: dict[str, Any],
    message_id: int | None,
) -> None:
    row = Fact(
        conversation_id=conversation.id, name=name, state=state, content=content, message_id=message_id, at=desk.now()
    )
    session.add(row)
    session.flush()


def _today(desk: Desk) -> date:
    return desk.now().date()
