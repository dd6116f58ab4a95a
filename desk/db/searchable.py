"""Keeps the words of cases findable, within the very transaction that stores them."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, event, func, insert, inspect, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.types import String

from desk.db.tables import Case, CaseNote, CaseText, Message
from desk.domain.case_words import LONGEST_TEXT, normal, pieces

#: columns of a case that hold words
WORDS = ("number", "summary", "contact")


def keep_searchable(sessions: sessionmaker[Session]) -> None:
    """From now on whatever these sessions store can be found. Rows written past them need `index_case`."""
    event.listen(sessions, "after_flush", _after_flush)


def index_case(connection: Connection, case_id: int, conversation_id: str, head: Iterable[str]) -> None:
    """Write all words of a case anew: number, summary and contact, notes, then everything that was said."""
    noted = connection.scalars(select(CaseNote.text).where(CaseNote.case_id == case_id).order_by(CaseNote.id))
    said = connection.scalars(
        select(Message.text).where(Message.conversation_id == conversation_id).order_by(Message.id)
    )
    text = normal(" ".join([*head, *noted, *said]))[:LONGEST_TEXT]
    values = {"text": text, "pieces": _pieces(connection, text)}
    if not connection.execute(update(CaseText).where(CaseText.case_id == case_id).values(values)).rowcount:
        connection.execute(insert(CaseText).values(case_id=case_id, **values))


def head_of(case: Case) -> list[str]:
    """The words that stand in the row of a case."""
    return [case.number, case.summary, *(str(value) for value in (case.contact or {}).values())]


def _after_flush(session: Session, _context: Any) -> None:
    connection = session.connection()
    changed = [each for each in session.new if isinstance(each, Case)]
    changed += [each for each in session.dirty if isinstance(each, Case) and _words_changed(each)]
    for case in changed:
        index_case(connection, case.id, case.conversation_id, head_of(case))
    done = {case.id for case in changed}
    for cases, words in _added(session.new):
        _append(connection, and_(cases, CaseText.case_id.not_in(done)), normal(words))


def _added(new: Iterable[object]) -> Iterator[tuple[ColumnElement[bool], str]]:
    """What was said or noted, and which cases that belongs to."""
    for each in new:
        if isinstance(each, Message) and each.text:
            theirs = select(Case.id).where(Case.conversation_id == each.conversation_id)
            yield CaseText.case_id.in_(theirs), each.text
        elif isinstance(each, CaseNote):
            yield CaseText.case_id == each.case_id, each.text


def _append(connection: Connection, cases: ColumnElement[bool], text: str) -> None:
    """Add words to cases, as long as they have room."""
    room = func.length(CaseText.text) + len(text) < LONGEST_TEXT
    values: dict[str, Any] = {"text": CaseText.text + " " + text}
    if connection.dialect.name == "postgresql":
        values["pieces"] = CaseText.pieces.op("||")(_pieces(connection, text))
    connection.execute(update(CaseText).where(cases, room).values(values))


def _pieces(connection: Connection, text: str) -> ColumnElement[Any] | None:
    if connection.dialect.name != "postgresql":
        return None
    return func.array_to_tsvector(bindparam(None, sorted(pieces(text)), type_=ARRAY(String)))


def _words_changed(case: Case) -> bool:
    state = inspect(case)
    return any(state.attrs[name].history.has_changes() for name in WORDS)
