"""Use cases: what coordinators can take on and when they are there; and the roster from which somebody is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desk.db.tables import Absence, Assignment, Case, Coordinator, Need, Staff
from desk.domain import staffing
from desk.domain.cases import Speciality
from desk.domain.needs import AssignmentStatus, NeedStatus
from desk.domain.roles import Permission, may
from desk.domain.staffing import Away, Window
from desk.services.case_rows import NoSuchStaff, find_caseworker
from desk.services.context import Desk

USUAL_LOAD = 10


class UnfitProfile(ValueError):
    """Hours that end before they begin, or an absence that ends before it starts."""


@dataclass(frozen=True)
class AwayRow:
    """An absence as it stands in the record."""

    id: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Profile:
    """A member of staff as somebody who can be asked; without specialities nobody asks them by itself."""

    login: str
    name: str
    specialities: tuple[str, ...] = ()
    windows: Sequence[Window] = ()
    absences: Sequence[AwayRow] = ()
    max_load: int = USUAL_LOAD
    active: bool = True
    load: int = 0


def list_profiles(desk: Desk) -> list[Profile]:
    """Everybody who may work on cases, by name."""
    with desk.database.reading() as session:
        loads = _loads(session)
        rows = session.execute(_joined().where(Staff.active).order_by(Staff.name)).all()
        return [_profile(session, staff, row, loads) for staff, row in rows if may(staff.role, Permission.WORK_CASES)]


def read_profile(desk: Desk, login: str) -> Profile:
    """The profile of one of them. Raises `NoSuchStaff`."""
    with desk.database.reading() as session:
        found = session.execute(_joined().where(Staff.login == login, Staff.active)).first()
        if found is None or not may(found[0].role, Permission.WORK_CASES):
            raise NoSuchStaff(login)
        return _profile(session, *found, _loads(session))


def save_profile(
    desk: Desk, login: str, specialities: Sequence[Speciality], windows: Sequence[Window], max_load: int, active: bool
) -> None:
    """Set what somebody takes on. No windows mean the desk's own hours. Raises `NoSuchStaff` and `UnfitProfile`."""
    if any(each.opens >= each.closes for each in windows):
        raise UnfitProfile
    with desk.database.transaction() as session:
        staff = find_caseworker(session, login)
        row = session.get(Coordinator, staff.id) or Coordinator(staff_id=staff.id)
        row.specialities = list(dict.fromkeys(specialities))
        row.hours = [_as_json(each) for each in windows]
        row.max_load, row.active = max_load, active
        session.add(row)


def add_absence(desk: Desk, login: str, first_day: date, last_day: date) -> None:
    """Note days on which somebody is away, both included. Raises `NoSuchStaff` and `UnfitProfile`."""
    if last_day < first_day:
        raise UnfitProfile
    with desk.database.transaction() as session:
        session.add(Absence(staff_id=find_caseworker(session, login).id, first_day=first_day, last_day=last_day))


def remove_absence(desk: Desk, login: str, absence_id: int) -> None:
    """Somebody is there after all; what is gone already is no fault. Raises `NoSuchStaff`."""
    with desk.database.transaction() as session:
        staff, row = find_caseworker(session, login), session.get(Absence, absence_id)
        if row is not None and row.staff_id == staff.id:
            session.delete(row)


def roster(session: Session) -> list[staffing.Coordinator]:
    """Everybody who can be asked now, with what they carry."""
    rows = session.execute(_joined().where(Staff.active, Coordinator.active)).all()
    loads, asked = (_loads(session), _asked_last(session)) if rows else ({}, {})
    return [
        staffing.Coordinator(
            id=staff.id,
            login=staff.login,
            specialities=frozenset(row.specialities),
            max_load=row.max_load,
            load=loads.get(staff.id, 0),
            windows=[_window(each) for each in row.hours],
            absences=[Away(each.first_day, each.last_day) for each in _absences(session, staff.id)],
            asked_last=asked.get(staff.id, 0),
        )
        for staff, row in rows
        if may(staff.role, Permission.WORK_CASES)
    ]


def _joined() -> Select[Staff, Coordinator]:
    return select(Staff, Coordinator).outerjoin(Coordinator, Coordinator.staff_id == Staff.id)


def _loads(session: Session) -> dict[int, int]:
    """What everybody carries: needs they see to, as owner or as lead, and those they were asked for."""
    responsible = func.coalesce(Need.owner_id, Case.assignee_id)
    taken = (
        select(responsible, func.count(Need.id))
        .join(Case, Case.id == Need.case_id)
        .where(Need.status == NeedStatus.TAKEN, responsible.is_not(None))
        .group_by(responsible)
    )
    offered = (
        select(Assignment.staff_id, func.count(Assignment.id))
        .where(Assignment.status == AssignmentStatus.OFFERED, Assignment.staff_id.is_not(None))
        .group_by(Assignment.staff_id)
    )
    loads: dict[int, int] = {}
    for staff_id, count in [*session.execute(taken), *session.execute(offered)]:
        loads[staff_id] = loads.get(staff_id, 0) + count
    return loads


def _asked_last(session: Session) -> dict[int, int]:
    query = select(Assignment.staff_id, func.max(Assignment.id)).where(Assignment.staff_id.is_not(None))
    return {staff_id: last for staff_id, last in session.execute(query.group_by(Assignment.staff_id)) if staff_id}


def _profile(session: Session, staff: Staff, row: Coordinator | None, loads: dict[int, int]) -> Profile:
    absences = tuple(AwayRow(each.id, each.first_day, each.last_day) for each in _absences(session, staff.id))
    load = loads.get(staff.id, 0)
    if row is None:
        return Profile(staff.login, staff.name, absences=absences, load=load)
    windows = tuple(_window(each) for each in row.hours)
    known = tuple(row.specialities)
    return Profile(staff.login, staff.name, known, windows, absences, row.max_load, row.active, load)


def _absences(session: Session, staff_id: int) -> list[Absence]:
    query = select(Absence).where(Absence.staff_id == staff_id).order_by(Absence.first_day, Absence.id)
    return list(session.scalars(query))


def _window(stored: dict[str, object]) -> Window:
    opens, closes = (time.fromisoformat(str(stored[name])) for name in ("opens", "closes"))
    return Window(int(str(stored["weekday"])), opens, closes)


def _as_json(window: Window) -> dict[str, object]:
    return {"weekday": window.weekday, "opens": f"{window.opens:%H:%M}", "closes": f"{window.closes:%H:%M}"}
