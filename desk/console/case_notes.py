"""Notes on a case for colleagues."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse

from desk.channels.request import desk_of
from desk.console.access import CASE_WORK, signed_in
from desk.console.answers import ConsoleRoute, go
from desk.services.case_notes import write_note
from desk.services.context import Desk
from desk.services.staff import Member

#: characters of a note
LONGEST_NOTE = 2_000

router = APIRouter(
    prefix="/console/cases",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=CASE_WORK,
)


@router.post("/{number}/notes")
def note(
    number: str,
    desk: Annotated[Desk, Depends(desk_of)],
    member: Annotated[Member, Depends(signed_in)],
    note: Annotated[str, Form(min_length=1, max_length=LONGEST_NOTE, pattern=r"\S")],
) -> RedirectResponse:
    """Write a note; whoever is mentioned in it is told."""
    write_note(desk, number, note.strip(), member.login)
    return go(f"/console/cases/{number}?done=noted")
