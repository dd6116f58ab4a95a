"""What staff made of messages that were hardly understood."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Review(Base):
    """The right reading of one message. Goes when its message goes."""

    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), unique=True)
    #: identity of the normalised text: whoever says the same again is not asked about again
    text_hash: Mapped[str] = mapped_column(unique=True)
    #: the right intent; empty when the message is not to be learnt from
    intent: Mapped[str | None]
    #: entity, value, start and end of each that is right
    entities: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    #: training or test; empty with the intent
    use: Mapped[str | None]
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    exported_at: Mapped[datetime | None]
