"""Who read and changed what. The database refuses to change or remove a row."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.append_only import keep
from desk.db.base import Base


class AuditEntry(Base):
    """One thing that somebody did. Numbers have no gap, and each row holds the hash of the row before it."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)
    #: a login, or what acts without one: api, cli
    actor: Mapped[str]
    #: console, api or cli
    via: Mapped[str]
    kind: Mapped[str] = mapped_column(index=True)
    #: the case number, login or message that it is about
    subject: Mapped[str] = mapped_column(index=True)
    #: identifiers only
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    previous: Mapped[str]
    hash: Mapped[str]

    __table_args__ = (Index("ix_audit_actor_kind_subject", "actor", "kind", "subject", "id"),)


keep(AuditEntry.__table__)  # type: ignore[arg-type]
