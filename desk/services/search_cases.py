"""Which cases hold certain words: the condition for a query, on both databases."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Integer, Select, and_, cast, literal_column, select, text, true
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseText
from desk.domain.case_words import PIECE, pieces_of_word, words_in


def says(session: Session, question: str) -> ColumnElement[bool]:
    """Cases in which every word of a question stands: in number, summary, contact, notes, or in what was said."""
    words = words_in(question)
    if not words:
        return true()
    if session.get_bind().dialect.name == "postgresql":
        return Case.id.in_(_on_postgresql(words))
    return and_(true(), *(Case.id.in_(_on_sqlite(word)) for word in words))


def _on_postgresql(words: Sequence[str]) -> Select[int]:
    """By one look into the index. Figures are then read again in the text: their pieces easily stand apart."""
    wanted = " & ".join(map(_pieces_query, words))
    figures = (word for word in words if len(word) > PIECE and any(sign.isdigit() for sign in word))
    found = CaseText.pieces.op("@@")(cast(wanted, TSQUERY))
    return select(CaseText.case_id).where(found, *map(_holds, figures))


def _on_sqlite(word: str) -> Select[int]:
    if len(word) < PIECE:
        return select(CaseText.case_id).where(_holds(word))
    phrase = '"' + word.replace('"', '""') + '"'
    found = literal_column("case_texts_fts").op("MATCH")(phrase)
    return select(literal_column("rowid", Integer)).select_from(text("case_texts_fts")).where(found)


def _holds(word: str) -> ColumnElement[bool]:
    return CaseText.text.contains(word, autoescape=True)


def _pieces_query(word: str) -> str:
    if len(word) < PIECE:
        return f"{_quoted(word)}:*"
    return " & ".join(_quoted(piece) for piece in sorted(pieces_of_word(word)))


def _quoted(piece: str) -> str:
    return "'" + piece.replace("\\", "\\\\").replace("'", "''") + "'"
