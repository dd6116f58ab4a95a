"""What members of staff are told of, and how that leaves the desk."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base

UNREAD = text("read_at IS NULL")
UNSENT = text("next_at IS NOT NULL")


class Notification(Base):
    """One member of staff is told of one case. As long as it is unread, more of the same kind adds no other row."""

    __tablename__ = "notifications"
    __table_args__ = (
        Index("ix_notifications_unread", "staff_id", "case_id", sqlite_where=UNREAD, postgresql_where=UNREAD),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    #: login of whoever caused it, or bot
    actor: Mapped[str]
    at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class Delivery(Base):
    """A notification on its way out by one notifier: a row first, then sent, and tried again until it is accepted."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("notification_id", "notifier"),
        Index("ix_deliveries_next", "next_at", sqlite_where=UNSENT, postgresql_where=UNSENT),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    notification_id: Mapped[int] = mapped_column(ForeignKey("notifications.id"))
    #: which way: mail
    notifier: Mapped[str]
    failures: Mapped[int] = mapped_column(default=0)
    #: when it is tried next; empty when it is sent, given up, or no longer needed
    next_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    #: why the last attempt failed; names nobody
    trouble: Mapped[str | None]
