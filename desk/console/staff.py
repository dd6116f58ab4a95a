"""職員: logins of the people of the desk, managed by administrators."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, not_audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Doer, Kind
from desk.domain.roles import Permission, Role
from desk.services.context import Desk
from desk.services.staff import Member
from desk.services.staff_management import (
    START_PASSWORD_LASTS,
    Described,
    add_staff,
    change_staff,
    deactivate_staff,
    end_sessions_of,
    list_staff,
    reactivate_staff,
    read_staff,
    reset_password,
    reset_second_factor,
    unlink_staff,
)

HOME = "/console/staff"
DONE = {
    "changed": "変更しました。",
    "deactivated": "使えないようにしました。開いていたログインも終了しました。",
    "factor": "二要素認証を解除しました。次のログインではパスワードだけを確かめます。",
    "unlinked": "組織のアカウントとの結び付けを外しました。",
    "ended": "ログインをすべて終了しました。",
}

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.MANAGE_STAFF))],
)
READ = [Depends(audited(Kind.STAFF_READ))]
CHANGE = [Depends(not_audited("services record each change with what became of it"))]
Name = Annotated[str, Form(max_length=100)]
Mail = Annotated[str, Form(max_length=200)]


@router.get("", dependencies=READ)
def everybody(desk: TheDesk, member: SignedIn) -> Response:
    """Everybody who has or had a login, and the form for somebody new."""
    return show("staff/list.html", member=member, staff=list_staff(desk))


@router.post("", dependencies=CHANGE)
def add(
    desk: TheDesk, member: SignedIn, login: Name, name: Name, role: Annotated[Role, Form()], email: Mail = ""
) -> Response:
    """Add somebody; the start password is shown in the answer itself, since it is stored nowhere."""
    login = login.strip().lower()
    password = add_staff(desk, login, Described(name, role, email), Doer(member.login))
    return _told(desk, member, login, password)


@router.get("/{login}", dependencies=READ)
def one(desk: TheDesk, member: SignedIn, login: str, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """One member of staff."""
    return show("staff/one.html", member=member, line=read_staff(desk, login), done=DONE.get(done, ""))


@router.post("/{login}", dependencies=CHANGE)
def change(
    desk: TheDesk, member: SignedIn, login: str, name: Name, role: Annotated[Role, Form()], email: Mail = ""
) -> RedirectResponse:
    """Change name, role and address."""
    change_staff(desk, login, Described(name, role, email), Doer(member.login))
    return _back(login, "changed")


@router.post("/{login}/password", dependencies=CHANGE)
def give_password(desk: TheDesk, member: SignedIn, login: str) -> Response:
    """A new start password, shown once."""
    return _told(desk, member, login, reset_password(desk, login, Doer(member.login)))


@router.post("/{login}/activate", dependencies=CHANGE)
def activate(desk: TheDesk, member: SignedIn, login: str) -> Response:
    """Take the login into use again, with a new start password."""
    return _told(desk, member, login, reactivate_staff(desk, login, Doer(member.login)))


@router.post("/{login}/deactivate", dependencies=CHANGE)
def deactivate(desk: TheDesk, member: SignedIn, login: str) -> RedirectResponse:
    """Take the login out of use."""
    deactivate_staff(desk, login, Doer(member.login))
    return _back(login, "deactivated")


@router.post("/{login}/second-factor", dependencies=CHANGE)
def forget_telephone(desk: TheDesk, member: SignedIn, login: str) -> RedirectResponse:
    """Let somebody in who has lost the telephone."""
    reset_second_factor(desk, login, Doer(member.login))
    return _back(login, "factor")


@router.post("/{login}/unlink", dependencies=CHANGE)
def unlink(desk: TheDesk, member: SignedIn, login: str) -> RedirectResponse:
    """Forget who this is at the organisation's own login."""
    unlink_staff(desk, login, Doer(member.login))
    return _back(login, "unlinked")


@router.post("/{login}/sessions/end", dependencies=CHANGE)
def log_out_everywhere(desk: TheDesk, member: SignedIn, login: str) -> RedirectResponse:
    """End all sessions of somebody."""
    end_sessions_of(desk, login, Doer(member.login))
    return _back(login, "ended")


def _told(desk: Desk, member: Member, login: str, password: str) -> Response:
    line, days = read_staff(desk, login), START_PASSWORD_LASTS.days
    return show("staff/password.html", member=member, line=line, password=password, days=days)


def _back(login: str, done: str) -> RedirectResponse:
    return go(f"{HOME}/{login}?done={done}")
