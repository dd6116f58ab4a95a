"""Logins of staff: argon2 passwords, server-side sessions that open in steps, a lock after repeated failures."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.db.tables import Staff, StaffSession
from desk.domain.audit import Doer, Kind, Via
from desk.domain.roles import Role, check_change
from desk.services.audit import record
from desk.services.context import Desk

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
ATTEMPTS = 5
LOCK = timedelta(minutes=15)
#: whoever works at the command line has no login of the desk
OPERATOR = Doer("cli", Via.CLI)
#: stands in the record for a login that does not exist: it may be a password typed in the wrong place
NOBODY = "?"

_hasher = PasswordHasher()
#: verified when there is no such login, so that both take the same time
_NOBODYS_HASH = _hasher.hash(secrets.token_urlsafe())


class LoginRefused(PermissionError):
    """Login and password do not fit, or the account is locked for a while."""


class Stage(StrEnum):
    """What is still to be done in a session before it opens anything."""

    #: give a code
    SECOND_FACTOR = "second_factor"
    #: replace a password that somebody else made
    PASSWORD = "password"
    #: set up a second factor, since this role may not go without
    ENROLMENT = "enrolment"
    DONE = "done"


@dataclass(frozen=True)
class Member:
    """The member of staff behind a request."""

    id: int
    login: str
    name: str
    role: str
    csrf_token: str


def create_staff(desk: Desk, login: str, name: str, role: str, password: str) -> None:
    """Add a member of staff, or set name, role and password of an existing one, whose sessions end.

    For operators; what a password must be is asked where a person types it. Raises `LastAdministrator`.
    """
    with desk.database.transaction() as session:
        hold_administrators(session)
        staff = session.scalar(select(Staff).where(Staff.login == login))
        if staff is None:
            staff = Staff(login=login)
            session.add(staff)
        else:
            check_change(Role(staff.role), Role(role), False, other_administrators(session, staff))
        staff.name, staff.role, staff.active = name, role, True
        set_password(staff, password)
        session.flush()
        end_sessions(session, staff.id)
        record(session, desk, OPERATOR, Kind.STAFF_CHANGED, login, {"action": "set", "role": role})


def anybody_there(desk: Desk) -> bool:
    """Whether any login exists yet."""
    with desk.database.reading() as session:
        return bool(session.scalar(select(func.count(Staff.id))))


def log_in(desk: Desk, login: str, password: str, browser: str = "") -> str:
    """A new session's token; the session may have steps before it (`stage_of`).

    Raises `LoginRefused`; the failure is counted before it is raised.
    """
    with desk.database.transaction() as session:
        staff = session.scalar(select(Staff).where(Staff.login == login, Staff.active).with_for_update())
        token = _try(session, desk, staff, password, browser)
        doer = Doer(staff.login if staff else NOBODY)
        record(session, desk, doer, Kind.LOGIN if token else Kind.LOGIN_FAILED, doer.name, {"by": "password"})
    if token is None:
        raise LoginRefused(login)
    return token


def log_out(desk: Desk, token: str) -> None:
    """End a session."""
    with desk.database.transaction() as session:
        row = session.get(StaffSession, digest_of(token))
        if row is not None:
            login = session.get_one(Staff, row.staff_id).login
            session.delete(row)
            record(session, desk, Doer(login), Kind.LOGOUT, login)


def member_of(desk: Desk, token: str) -> Member | None:
    """Who holds a session token; None when it is unknown, idle too long, too old or not all steps are done.

    Keeps the session alive.
    """
    held = _held(desk, token)
    return held[0] if held and held[1] == Stage.DONE else None


def on_the_way(desk: Desk, token: str) -> tuple[Member, Stage] | None:
    """Who holds a token and what is still to be done; None for a session that has ended or is complete."""
    held = _held(desk, token)
    return held if held and held[1] != Stage.DONE else None


def begin_session(session: Session, desk: Desk, staff: Staff, stage: Stage, browser: str) -> str:
    """The token of a new session."""
    token, now = secrets.token_urlsafe(32), desk.now()
    row = StaffSession(token_hash=digest_of(token), staff_id=staff.id, csrf_token=secrets.token_urlsafe(32))
    row.stage, row.browser, row.created_at, row.seen_at = stage, browser, now, now
    session.add(row)
    return token


def end_sessions(session: Session, staff_id: int, but: str = "") -> None:
    """End all sessions of somebody, except the one of a token."""
    others = (StaffSession.staff_id == staff_id, StaffSession.token_hash != digest_of(but))
    session.execute(delete(StaffSession).where(*others))


def set_password(staff: Staff, password: str, until: datetime | None = None) -> None:
    """Replace the password and lift a lock; with `until`, it is somebody else's make and opens until then only."""
    staff.password_hash, staff.start_password_until = _hasher.hash(password), until
    staff.failed_logins, staff.locked_until = 0, None


def knows_password(staff: Staff, password: str) -> bool:
    """Whether this is the password."""
    return _fits(staff.password_hash, password)


def count_failure(desk: Desk, staff: Staff) -> None:
    """A wrong password or code: every fifth locks the login for a while."""
    staff.failed_logins += 1
    staff.locked_until = desk.now() + LOCK if staff.failed_logins % ATTEMPTS == 0 else None


def is_locked(desk: Desk, staff: Staff) -> bool:
    """Whether nothing is taken for now, be it right or wrong."""
    return staff.locked_until is not None and staff.locked_until > desk.now()


def stage_after_password(desk: Desk, staff: Staff) -> Stage:
    """The first step after the password."""
    asked = desk.safeguards.second_factor != "off" and staff.totp_since is not None
    return Stage.SECOND_FACTOR if asked else stage_after_code(desk, staff)


def stage_after_code(desk: Desk, staff: Staff) -> Stage:
    """The step after the code, or after a password that nothing follows."""
    if staff.start_password_until is not None:
        return Stage.PASSWORD
    lacking = staff.totp_since is None and desk.safeguards.needs_second_factor(staff.role)
    return Stage.ENROLMENT if lacking else Stage.DONE


def hold_administrators(session: Session) -> None:
    """Call before anything that may take one away: two who take each other away at once wait for each other."""
    administrators = (Staff.active, Staff.role == Role.ADMINISTRATOR)
    session.scalars(select(Staff.id).where(*administrators).order_by(Staff.id).with_for_update()).all()


def other_administrators(session: Session, staff: Staff) -> int:
    """How many others could manage logins."""
    active = (Staff.active, Staff.role == Role.ADMINISTRATOR, Staff.id != staff.id)
    return session.scalar(select(func.count(Staff.id)).where(*active)) or 0


def digest_of(token: str) -> str:
    """Sessions are stored by the hash of their token: a copy of the database opens nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def _held(desk: Desk, token: str) -> tuple[Member, Stage] | None:
    with desk.database.transaction() as session:
        row = session.get(StaffSession, digest_of(token))
        if row is None:
            return None
        now = desk.now()
        staff = session.get_one(Staff, row.staff_id)
        if now - row.seen_at > IDLE or now - row.created_at > LONGEST or not staff.active:
            session.delete(row)
            return None
        row.seen_at = now
        return Member(staff.id, staff.login, staff.name, staff.role, row.csrf_token), Stage(row.stage)


def _try(session: Session, desk: Desk, staff: Staff | None, password: str, browser: str) -> str | None:
    fits = _fits(staff.password_hash if staff else _NOBODYS_HASH, password)
    if staff is None or is_locked(desk, staff):
        return None
    if not fits:
        count_failure(desk, staff)
        return None
    if staff.start_password_until and staff.start_password_until < desk.now():
        return None
    stage = stage_after_password(desk, staff)
    if stage != Stage.SECOND_FACTOR:  # else whoever knows the password alone could try codes without end
        staff.failed_logins, staff.locked_until = 0, None
    return begin_session(session, desk, staff, stage, browser)


def _fits(password_hash: str, password: str) -> bool:
    try:
        return _hasher.verify(password_hash, password)
    except VerifyMismatchError:
        return False
