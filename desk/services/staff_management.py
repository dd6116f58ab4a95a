"""What administrators do with the logins of others: add, change, take out of use, help back in."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from desk.db.tables import Staff, StaffSession
from desk.domain.audit import Doer, Kind
from desk.domain.passwords import start_password
from desk.domain.roles import Role, check_change
from desk.services.audit import record
from desk.services.case_rows import NoSuchStaff
from desk.services.context import Desk
from desk.services.second_factor import forget_factor
from desk.services.staff import (
    IDLE,
    LONGEST,
    Stage,
    end_sessions,
    hold_administrators,
    is_locked,
    other_administrators,
    set_password,
)

#: so long a password that an administrator made can be used, once
START_PASSWORD_LASTS = timedelta(days=7)
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{1,49}")
#: who acts in the record without being a member of staff
RESERVED = frozenset({"api", "bot", "cli", "user"})
MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class LoginTaken(ValueError):
    """Somebody has this login already, whether active or not."""


class UnfitStaff(ValueError):
    """A login, a name or an address that cannot be."""


@dataclass(frozen=True)
class StaffLine:
    """A member of staff in the list. `sessions` counts those in force."""

    login: str
    name: str
    email: str | None
    role: Role
    active: bool
    locked: bool
    second_factor: bool
    linked: bool
    start_password_until: datetime | None
    sessions: int
    seen_at: datetime | None


@dataclass(frozen=True)
class Described:
    """What an administrator says of somebody."""

    name: str
    role: Role
    email: str | None = None


def list_staff(desk: Desk) -> list[StaffLine]:
    """Everybody: active before those who have left, by name."""
    now = desk.now()
    live = and_(
        StaffSession.staff_id == Staff.id,
        StaffSession.stage == Stage.DONE,
        StaffSession.seen_at > now - IDLE,
        StaffSession.created_at > now - LONGEST,
    )
    query = select(Staff, func.count(StaffSession.token_hash), func.max(StaffSession.seen_at))
    query = query.outerjoin(StaffSession, live)
    with desk.database.reading() as session:
        rows = session.execute(query.group_by(Staff.id).order_by(Staff.active.desc(), Staff.name, Staff.login))
        return [_line(desk, staff, count, seen) for staff, count, seen in rows]


def read_staff(desk: Desk, login: str) -> StaffLine:
    """One member of staff. Raises `NoSuchStaff`."""
    for line in list_staff(desk):
        if line.login == login:
            return line
    raise NoSuchStaff(login)


def add_staff(desk: Desk, login: str, described: Described, doer: Doer) -> str:
    """Add somebody; gives a password to be told to them, which is stored as a hash and shown nowhere again.

    Raises `LoginTaken` and `UnfitStaff`.
    """
    if not may_be_login(login):
        raise UnfitStaff(login)
    password = start_password()
    with desk.database.transaction() as session:
        if session.scalar(select(Staff.id).where(Staff.login == login)) is not None:
            raise LoginTaken(login)
        staff = Staff(login=login, active=True)
        _describe(staff, described)
        set_password(staff, password, desk.now() + START_PASSWORD_LASTS)
        session.add(staff)
        record(session, desk, doer, Kind.STAFF_CHANGED, login, {"action": "added", "role": described.role})
    return password


def may_be_login(login: str) -> bool:
    """Whether a login is written as logins are, and stands for nobody else in the record."""
    return LOGIN.fullmatch(login) is not None and login not in RESERVED


def change_staff(desk: Desk, login: str, described: Described, doer: Doer) -> None:
    """Change name, role and address.

    Raises `NoSuchStaff`, `UnfitStaff`, `OwnAccount` and `LastAdministrator`.
    """
    with desk.database.transaction() as session:
        hold_administrators(session)
        staff = _find(session, login)
        _check(session, staff, described.role, doer)
        before = staff.role
        _describe(staff, described)
        changed = {"action": "changed", "role": staff.role, "before": before}
        record(session, desk, doer, Kind.STAFF_CHANGED, login, changed)


def deactivate_staff(desk: Desk, login: str, doer: Doer) -> None:
    """Take a login out of use at once; the record keeps its name.

    Raises `NoSuchStaff`, `OwnAccount` and `LastAdministrator`.
    """
    with desk.database.transaction() as session:
        hold_administrators(session)
        staff = _find(session, login)
        _check(session, staff, None, doer)
        staff.active = False
        end_sessions(session, staff.id)
        record(session, desk, doer, Kind.STAFF_CHANGED, login, {"action": "deactivated"})


def reactivate_staff(desk: Desk, login: str, doer: Doer) -> str:
    """Take a login into use again, with a new start password. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        staff = _find(session, login)
        staff.active = True
        return _give_start_password(session, desk, staff, doer, "reactivated")


def reset_password(desk: Desk, login: str, doer: Doer) -> str:
    """A new start password for somebody who cannot log in; the lock is lifted, sessions end. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        return _give_start_password(session, desk, _find(session, login), doer, "password_reset")


def reset_second_factor(desk: Desk, login: str, doer: Doer) -> None:
    """For a telephone that is lost: the next login asks for no code; sessions end. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        staff = _find(session, login)
        forget_factor(session, staff)
        end_sessions(session, staff.id)
        record(session, desk, doer, Kind.STAFF_CHANGED, login, {"action": "second_factor_reset"})


def unlink_staff(desk: Desk, login: str, doer: Doer) -> None:
    """Forget who this is at the organisation's own login; the next one there counts anew. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        _find(session, login).oidc_subject = None
        record(session, desk, doer, Kind.STAFF_CHANGED, login, {"action": "unlinked"})


def end_sessions_of(desk: Desk, login: str, doer: Doer) -> None:
    """Log somebody out everywhere. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        end_sessions(session, _find(session, login).id)
        record(session, desk, doer, Kind.SESSIONS_ENDED, login, {"which": "all"})


def _find(session: Session, login: str) -> Staff:
    staff = session.scalar(select(Staff).where(Staff.login == login).with_for_update())
    if staff is None:
        raise NoSuchStaff(login)
    return staff


def _check(session: Session, staff: Staff, after: Role | None, doer: Doer) -> None:
    if staff.active:
        check_change(Role(staff.role), after, doer == Doer(staff.login), other_administrators(session, staff))


def _describe(staff: Staff, described: Described) -> None:
    name, email = described.name.strip(), (described.email or "").strip()
    if not name or (email and not MAIL.fullmatch(email)):
        raise UnfitStaff(staff.login)
    staff.name, staff.role, staff.email = name, described.role, email or None


def _give_start_password(session: Session, desk: Desk, staff: Staff, doer: Doer, action: str) -> str:
    password = start_password()
    set_password(staff, password, desk.now() + START_PASSWORD_LASTS)
    end_sessions(session, staff.id)
    record(session, desk, doer, Kind.STAFF_CHANGED, staff.login, {"action": action})
    return password


def _line(desk: Desk, staff: Staff, sessions: int, seen_at: datetime | None) -> StaffLine:
    return StaffLine(
        staff.login,
        staff.name,
        staff.email,
        Role(staff.role),
        staff.active,
        is_locked(desk, staff),
        staff.totp_since is not None,
        staff.oidc_subject is not None,
        staff.start_password_until,
        sessions,
        seen_at,
    )
