"""Who takes on what, and when they are there: everybody sees it, changes their own, and the leads everybody's."""

from collections.abc import Sequence
from datetime import date, time
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, check_permission, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind
from desk.domain.calendar import WEEKDAYS
from desk.domain.cases import Speciality
from desk.domain.roles import Permission
from desk.domain.staffing import Window
from desk.services import coordinators
from desk.services.coordinators import UnfitProfile
from desk.services.staff import Member

MOST = 100
DONE = {"saved": "保存しました。", "away": "不在の予定を加えました。", "back": "不在の予定を消しました。"}

router = APIRouter(
    prefix="/console/coordinators",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.WORK_CASES))],
)
READ = [Depends(audited(Kind.STAFF_READ))]
CHANGE = [Depends(audited(Kind.STAFF_CHANGED))]


class Skills(BaseModel):
    """The form of a profile: `opens` and `closes` have a place for each day on which the desk opens."""

    speciality: list[Speciality] = []
    opens: list[str] = []
    closes: list[str] = []
    desk_hours: Literal["yes", ""] = ""
    max_load: Annotated[int, Field(ge=0, le=MOST)]
    active: Literal["yes", ""] = ""

    def windows(self, weekdays: Sequence[int]) -> list[Window]:
        """The hours that were filled in. Raises `UnfitProfile` for half a window or what is no time."""
        if self.desk_hours:
            return []
        rows = zip(weekdays, self.opens, self.closes, strict=False)
        windows = [_window(weekday, opens, closes) for weekday, opens, closes in rows if opens or closes]
        if not windows:
            raise UnfitProfile
        return windows


@router.get("", dependencies=READ)
def overview(desk: TheDesk, member: SignedIn) -> HTMLResponse:
    """Everybody who works on cases, with what they carry."""
    return show("coordinators.html", member=member, profiles=coordinators.list_profiles(desk), today=desk.now().date())


@router.get("/{login}", dependencies=READ)
def profile(
    login: str, desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = ""
) -> HTMLResponse:
    """One of them, to change; others than oneself only for who manages the desk."""
    _check(member, login)
    found, hours = coordinators.read_profile(desk, login), desk.profile.hours
    return show(
        "coordinator.html",
        member=member,
        profile=found,
        hours=hours,
        weekdays=WEEKDAYS,
        windows={each.weekday: each for each in found.windows},
        today=desk.now().date(),
        most=MOST,
        done=DONE.get(done, ""),
    )


@router.post("/{login}", dependencies=CHANGE)
def save(login: str, desk: TheDesk, member: SignedIn, form: Annotated[Skills, Form()]) -> RedirectResponse:
    """Set what somebody takes on."""
    _check(member, login)
    windows = form.windows(desk.profile.hours.weekdays)
    coordinators.save_profile(desk, login, form.speciality, windows, form.max_load, form.active == "yes")
    return _back(login, "saved")


@router.post("/{login}/absences", dependencies=CHANGE)
def away(
    login: str,
    desk: TheDesk,
    member: SignedIn,
    first_day: Annotated[date, Form()],
    last_day: Annotated[date, Form()],
) -> RedirectResponse:
    """Somebody will be away."""
    _check(member, login)
    coordinators.add_absence(desk, login, first_day, last_day)
    return _back(login, "away")


@router.post("/{login}/absences/{absence_id}/remove", dependencies=CHANGE)
def back(login: str, absence_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Somebody is there after all."""
    _check(member, login)
    coordinators.remove_absence(desk, login, absence_id)
    return _back(login, "back")


def _check(member: Member, login: str) -> None:
    """One's own profile is one's own; for others one must manage the desk."""
    if login != member.login:
        check_permission(member, Permission.MANAGE_DESK)


def _window(weekday: int, opens: str, closes: str) -> Window:
    try:
        return Window(weekday, time.fromisoformat(opens), time.fromisoformat(closes))
    except ValueError as fault:
        raise UnfitProfile from fault


def _back(login: str, done: str) -> RedirectResponse:
    return go(f"/console/coordinators/{login}?done={done}")
