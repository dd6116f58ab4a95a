"""What a case is about, who was asked to take it, and the coordinators who can be asked."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Need(Base):
    """One topic of a case. Without an owner the lead of the case is responsible."""

    __tablename__ = "needs"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    speciality: Mapped[str]
    title: Mapped[str]
    status: Mapped[str] = mapped_column(default="open", index=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class Assignment(Base):
    """A coordinator, or an outside body, who was asked to take a need: each of them once."""

    __tablename__ = "assignments"
    __table_args__ = (
        UniqueConstraint("need_id", "staff_id"),
        UniqueConstraint("need_id", "body"),
        CheckConstraint("(staff_id IS NULL) <> (body IS NULL)", name="one_recipient"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)
    #: id of the catalogue's record of an outside body
    body: Mapped[str | None]
    status: Mapped[str] = mapped_column(default="offered")
    #: why it was declined
    reason: Mapped[str | None]
    #: what the one who asks, or the one who declines, wants the next to know
    note: Mapped[str | None] = mapped_column(Text)
    #: a login, or `bot`
    offered_by: Mapped[str]
    offered_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class Coordinator(Base):
    """What a member of staff can take on, and when they are there."""

    __tablename__ = "coordinators"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    specialities: Mapped[list[str]]
    #: [{"weekday": 0, "opens": "09:00", "closes": "12:00"}, …]; empty: the desk's own hours
    hours: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    #: so many unfinished needs at once
    max_load: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)


class Absence(Base):
    """Days on which somebody is away, both included."""

    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
