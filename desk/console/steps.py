"""The steps between a right password and the console: a code, a password of one's own, setting up the second factor."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import STEPS, At, arriving, token_of
from desk.console.account_words import FAULTS, NOT_REPEATED, WRONG_CODE
from desk.console.answers import ConsoleRoute, go, show
from desk.console.login import HOME, inside
from desk.services.accounts import UnfitPassword, choose_first_password
from desk.services.context import Desk
from desk.services.second_factor import (
    WrongCode,
    begin_enrolment,
    confirm_enrolment,
    pass_second_factor,
)
from desk.services.staff import Member, Stage

router = APIRouter(
    prefix="/console/login", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(arriving)]
)
Code = Annotated[str, Form(max_length=100)]
Password = Annotated[str, Form(max_length=1000)]
Next = Annotated[str, Form()]
AtCode = Annotated[Member, Depends(At(Stage.SECOND_FACTOR))]
AtPassword = Annotated[Member, Depends(At(Stage.PASSWORD))]
AtEnrolment = Annotated[Member, Depends(At(Stage.ENROLMENT))]


@router.get("/code")
def ask_code(member: AtCode, next: str = HOME) -> HTMLResponse:
    """Ask for a code."""
    return _form("steps/code.html", member, next)


@router.post("/code")
def take_code(request: Request, desk: TheDesk, member: AtCode, code: Code = "", next: Next = HOME) -> Response:
    """Go on with a code that fits."""
    try:
        stage = pass_second_factor(desk, token_of(request), code)
    except WrongCode:
        return _form("steps/code.html", member, next, WRONG_CODE)
    return go(STEPS.get(stage, inside(next)))


@router.get("/password")
def ask_password(member: AtPassword) -> HTMLResponse:
    """Ask for a password of one's own."""
    return _form("steps/password.html", member)


@router.post("/password")
def take_password(
    request: Request, desk: TheDesk, member: AtPassword, new: Password = "", again: Password = ""
) -> Response:
    """Go on with a password of one's own."""
    if new != again:
        return _form("steps/password.html", member, trouble=NOT_REPEATED)
    try:
        stage = choose_first_password(desk, member, token_of(request), new)
    except UnfitPassword as refused:
        return _form("steps/password.html", member, trouble=FAULTS[refused.fault])
    return go(STEPS.get(stage, HOME))


@router.get("/second-factor")
def ask_enrolment(desk: TheDesk, member: AtEnrolment) -> Response:
    """Show the secret to be stored in a telephone."""
    return _enrolment(desk, member)


@router.post("/second-factor")
def take_enrolment(request: Request, desk: TheDesk, member: AtEnrolment, code: Code = "") -> Response:
    """Switch it on; the recovery codes are shown in the answer itself, since they are stored nowhere."""
    try:
        codes = confirm_enrolment(desk, member, token_of(request), code)
    except WrongCode:
        return _enrolment(desk, member, WRONG_CODE)
    return show("account/codes.html", member=member, codes=codes, onward=HOME)


def _enrolment(desk: Desk, member: Member, trouble: str = "") -> Response:
    enrolment = begin_enrolment(desk, member.id)
    return _form("steps/enrolment.html", member, trouble=trouble, enrolment=enrolment)


def _form(name: str, member: Member, next: str = HOME, trouble: str = "", **context: object) -> HTMLResponse:
    """A step's page; nobody is logged in yet, so it has no menu."""
    status = 422 if trouble else 200
    return show(name, status, csrf=member.csrf_token, login=member.login, next=next, trouble=trouble, **context)
