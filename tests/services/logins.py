"""Members of staff who log in, and their telephones."""

from typing import TypeVar

import pyotp
from sqlalchemy import select

from desk.db.tables import AuditEntry, Staff
from desk.services.context import Desk
from desk.services.second_factor import begin_enrolment, confirm_enrolment
from desk.services.staff import Member, create_staff, log_in, member_of

Thing = TypeVar("Thing")
PASSWORD = "東武練馬の金曜日は雨でした"


class Telephone:
    """Shows the codes of a secret at any time."""

    def __init__(self, desk: Desk, secret: str) -> None:
        self.desk, self.secret = desk, secret

    def code(self) -> str:
        """The code of this half minute."""
        return pyotp.TOTP(self.secret).at(self.desk.now())


def logged_in(desk: Desk, login: str = "suzuki", role: str = "coordinator") -> tuple[Member, str]:
    """Somebody new, and the token of their session."""
    create_staff(desk, login, "鈴木 健", role, PASSWORD)
    token = log_in(desk, login, PASSWORD)
    return present(member_of(desk, token)), token


def with_telephone(desk: Desk, member: Member, token: str) -> tuple[Telephone, list[str]]:
    """Somebody sets up the second factor; gives the telephone and the recovery codes."""
    telephone = Telephone(desk, present(begin_enrolment(desk, member.id)).secret)
    return telephone, confirm_enrolment(desk, member, token, telephone.code())


def present(thing: Thing | None) -> Thing:
    """What must be there."""
    assert thing is not None
    return thing


def row_of(desk: Desk, login: str) -> Staff:
    """Somebody's row."""
    with desk.database.reading() as session:
        return session.scalars(select(Staff).where(Staff.login == login)).one()


def recorded(desk: Desk, *kinds: str) -> list[tuple[str, str, str, dict[str, object]]]:
    """Actor, kind, subject and detail of what stands in the record, of these kinds or of all."""
    with desk.database.reading() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        return [(row.actor, row.kind, row.subject, row.detail) for row in rows if not kinds or row.kind in kinds]
