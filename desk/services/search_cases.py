"""Which cases hold certain words: the condition for a query, on both databases."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Integer, Select, and_, cast, literal_column, or_, select, text, true
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseText
from desk.domain.case_words import PIECE, Word, pieces_of_word, words_in


def says(session: Session, question: str) -> ColumnElement[bool]:
    """Cases in which every word of a question stands: in number, summary, contact, notes, or in what was said."""
    words = words_in(question)
    if not words:
        return true()
    if session.get_bind().dialect.name == "postgresql":
        return Case.id.in_(_on_postgresql(words))
    return and_(true(), *(Case.id.in_(_on_sqlite(word)) for word in words))


def _on_postgresql(words: Sequence[Word]) -> Select[int]:
    """By one look into the index. Figures are then read again in the text: their pieces easily stand apart."""
    wanted = " & ".join(f"({' | '.join(map(_pieces_query, word))})" for word in words)
    figures = (word for word in words if len(word[0]) > PIECE and any(sign.isdigit() for sign in word[0]))
    found = CaseText.pieces.op("@@")(cast(wanted, TSQUERY))
    return select(CaseText.case_id).where(found, *map(_holds, figures))


def _on_sqlite(word: Word) -> Select[int]:
    if len(word[0]) < PIECE:
        return select(CaseText.case_id).where(_holds(word))
    phrases = " OR ".join('"' + spelling.replace('"', '""') + '"' for spelling in word)
    found = literal_column("case_texts_fts").op("MATCH")(phrases)
    return select(literal_column("rowid", Integer)).select_from(text("case_texts_fts")).where(found)


def _holds(word: Word) -> ColumnElement[bool]:
    return or_(*(CaseText.text.contains(spelling, autoescape=True) for spelling in word))


def _pieces_query(spelling: str) -> str:
    if len(spelling) < PIECE:
        return f"{_quoted(spelling)}:*"
    return " & ".join(_quoted(piece) for piece in sorted(pieces_of_word(spelling)))


def _quoted(piece: str) -> str:
    return "'" + piece.replace("\\", "\\\\").replace("'", "''") + "'"
