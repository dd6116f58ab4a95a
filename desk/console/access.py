"""Who may use the console, and that a form was really sent from it."""

import secrets
from typing import Annotated
from urllib.parse import urlsplit

from anyio.to_thread import run_sync as in_thread
from fastapi import Depends, Request

from desk.channels.request import desk_of
from desk.services.console import watch_session
from desk.services.context import Desk
from desk.services.staff import Member, member_of

SESSION_COOKIE = "desk_session"
SAFE_METHODS = frozenset({"GET", "HEAD"})


class NotSignedIn(Exception):
    """Nobody is logged in, or the login has run out."""


class Forged(Exception):
    """A form without its token, or sent from somewhere else."""


async def signed_in(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> Member:
    """Who is logged in; being here keeps the login alive. Whatever changes something must carry the form's token."""
    member = await in_thread(member_of, desk, request.cookies.get(SESSION_COOKIE, ""))
    if member is None:
        raise NotSignedIn
    if request.method not in SAFE_METHODS:
        await check_form(request, member.csrf_token)
    return member


def watching(request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> Member:
    """Who is logged in, for requests that a page makes by itself: they keep no login alive."""
    watched = watch_session(desk, request.cookies.get(SESSION_COOKIE, ""))
    if watched is None:
        raise NotSignedIn
    member, request.state.session_left = watched
    return member


async def check_form(request: Request, expected: str) -> None:
    """Raises `Forged` unless the form holds the token and comes from this very site."""
    given = (await request.form()).get("csrf")
    fits = isinstance(given, str) and bool(expected) and secrets.compare_digest(given.encode(), expected.encode())
    if not fits or not _from_here(request):
        raise Forged


def _from_here(request: Request) -> bool:
    """By the Origin header, which browsers send with every form; programs without one have the token only."""
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
