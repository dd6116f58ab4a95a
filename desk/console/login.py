"""The way in and out. These are the only routes of the console that anybody may open."""

import secrets
from http import HTTPStatus
from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from desk.channels.request import TheDesk
from desk.channels.web.html import HEADERS
from desk.console.access import SESSION_COOKIE, STEPS, check_form, signed_in, token_of
from desk.console.answers import LOGIN, ConsoleRoute, go, show
from desk.domain.browsers import browser_of
from desk.services.context import Desk
from desk.services.staff import ATTEMPTS, LOCK, LoginRefused, log_in, log_out, on_the_way

HOME = "/console/"
#: holds the token of the login form, since there is no session yet that could
FORM_COOKIE = "desk_login"
#: the same for a wrong password and a locked account, so that neither can be probed
REFUSED = (
    "ログインできませんでした。IDとパスワードを確かめてください。"
    f"{ATTEMPTS}回続けて間違えると、{int(LOCK.total_seconds() // 60)}分間ログインできません。"
    "お困りのときは管理者にご連絡ください。"
)

open_router = APIRouter(prefix="/console", include_in_schema=False, route_class=ConsoleRoute)
router = APIRouter(
    prefix="/console", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in)]
)
_files = StaticFiles(directory=Path(__file__).parent / "static")


@open_router.get("/static/{path:path}")
async def static(path: str, request: Request) -> Response:
    """Style and script."""
    response = await _files.get_response(path, request.scope)
    response.headers.update({**HEADERS, "Cache-Control": "no-cache"})
    return response


@open_router.get("/login")
def ask(request: Request, next: str = HOME) -> HTMLResponse:
    """The login form."""
    return form(request, next)


@open_router.post("/login")
async def enter(
    request: Request,
    desk: TheDesk,
    login: Annotated[str, Form(max_length=100)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form()] = HOME,
) -> Response:
    """Log in and go where the person wanted to go."""
    await check_form(request, request.cookies.get(FORM_COOKIE, ""))
    return await in_thread(_enter, request, desk, login, password, next)


@router.post("/logout")
def leave(request: Request, desk: TheDesk) -> RedirectResponse:
    """Log out."""
    log_out(desk, token_of(request))
    response = go(LOGIN)
    response.delete_cookie(SESSION_COOKIE, path="/console")
    return response


@router.get("/stay", status_code=HTTPStatus.NO_CONTENT)
def stay() -> None:
    """Being here keeps the login alive while somebody writes."""


def _enter(request: Request, desk: Desk, login: str, password: str, target: str) -> Response:
    try:
        token = log_in(desk, login, password, browser_of(request.headers.get("user-agent", "")))
    except LoginRefused:
        return form(request, target, login, REFUSED)
    return welcome(request, desk, token, target)


def welcome(request: Request, desk: Desk, token: str, target: str) -> RedirectResponse:
    """Hand the session to the browser and go on: to the page that was wanted, or to the next step of the login."""
    held = on_the_way(desk, token)
    response = go(f"{STEPS[held[1]]}?{urlencode({'next': inside(target)})}" if held else inside(target))
    set_cookie(request, response, SESSION_COOKIE, token)
    response.delete_cookie(FORM_COOKIE, path="/console")
    return response


def form(request: Request, target: str, login: str = "", trouble: str = "") -> HTMLResponse:
    """The login form."""
    token = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    elsewhere = bool(request.app.state.settings.oidc_issuer)
    response = show("login.html", status, csrf=token, next=target, login=login, trouble=trouble, elsewhere=elsewhere)
    set_cookie(request, response, FORM_COOKIE, token)
    return response


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie of the console, out of reach for scripts."""
    secure: bool = request.app.state.settings.secure_cookies
    response.set_cookie(name, value, path="/console", httponly=True, samesite="lax", secure=secure)


def inside(target: str) -> str:
    """Only pages of the console: a login must not lead to another website."""
    return target if target.startswith(HOME) and "\\" not in target else HOME
