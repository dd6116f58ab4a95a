"""What concerns whoever is logged in, the newest first, with a way to each case."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, not_audited, signed_in, watching
from desk.console.answers import ConsoleRoute, go, show
from desk.console.live import kept_fresh
from desk.domain.notifications import TITLES
from desk.services.console import colleagues
from desk.services.context import Desk
from desk.services.notifications import mark_read, read_notifications
from desk.services.staff import Member

HOME = "/console/notifications"
OWN = Depends(not_audited("numbers of cases and what happened to them, for nobody but oneself"))

router = APIRouter(
    prefix=HOME, include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in), OWN]
)
live_router = APIRouter(
    prefix="/console/live/notifications",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(watching), OWN],
)


@router.get("")
def notifications(desk: TheDesk, member: SignedIn, done: str = "") -> HTMLResponse:
    """The list."""
    return _page(desk, member, "すべて既読にしました。" if done == "read" else "")


@live_router.get("")
async def live_notifications(request: Request, desk: TheDesk) -> Response:
    """The same page for the script that keeps it fresh."""
    return await kept_fresh(request, lambda member: _page(desk, member))


@router.post("/read")
def read_all(desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Everything has been seen."""
    mark_read(desk, member.id)
    return go(f"{HOME}?done=read")


def _page(desk: Desk, member: Member, done: str = "") -> HTMLResponse:
    return show(
        "notifications.html",
        member=member,
        told=read_notifications(desk, member.id),
        titles=TITLES,
        names={each.login: each.name for each in colleagues(desk)},
        done=done,
    )
