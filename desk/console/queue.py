"""The queue of cases in baskets."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console import queue_words
from desk.console.access import GoTo, NotAllowed, audited, audited_watching, requires_watching, signed_in, watching
from desk.console.answers import ConsoleRoute, show
from desk.console.live import kept_fresh
from desk.console.navigation import sections_for
from desk.console.queue_address import Asked
from desk.domain.audit import Kind
from desk.domain.facts import INDUSTRIES
from desk.domain.roles import Permission, may
from desk.services.console import colleagues
from desk.services.context import Desk
from desk.services.queue import read_queue
from desk.services.staff import Member

router = APIRouter(
    prefix="/console", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in)]
)
live_router = APIRouter(
    prefix="/console/live",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[
        Depends(watching),
        Depends(requires_watching(Permission.READ_CASES)),
        Depends(audited_watching(Kind.CASES_LISTED)),
    ],
)


def at_home(member: Annotated[Member, Depends(signed_in)]) -> None:
    """Whoever may not read cases goes on to the first page that is theirs."""
    if not may(member.role, Permission.READ_CASES):
        raise _elsewhere(member)


@router.get("/", dependencies=[Depends(at_home), Depends(audited(Kind.CASES_LISTED))])
def queue(desk: TheDesk, member: Annotated[Member, Depends(signed_in)], asked: Annotated[Asked, Query()]) -> Response:
    """A basket of the queue."""
    return _page(desk, member, asked)


@live_router.get("/")
async def live_queue(request: Request, desk: TheDesk, asked: Annotated[Asked, Query()]) -> Response:
    """The same page for the script that keeps it fresh."""
    return await kept_fresh(request, lambda member: _page(desk, member, asked))


def _page(desk: Desk, member: Member, asked: Asked) -> HTMLResponse:
    return show(
        "queue.html",
        member=member,
        asked=asked,
        queue=read_queue(desk, member.id, asked.wanted),
        wording=queue_words,
        industries=INDUSTRIES,
        people={each.login: each.name for each in colleagues(desk) if each.caseworker},
        now=desk.now(),
    )


def _elsewhere(member: Member) -> Exception:
    theirs = sections_for(member.role)
    return GoTo(theirs[0].path) if theirs else NotAllowed()
