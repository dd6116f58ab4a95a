"""Events and clinics that staff have entered."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class OccasionRow(Base):
    """An event or a clinic. One that was called off stays, since people may have been told of it."""

    __tablename__ = "occasions"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_it_starts"),
        Index("ix_occasions_coming", "kind", "ends_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    #: event or clinic
    kind: Mapped[str]
    title: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    #: who holds it; of a clinic, which expert comes
    host: Mapped[str]
    place: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    url: Mapped[str | None]
    #: who wrote it last, and when
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    called_off_at: Mapped[datetime | None]
