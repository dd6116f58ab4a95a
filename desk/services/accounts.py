"""What every member of staff does with their own account: password and open sessions."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Staff, StaffSession
from desk.domain.audit import Doer, Kind
from desk.domain.passwords import Fault, fault_of
from desk.services.audit import record
from desk.services.context import Desk
from desk.services.staff import (
    IDLE,
    LONGEST,
    Member,
    Stage,
    count_failure,
    digest_of,
    end_sessions,
    is_locked,
    knows_password,
    set_password,
    stage_after_code,
)

#: of the hash of a token, enough to name a session in a form
_NAME = 16


class WrongPassword(PermissionError):
    """The password of today does not fit, or the login is locked for a while."""


class UnfitPassword(ValueError):
    """The new password cannot be taken."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class OpenSession:
    """A login in force; `name` tells it from others and opens nothing."""

    name: str
    browser: str
    created_at: datetime
    seen_at: datetime
    this: bool


def change_password(desk: Desk, member: Member, token: str, current: str, new: str) -> None:
    """Replace one's password; other sessions end. Raises `WrongPassword` and `UnfitPassword`."""
    _check(new, member)
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, member.id, with_for_update=True)
        if known := not is_locked(desk, staff) and knows_password(staff, current):
            _replace(session, desk, staff, token, new)
        else:
            count_failure(desk, staff)
    if not known:
        raise WrongPassword


def choose_first_password(desk: Desk, member: Member, token: str, new: str) -> Stage:
    """Replace the password that somebody else made; gives the next step of this session.

    Raises `UnfitPassword`, for the old one, too.
    """
    _check(new, member)
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, member.id, with_for_update=True)
        row = session.get_one(StaffSession, digest_of(token))
        if row.stage != Stage.PASSWORD:
            return Stage(row.stage)
        if knows_password(staff, new):
            raise UnfitPassword(Fault.OLD)
        _replace(session, desk, staff, token, new)
        row.stage = stage_after_code(desk, staff)
        return Stage(row.stage)


def own_sessions(desk: Desk, member: Member, token: str) -> list[OpenSession]:
    """Where one is logged in, the latest first."""
    now = desk.now()
    live = (StaffSession.seen_at > now - IDLE, StaffSession.created_at > now - LONGEST)
    with desk.database.reading() as session:
        mine = select(StaffSession).where(StaffSession.staff_id == member.id, *live)
        rows = session.scalars(mine.order_by(StaffSession.seen_at.desc())).all()
    this = digest_of(token)
    return [
        OpenSession(row.token_hash[:_NAME], row.browser, row.created_at, row.seen_at, row.token_hash == this)
        for row in rows
    ]


def end_session(desk: Desk, member: Member, name: str) -> None:
    """End one of one's own sessions; one that has ended already does no harm."""
    with desk.database.transaction() as session:
        mine = session.scalars(select(StaffSession).where(StaffSession.staff_id == member.id))
        for row in [row for row in mine if row.token_hash[:_NAME] == name]:
            session.delete(row)
        record(session, desk, Doer(member.login), Kind.SESSIONS_ENDED, member.login, {"which": "one"})


def end_other_sessions(desk: Desk, member: Member, token: str) -> None:
    """Stay logged in here alone."""
    with desk.database.transaction() as session:
        end_sessions(session, member.id, but=token)
        record(session, desk, Doer(member.login), Kind.SESSIONS_ENDED, member.login, {"which": "others"})


def _check(new: str, member: Member) -> None:
    if fault := fault_of(new, member.login, member.name):
        raise UnfitPassword(fault)


def _replace(session: Session, desk: Desk, staff: Staff, token: str, new: str) -> None:
    set_password(staff, new)
    end_sessions(session, staff.id, but=token)
    record(session, desk, Doer(staff.login), Kind.PASSWORD_CHANGED, staff.login, {"action": "own"})
