"""The case record: what was handed over to people, and everything that happened to it since."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Case(Base):
    """One consultation in the hands of people. Contact data stands here only after consent."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    number: Mapped[str] = mapped_column(unique=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    status: Mapped[str] = mapped_column(default="new", index=True)
    speciality: Mapped[str] = mapped_column(index=True)
    priority: Mapped[str] = mapped_column(default="normal")
    #: why the case was opened: asked, failure, …
    reason: Mapped[str]
    summary: Mapped[str] = mapped_column(Text)
    #: {"name", "company", "email", "phone"}, whatever was given
    contact: Mapped[dict[str, Any]] = mapped_column(default=dict)
    consent_at: Mapped[datetime | None]
    #: version of the wording the person agreed to
    consent_wording: Mapped[str | None]
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    outcome: Mapped[str | None]
    satisfaction: Mapped[int | None]
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class CaseEvent(Base):
    """One thing that happened to a case. Rows are only ever added."""

    __tablename__ = "case_events"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    actor: Mapped[str]
    kind: Mapped[str]
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]


class Counter(Base):
    """A named number that only grows; case numbers come from here."""

    __tablename__ = "counters"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int] = mapped_column(default=0)
