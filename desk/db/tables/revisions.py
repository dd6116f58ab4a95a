"""What staff write over the seeds: drafts of records on their way to the public, and the desk's own data."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Revision(Base):
    """One version of a record, from the first draft to the decision. Rows are never deleted: they are the history."""

    __tablename__ = "revisions"
    __table_args__ = (
        CheckConstraint("decided_by_id IS NULL OR decided_by_id <> author_id", name="four_eyes"),
        CheckConstraint("state NOT IN ('published', 'returned') OR decided_by_id IS NOT NULL", name="somebody_decided"),
        CheckConstraint("(state = 'published') = (serial IS NOT NULL)", name="published_in_order"),
        Index("ix_revisions_subject", "kind", "subject", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    #: program or entry
    kind: Mapped[str]
    #: the id of the record
    subject: Mapped[str]
    #: the fields that are edited here, key for key as in the seeds
    content: Mapped[dict[str, Any]]
    #: draft, submitted, returned, published or withdrawn
    state: Mapped[str] = mapped_column(default="draft")
    #: why the record is changed
    reason: Mapped[str] = mapped_column(Text)
    #: where it comes from when nobody began it here: a draft of Jグランツ, questions nobody could answer
    origin: Mapped[dict[str, Any]] = mapped_column(default=dict)
    #: the serial of the published revision that the draft was made from; empty when that was the seed
    base_serial: Mapped[int | None]
    #: digest of the seed's own fields when the draft was made; empty when there was no seed
    seed_digest: Mapped[str | None]
    author_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    edited_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    #: who published it or sent it back, and what they said
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]
    comment: Mapped[str | None] = mapped_column(Text)
    #: the place in the order of publishing, among all records
    serial: Mapped[int | None] = mapped_column(unique=True)


class ProfileEdit(Base):
    """The desk's place, hours, closing days and ways to reach it, as somebody set them; the newest row holds."""

    __tablename__ = "profile_edits"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    content: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
