"""What people say of the help they got."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Feedback(Base):
    """One rating or word of praise or blame. The words themselves stand in the message."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("conversations.id"), index=True)
    #: the person's message; one message is one row
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), unique=True)
    #: the reply of the bot or of staff that stood before it
    about_id: Mapped[int | None] = mapped_column(ForeignKey("messages.id"))
    #: 1 (worst) to 5 (best), when a figure was named
    score: Mapped[int | None]
    #: whether it is praise; empty when neither figure nor words tell
    liked: Mapped[bool | None]
    at: Mapped[datetime] = mapped_column(index=True)
