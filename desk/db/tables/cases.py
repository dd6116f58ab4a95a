"""The case record: what was handed over to people, and everything that happened to it since."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.append_only import keep
from desk.db.base import Base


class Case(Base):
    """One consultation in the hands of people. Contact data stands here only after consent."""

    __tablename__ = "cases"
    __table_args__ = (Index("ix_cases_area", "area", "status"), Index("ix_cases_industry", "industry", "status"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    number: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    status: Mapped[str] = mapped_column(default="new", index=True)
    speciality: Mapped[str] = mapped_column(index=True)
    priority: Mapped[str] = mapped_column(default="normal")
    #: why it is urgent, as sentences for staff
    urgency: Mapped[list[str]] = mapped_column(default=list)
    #: why the case was opened: asked, failure, …
    reason: Mapped[str]
    summary: Mapped[str] = mapped_column(Text)
    #: {"name", "company", "email", "phone"}, whatever was given
    contact: Mapped[dict[str, Any]] = mapped_column(default=dict)
    consent_at: Mapped[datetime | None]
    #: version of the wording the person agreed to
    consent_wording: Mapped[str | None]
    #: written (in the chat) or oral (on the phone, at the counter)
    consent_how: Mapped[str | None]
    #: how and when the person would like to be called
    contact_preference: Mapped[str | None]
    #: the lead
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    #: the earlier case of the same person in the same matter; a linked case stays whole
    linked_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    outcome: Mapped[str | None]
    satisfaction: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(index=True)
    #: by when the first reply is due
    due_at: Mapped[datetime]
    #: by when the person must have been reached; empty in cases older than the rule
    contact_due_at: Mapped[datetime | None]
    #: the first reply of staff
    replied_at: Mapped[datetime | None]
    #: when the person was first spoken with: they wrote back, or staff noted it
    reached_at: Mapped[datetime | None]
    #: the first message of the person that staff have not answered yet
    unanswered_since: Mapped[datetime | None]
    #: since when the desk waits for the person
    waiting_since: Mapped[datetime | None]
    #: the earliest of the deadlines that run; empty when nobody owes anything
    next_due_at: Mapped[datetime | None] = mapped_column(index=True)
    #: when the lead was told that it is late
    escalated_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    #: where the person is and what they do, as told last: to find cases by, kept by `desk/db/told.py`
    area: Mapped[str | None]
    industry: Mapped[str | None]


class CaseEvent(Base):
    """One thing that happened to a case. Rows are only ever added."""

    __tablename__ = "case_events"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    actor: Mapped[str]
    kind: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


keep(CaseEvent.__table__)  # type: ignore[arg-type]


class Counter(Base):
    """A named number that only grows; case numbers come from here."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(default=0)
