"""Remember what a person told, and what they could not tell; every change is a row of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Fact
from desk.domain.facts import FACTS, Kind
from desk.domain.intake import InvalidFacts, read_fact, read_facts
from desk.domain.situation import Facts
from desk.services.context import Desk


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
    stored = []
    for name, value in heard.items():
        if _possible(desk, name, value):
            _store(
                session, desk, conversation, name, "known", {"value": _with_earlier(name, value, before)}, message_id
            )
            stored.append(name)
    return stored


def replace_fact(
    session: Session, desk: Desk, conversation: Conversation, heard: Mapping[str, Any], message_id: int | None
) -> list[str]:
    """Like `remember`, but what was told of these facts before is taken back."""
    forget(session, desk, conversation, *heard)
    return remember(session, desk, conversation, heard, message_id)


def remember_unknown(session: Session, desk: Desk, conversation: Conversation, name: str) -> None:
    """The person was asked and does not know, or would rather skip it."""
    _store(session, desk, conversation, name, "dont_know", {"value": None}, None)


def forget(session: Session, desk: Desk, conversation: Conversation, *names: str) -> None:
    """Take facts back; without names, all of them. The rows stay, marked."""
    query = select(Fact).where(Fact.conversation_id == conversation.id, Fact.retracted_at.is_(None))
    for row in session.scalars(query.where(Fact.name.in_(names)) if names else query):
        row.retracted_at = desk.now()
    session.flush()


def last_answered(session: Session, conversation_id: str) -> str | None:
    """The fact told or skipped most recently."""
    return session.scalar(
        select(Fact.name)
        .where(Fact.conversation_id == conversation_id, Fact.retracted_at.is_(None))
        .order_by(Fact.id.desc())
        .limit(1)
    )


def _possible(desk: Desk, name: str, value: Any) -> bool:
    try:
        read_fact(name, value, desk.catalogue.areas, _today(desk))
    except InvalidFacts:
        return False
    return True


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
