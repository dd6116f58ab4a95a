"""The second factor: codes of a telephone that change every half minute, and ten codes for the day it is lost."""

import hashlib
import secrets
from dataclasses import dataclass

import pyotp
import segno
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.db.tables import RecoveryCode, Staff, StaffSession
from desk.domain.audit import Doer, Kind
from desk.services.audit import record
from desk.services.context import Desk
from desk.services.staff import (
    NOBODY,
    Member,
    Stage,
    count_failure,
    digest_of,
    end_sessions,
    is_locked,
    knows_password,
    stage_after_code,
)

ISSUER = "ワンストップ相談窓口"
RECOVERY_CODES = 10
STEP_SECONDS = 30
#: codes of the half minute before and after count, too: clocks differ, and typing takes time
_DRIFT = (-1, 0, 1)
#: no letters and digits that are taken for each other; four groups of four are 79 bits, so a plain hash is safe
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class WrongCode(PermissionError):
    """The code does not fit, was used before, or the login is locked for a while."""


class NotAgreed(PermissionError):
    """The desk or the role demands a second factor."""


@dataclass(frozen=True)
class Enrolment:
    """A secret to be stored in a telephone: to be typed, and as a picture (a data URI)."""

    secret: str
    picture: str


@dataclass(frozen=True)
class Factor:
    """How somebody's second factor stands."""

    on: bool
    needed: bool
    codes_left: int


def read_factor(desk: Desk, staff_id: int) -> Factor:
    """Whether it is set up, must be, and how many recovery codes are left."""
    with desk.database.reading() as session:
        staff = session.get_one(Staff, staff_id)
        unused = select(func.count()).where(RecoveryCode.staff_id == staff_id, RecoveryCode.used_at.is_(None))
        left = session.scalar(unused) or 0
        return Factor(staff.totp_since is not None, desk.safeguards.needs_second_factor(staff.role), left)


def begin_enrolment(desk: Desk, staff_id: int) -> Enrolment | None:
    """The secret that waits for its first code: the same until then. None when a second factor is set up already."""
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, staff_id)
        if staff.totp_since is not None:
            return None
        if staff.totp_secret is None:
            staff.totp_secret = desk.safeguards.hide(pyotp.random_base32())
        secret = desk.safeguards.reveal(staff.totp_secret)
        uri = pyotp.TOTP(secret).provisioning_uri(name=staff.login, issuer_name=ISSUER)
    return Enrolment(secret, segno.make(uri, micro=False).svg_data_uri(scale=5, dark="#000", light="#fff"))


def confirm_enrolment(desk: Desk, member: Member, token: str, code: str) -> list[str]:
    """Switch the second factor on by a first code; gives the recovery codes, which are never shown again.

    Other sessions end. Raises `WrongCode`.
    """
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, member.id, with_for_update=True)
        if staff.totp_since is None and _takes_code(session, desk, staff, code):
            staff.totp_since = desk.now()
            codes = _new_codes(session, staff)
            row = session.get_one(StaffSession, digest_of(token))
            row.stage = Stage.DONE if row.stage == Stage.ENROLMENT else row.stage
            end_sessions(session, staff.id, but=token)
            record(session, desk, Doer(staff.login), Kind.SECOND_FACTOR_CHANGED, staff.login, {"action": "on"})
            return codes
    raise WrongCode


def pass_second_factor(desk: Desk, token: str, code: str) -> Stage:
    """Take a code, or a recovery code, for a session that waits for it; gives the next step. Raises `WrongCode`."""
    with desk.database.transaction() as session:
        row = session.get(StaffSession, digest_of(token))
        staff = session.get(Staff, row.staff_id, with_for_update=True) if row else None
        if row and staff and row.stage == Stage.SECOND_FACTOR and _takes_code(session, desk, staff, code):
            row.stage = stage_after_code(desk, staff)
            record(session, desk, Doer(staff.login), Kind.LOGIN, staff.login, {"by": "second_factor"})
            return Stage(row.stage)
        login = staff.login if staff else NOBODY
        record(session, desk, Doer(login), Kind.LOGIN_FAILED, login, {"by": "second_factor"})
    raise WrongCode


def renew_codes(desk: Desk, member: Member, password: str) -> list[str]:
    """Ten new recovery codes; the old ones count no more. Raises `WrongCode` without the password."""
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, member.id, with_for_update=True)
        if staff.totp_since is not None and _confirms(desk, staff, password):
            codes = _new_codes(session, staff)
            record(session, desk, Doer(staff.login), Kind.SECOND_FACTOR_CHANGED, staff.login, {"action": "new_codes"})
            return codes
    raise WrongCode


def switch_off(desk: Desk, member: Member, password: str) -> None:
    """Go without a second factor again. Raises `NotAgreed` where it is needed, `WrongCode` without the password."""
    with desk.database.transaction() as session:
        staff = session.get_one(Staff, member.id, with_for_update=True)
        if desk.safeguards.needs_second_factor(staff.role):
            raise NotAgreed
        if confirmed := _confirms(desk, staff, password):
            forget_factor(session, staff)
            record(session, desk, Doer(staff.login), Kind.SECOND_FACTOR_CHANGED, staff.login, {"action": "off"})
    if not confirmed:
        raise WrongCode


def forget_factor(session: Session, staff: Staff) -> None:
    """Take secret and recovery codes away."""
    staff.totp_secret = staff.totp_since = staff.totp_step = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))


def _confirms(desk: Desk, staff: Staff, password: str) -> bool:
    """The password once more, for what would weaken the login; tries are counted."""
    if is_locked(desk, staff):
        return False
    if fits := knows_password(staff, password):
        staff.failed_logins = 0
    else:
        count_failure(desk, staff)
    return fits


def _takes_code(session: Session, desk: Desk, staff: Staff, code: str) -> bool:
    """Whether a code fits; each is taken once, and tries are counted."""
    if is_locked(desk, staff):
        return False
    plain = "".join(code.split()).replace("-", "").casefold()
    taken = _takes_totp(desk, staff, plain) or _takes_recovery(session, desk, staff, plain)
    if taken:
        staff.failed_logins, staff.locked_until = 0, None
    else:
        count_failure(desk, staff)
    return taken


def _takes_totp(desk: Desk, staff: Staff, code: str) -> bool:
    if staff.totp_secret is None or not code.isascii():
        return False
    totp, now = pyotp.TOTP(desk.safeguards.reveal(staff.totp_secret)), int(desk.now().timestamp()) // STEP_SECONDS
    for step in (now + drift for drift in _DRIFT):
        fits = secrets.compare_digest(totp.generate_otp(step), code)
        if fits and (staff.totp_step is None or step > staff.totp_step):
            staff.totp_step = step
            return True
    return False


def _takes_recovery(session: Session, desk: Desk, staff: Staff, code: str) -> bool:
    row = session.get(RecoveryCode, _hash(code))
    if row is None or row.staff_id != staff.id or row.used_at is not None or staff.totp_since is None:
        return False
    row.used_at = desk.now()
    return True


def _new_codes(session: Session, staff: Staff) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(16)) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(code_hash=_hash(code), staff_id=staff.id) for code in codes)
    return ["-".join(code[start : start + 4] for start in range(0, 16, 4)) for code in codes]


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
