"""What the desk could not answer."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class UnansweredQuestion(Base):
    """A question that no entry answers, once for all who ask it. `text` hides personal numbers."""

    __tablename__ = "unanswered_questions"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    #: identity of the normalised text
    text_hash: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    #: where it was asked last
    conversation_id: Mapped[str | None] = mapped_column(ForeignKey("conversations.id", ondelete="SET NULL"))
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    count: Mapped[int]
    #: the entry that answers it now
    entry_id: Mapped[str | None]
