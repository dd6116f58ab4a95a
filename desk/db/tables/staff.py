"""People of the desk and their logins."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desk.db.base import Base


class Staff(Base):
    """A member of staff. The password is an argon2 hash."""

    __tablename__ = "staff"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    #: where notices go; nobody is reached by mail who has none
    email: Mapped[str | None]
    #: coordinator, lead, editor, administrator or auditor
    role: Mapped[str]
    password_hash: Mapped[str]
    #: somebody else made the password: it opens until then, and only to be replaced
    start_password_until: Mapped[datetime | None]
    active: Mapped[bool] = mapped_column(default=True)
    failed_logins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    #: encrypted; asked for from `totp_since` on, when a first code has proved that it was stored
    totp_secret: Mapped[str | None]
    totp_since: Mapped[datetime | None]
    #: the half minute whose code was used last; none is taken twice
    totp_step: Mapped[int | None]
    #: who this is at the organisation's own login, from the first time on
    oidc_subject: Mapped[str | None] = mapped_column(unique=True, index=True)


class StaffSession(Base):
    """A login in force. The cookie holds a token of which only the hash is stored."""

    __tablename__ = "staff_sessions"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    csrf_token: Mapped[str]
    #: what is still to be done before the session opens anything: second_factor, password, enrolment; then done
    stage: Mapped[str] = mapped_column(default="done", server_default="done")
    #: the browser, in a few words, for its owner to know it again
    browser: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class RecoveryCode(Base):
    """Opens once when the telephone with the codes is lost. Only hashes are stored."""

    __tablename__ = "recovery_codes"

    code_hash: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    used_at: Mapped[datetime | None]
