"""What keeps a case from being forgotten, and what the desk asks after it is closed."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base

WAITING = text("answer IS NULL")


class Reminder(Base):
    """One rung of a ladder that was climbed for one deadline of a case: nobody is told the same twice."""

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("case_id", "clock", "due_at", "rung"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    #: what somebody waits for: first_reply, contact, answer, owner, person
    clock: Mapped[str]
    #: the deadline it was about; a new one begins a new ladder
    due_at: Mapped[datetime]
    rung: Mapped[str]
    at: Mapped[datetime]


class FollowUp(Base):
    """A date after closing on which the desk asks what came of a case: a task until it has an answer."""

    __tablename__ = "follow_ups"
    __table_args__ = (
        UniqueConstraint("case_id", "after_days"),
        Index("ix_follow_ups_waiting", "case_id", sqlite_where=WAITING, postgresql_where=WAITING),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    after_days: Mapped[int]
    due_on: Mapped[date] = mapped_column(index=True)
    #: when the person was asked on their channel; empty while that is left to staff
    asked_at: Mapped[datetime | None]
    #: what came of it: a kind of result, nothing_yet, or declined
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    #: `user`, or a login
    answered_by: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(Text)


class Survey(Base):
    """Three questions after closing, asked once a case; each may be left out."""

    __tablename__ = "surveys"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    #: the question that waits: score, solved, word, writing, done
    step: Mapped[str]
    #: 1 (worst) to 5 (best)
    score: Mapped[int | None]
    solved: Mapped[bool | None]
    word: Mapped[str | None] = mapped_column(Text)
    asked_at: Mapped[datetime] = mapped_column(index=True)
    #: the first answer that was not left out
    answered_at: Mapped[datetime | None]
