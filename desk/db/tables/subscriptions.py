"""Who wants to be told of which call, and which process does the work that nobody asks for."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Subscription(Base):
    """A wish to be told in a conversation when a program's call opens and is about to close."""

    __tablename__ = "subscriptions"
    __table_args__ = (UniqueConstraint("conversation_id", "program_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    #: id of the record in the catalogue
    program_id: Mapped[str]
    created_at: Mapped[datetime]
    #: when the person was last told that the call is open; empty while it is not
    opened_notified_on: Mapped[date | None]
    #: when the person was last told that it closes soon
    closing_notified_on: Mapped[date | None]


class Lease(Base):
    """The right of one process to do a piece of background work until a time."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    until: Mapped[datetime]
