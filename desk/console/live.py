"""Pages that keep themselves fresh: the same page again, without keeping the login alive, and only when it changed."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from http import HTTPStatus

from anyio.to_thread import run_sync as in_thread
from fastapi import Request
from starlette.responses import Response

from desk.channels.holding import LONGEST_WAIT, hold
from desk.channels.request import desk_of
from desk.console.access import watching
from desk.services.changes import CASES, staff_subject
from desk.services.staff import Member

#: sent by a page that asks by itself: for how many seconds it would wait for something new
WATCHING = "X-Watching"
#: seconds until the login runs out, for the page to warn in time
SESSION_LEFT = "X-Session-Left"

Render = Callable[[Member], Response]


async def kept_fresh(
    request: Request, render: Render, *subjects: str, soonest: Callable[[], float | None] = lambda: None
) -> Response:
    """The page as soon as it is another than the browser shows; a 304 when nothing happened in the time it waits.

    Besides `subjects`, the queue and what concerns whoever is logged in make it look again. Each look asks anew who
    that is: a login that ends in the meantime is shown nothing more.
    """
    desk = desk_of(request)
    member = await in_thread(watching, request, desk)
    look = partial(_if_changed, request, render)
    subjects = (CASES, staff_subject(member.id), *subjects)
    found = await hold(desk.changes, subjects, _patience(request), look, soonest)
    return found or Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_headers(request, _shown(request)))


def when_changed(request: Request, page: Response) -> Response:
    """The page with its fingerprint; nothing but a 304 when the browser shows that state already."""
    stamp = f'"{sha256(bytes(page.body)).hexdigest()[:32]}"'
    if _shown(request) == stamp:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=_headers(request, stamp))
    page.headers.update(_headers(request, stamp))
    return page


def _if_changed(request: Request, render: Render) -> Response | None:
    page = when_changed(request, render(watching(request, desk_of(request))))
    return page if page.status_code != HTTPStatus.NOT_MODIFIED else None


def _shown(request: Request) -> str:
    """The fingerprint of what the browser shows."""
    return request.headers.get("if-none-match", "")


def _headers(request: Request, stamp: str) -> dict[str, str]:
    return {"ETag": stamp, SESSION_LEFT: str(int(request.state.session_left.total_seconds()))}


def _patience(request: Request) -> float:
    """Nothing, unless the page says so in plain seconds."""
    asked = request.headers.get(WATCHING, "")
    return min(float(asked), LONGEST_WAIT) if asked.isascii() and asked.isdigit() else 0.0
