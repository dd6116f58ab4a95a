"""What cases are found by."""

from typing import Any

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class CaseText(Base):
    """All words of a case in their normal form; `desk/db/searchable.py` keeps it, nobody else writes here.

    PostgreSQL finds by `pieces`; SQLite has a table of its own beside this one, kept by triggers.
    """

    __tablename__ = "case_texts"
    __table_args__ = (Index("ix_case_texts_pieces", "pieces", postgresql_using="gin"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True, autoincrement=False)
    text: Mapped[str] = mapped_column(Text)
    pieces: Mapped[Any | None] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))
