"""自分の設定: what everybody does with their own login."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, not_audited, signed_in, token_of
from desk.console.account_words import FAULTS, NOT_REPEATED, WRONG_CODE, WRONG_PASSWORD
from desk.console.answers import ConsoleRoute, go, show
from desk.services.accounts import (
    UnfitPassword,
    WrongPassword,
    change_password,
    end_other_sessions,
    end_session,
    own_sessions,
)
from desk.services.context import Desk
from desk.services.second_factor import (
    NotAgreed,
    WrongCode,
    begin_enrolment,
    confirm_enrolment,
    read_factor,
    renew_codes,
    switch_off,
)
from desk.services.staff import Member

HOME = "/console/account"
DONE = {
    "password": "パスワードを変えました。ほかのブラウザのログインは終了しました。",
    "ended": "ログインを終了しました。",
    "off": "二要素認証をやめました。",
}
NEEDED = "あなたの役割では、二要素認証をやめられません。"

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(not_audited("one's own account; services record what changes"))],
)
Password = Annotated[str, Form(max_length=1000)]


@router.get("")
def account(
    request: Request, desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = ""
) -> Response:
    """Password, second factor and open sessions."""
    return _page(request, desk, member, done=DONE.get(done, ""))


@router.post("/password")
def replace_password(
    request: Request, desk: TheDesk, member: SignedIn, current: Password = "", new: Password = "", again: Password = ""
) -> Response:
    """Change one's password."""
    if new != again:
        return _page(request, desk, member, trouble=NOT_REPEATED)
    try:
        change_password(desk, member, token_of(request), current, new)
    except UnfitPassword as refused:
        return _page(request, desk, member, trouble=FAULTS[refused.fault])
    except WrongPassword:
        return _page(request, desk, member, trouble=WRONG_PASSWORD)
    return go(f"{HOME}?done=password")


@router.get("/second-factor")
def ask_enrolment(desk: TheDesk, member: SignedIn) -> Response:
    """Show the secret to be stored in a telephone; nothing to show when that is done."""
    return _enrolment(desk, member)


@router.post("/second-factor")
def enrol(
    request: Request, desk: TheDesk, member: SignedIn, code: Annotated[str, Form(max_length=100)] = ""
) -> Response:
    """Switch it on; the recovery codes are shown in the answer itself, since they are stored nowhere."""
    try:
        codes = confirm_enrolment(desk, member, token_of(request), code)
    except WrongCode:
        return _enrolment(desk, member, WRONG_CODE)
    return show("account/codes.html", member=member, codes=codes, onward=HOME)


@router.post("/codes")
def new_codes(request: Request, desk: TheDesk, member: SignedIn, password: Password = "") -> Response:
    """Ten new recovery codes."""
    try:
        codes = renew_codes(desk, member, password)
    except WrongCode:
        return _page(request, desk, member, trouble=WRONG_PASSWORD)
    return show("account/codes.html", member=member, codes=codes, onward=HOME)


@router.post("/second-factor/off")
def turn_off(request: Request, desk: TheDesk, member: SignedIn, password: Password = "") -> Response:
    """Go without a second factor again, where that is left to everybody."""
    try:
        switch_off(desk, member, password)
    except NotAgreed:
        return _page(request, desk, member, trouble=NEEDED)
    except WrongCode:
        return _page(request, desk, member, trouble=WRONG_PASSWORD)
    return go(f"{HOME}?done=off")


@router.post("/sessions/end")
def end(
    request: Request, desk: TheDesk, member: SignedIn, which: Annotated[str, Form(max_length=40)] = ""
) -> RedirectResponse:
    """End one session by its name; all but this one without a name."""
    if which:
        end_session(desk, member, which)
    else:
        end_other_sessions(desk, member, token_of(request))
    return go(f"{HOME}?done=ended")


def _page(request: Request, desk: Desk, member: Member, done: str = "", trouble: str = "") -> Response:
    return show(
        "account/account.html",
        422 if trouble else 200,
        member=member,
        factor=read_factor(desk, member.id),
        offered=desk.safeguards.second_factor != "off",
        sessions=own_sessions(desk, member, token_of(request)),
        done=done,
        trouble=trouble,
    )


def _enrolment(desk: Desk, member: Member, trouble: str = "") -> Response:
    enrolment = begin_enrolment(desk, member.id)
    if enrolment is None:
        return go(HOME)
    status = 422 if trouble else 200
    return show("account/enrolment.html", status, member=member, enrolment=enrolment, trouble=trouble)
