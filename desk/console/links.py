"""Saying that several cases are one matter of one person."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from desk.channels.request import TheDesk
from desk.console.access import CASE_WORK, SignedIn
from desk.console.answers import ConsoleRoute, go
from desk.services.linking import link_case, unlink_case

router = APIRouter(
    prefix="/console/cases/{number}/links",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=CASE_WORK,
)


@router.post("")
def link(
    number: str, desk: TheDesk, member: SignedIn, other: Annotated[str, Form(min_length=1, max_length=20)]
) -> RedirectResponse:
    """The case belongs together with another."""
    link_case(desk, number, other, member.login)
    return go(f"/console/cases/{number}?done=linked")


@router.post("/remove")
def unlink(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """The case stands alone again."""
    unlink_case(desk, number, member.login)
    return go(f"/console/cases/{number}?done=unlinked")
