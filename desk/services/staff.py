"""Staff logins: argon2 passwords, server-side sessions, a lock after repeated failures."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.db.tables import Staff, StaffSession
from desk.services.context import Desk

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
ATTEMPTS = 5
LOCK = timedelta(minutes=15)

_hasher = PasswordHasher()
#: verified when there is no such login, so that both take the same time
_NOBODY = _hasher.hash(secrets.token_urlsafe())


class LoginRefused(PermissionError):
    """Login and password do not fit, or the account is locked for a while."""


@dataclass(frozen=True)
class Member:
    """The member of staff behind a request."""

    id: int
    login: str
    name: str
    role: str
    csrf_token: str


def create_staff(desk: Desk, login: str, name: str, role: str, password: str) -> None:
    """Add a member of staff, or set name, role and password of an existing one, whose sessions end."""
    with desk.database.transaction() as session:
        staff = session.scalar(select(Staff).where(Staff.login == login))
        if staff is None:
            staff = Staff(login=login)
            session.add(staff)
        staff.name, staff.role, staff.password_hash = name, role, _hasher.hash(password)
        staff.active, staff.failed_logins, staff.locked_until = True, 0, None
        session.flush()
        session.execute(delete(StaffSession).where(StaffSession.staff_id == staff.id))


def anybody_there(desk: Desk) -> bool:
    """Whether any login exists yet."""
    with desk.database.reading() as session:
        return bool(session.scalar(select(func.count(Staff.id))))


def log_in(desk: Desk, login: str, password: str) -> str:
    """A new session's token. Raises `LoginRefused`; the failure is counted before it is raised."""
    with desk.database.transaction() as session:
        staff = session.scalar(select(Staff).where(Staff.login == login, Staff.active))
        token = _try(session, desk, staff, password)
    if token is None:
        raise LoginRefused(login)
    return token


def log_out(desk: Desk, token: str) -> None:
    """End a session."""
    with desk.database.transaction() as session:
        row = session.get(StaffSession, _digest(token))
        if row is not None:
            session.delete(row)


def member_of(desk: Desk, token: str) -> Member | None:
    """Who holds a session token; None when it is unknown, idle too long or too old. Keeps the session alive."""
    with desk.database.transaction() as session:
        row = session.get(StaffSession, _digest(token))
        if row is None:
            return None
        now = desk.now()
        staff = session.get_one(Staff, row.staff_id)
        if now - row.seen_at > IDLE or now - row.created_at > LONGEST or not staff.active:
            session.delete(row)
            return None
        row.seen_at = now
        return Member(staff.id, staff.login, staff.name, staff.role, row.csrf_token)


def _try(session: Session, desk: Desk, staff: Staff | None, password: str) -> str | None:
    now = desk.now()
    fits = _fits(staff.password_hash if staff else _NOBODY, password)
    if staff is None or (staff.locked_until and staff.locked_until > now):
        return None
    if not fits:
        staff.failed_logins += 1
        staff.locked_until = now + LOCK if staff.failed_logins % ATTEMPTS == 0 else None
        return None
    staff.failed_logins, staff.locked_until = 0, None
    token = secrets.token_urlsafe(32)
    csrf = secrets.token_urlsafe(32)
    session.add(
        StaffSession(token_hash=_digest(token), staff_id=staff.id, csrf_token=csrf, created_at=now, seen_at=now)
    )
    return token


def _fits(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False


def _digest(token: str) -> str:
    """Sessions are stored by the hash of their token: a copy of the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()
