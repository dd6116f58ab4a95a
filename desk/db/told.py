"""Keeps in the rows of cases what they are narrowed by and what people tell in the chat: in the same transaction."""

from typing import Any

from sqlalchemy import ScalarSelect, event, select, update
from sqlalchemy.orm import Session, sessionmaker

from desk.db.tables import Case, Fact

#: facts that are columns of a case, too
TOLD = ("area", "industry")


def keep_told(sessions: sessionmaker[Session]) -> None:
    """From now on cases follow the facts that these sessions store. Rows written past them do not."""
    event.listen(sessions, "after_flush", _after_flush)


def _after_flush(session: Session, _context: Any) -> None:
    conversations = {each.conversation_id for each in (*session.new, *session.dirty) if _matters(each, session)}
    if conversations:
        theirs = update(Case).where(Case.conversation_id.in_(conversations))
        session.connection().execute(theirs.values({name: _standing(name) for name in TOLD}))


def _matters(row: object, session: Session) -> bool:
    return (isinstance(row, Fact) and row.name in TOLD) or (isinstance(row, Case) and row in session.new)


def _standing(name: str) -> ScalarSelect[str]:
    """What holds: the newest row that was not taken back; empty when that says "I do not know"."""
    query = select(Fact.content["value"].as_string()).where(Fact.conversation_id == Case.conversation_id)
    query = query.where(Fact.name == name, Fact.retracted_at.is_(None))
    return query.order_by(Fact.id.desc()).limit(1).scalar_subquery()
