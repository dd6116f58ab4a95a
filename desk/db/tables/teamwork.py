"""What staff write for each other and keep ready: notes on cases, canned texts, marks in transcripts."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class CaseNote(Base):
    """A note on a case for colleagues; it never reaches the person. Never changed: a correction is another note."""

    __tablename__ = "case_notes"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class CannedText(Base):
    """A text kept ready for replies, with variables in braces. A retired one stays, since events name it."""

    __tablename__ = "canned_texts"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    #: id in `seeds/canned.yaml` for those that came with the desk
    seed: Mapped[str | None] = mapped_column(unique=True)
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    #: who wrote it last; empty for a seed that nobody has touched
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class TranscriptMark(Base):
    """Staff found something wrong in what was made of a person's message. Once for each kind of fault."""

    __tablename__ = "transcript_marks"
    __table_args__ = (UniqueConstraint("message_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    #: intent, fact or answer
    kind: Mapped[str]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
