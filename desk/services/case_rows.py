"""Finding the rows that staff work on, and telling that they changed, inside the caller's transaction."""

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Need, Staff
from desk.domain.roles import CASEWORKERS, check_caseworker
from desk.services.changes import CASES, report_after_commit
from desk.services.context import Desk


class NoSuchCase(LookupError):
    """There is no case of this number."""


class NoSuchStaff(LookupError):
    """There is no member of staff of this login."""


class NoSuchNeed(LookupError):
    """The case has no such need, or the need no such assignment."""


class AlreadyTaken(Exception):
    """Somebody else was first; `name` says who."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def find_case(session: Session, number: str) -> Case:
    """The case of a number. Raises `NoSuchCase`."""
    case = session.scalar(select(Case).where(Case.number == number))
    if case is None:
        raise NoSuchCase(number)
    return case


def find_staff(session: Session, login: str) -> Staff:
    """The active member of staff of a login. Raises `NoSuchStaff`."""
    staff = session.scalar(select(Staff).where(Staff.login == login, Staff.active))
    if staff is None:
        raise NoSuchStaff(login)
    return staff


def find_caseworker(session: Session, login: str) -> Staff:
    """Somebody to whom cases and needs can be given. Raises `NoSuchStaff` and `NoCaseworker`."""
    staff = find_staff(session, login)
    check_caseworker(staff.role, staff.name)
    return staff


def sees_to_cases() -> ColumnElement[bool]:
    """Members of staff who are there for cases."""
    return and_(Staff.active, Staff.role.in_(CASEWORKERS))


def find_need(session: Session, number: str, need_id: int) -> tuple[Case, Need]:
    """A need of a case, locked until the end of the transaction. Raises `NoSuchCase` and `NoSuchNeed`."""
    case = find_case(session, number)
    need = session.get(Need, need_id, with_for_update=True)
    if need is None or need.case_id != case.id:
        raise NoSuchNeed(f"{number}/{need_id}")
    return case, need


def staff_name(session: Session, staff_id: int | None) -> str:
    """The name of somebody, for people; empty for nobody."""
    staff = session.get(Staff, staff_id) if staff_id is not None else None
    return staff.name if staff is not None else ""


def tell_changed(session: Session, desk: Desk, case: Case) -> None:
    """Tell who watches this case or the queue, once the transaction is committed."""
    report_after_commit(session, desk.changes, case.conversation_id, CASES)
