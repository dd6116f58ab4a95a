"""What the editing of programs and of knowledge shares: who may, what a form sends, and the steps of a version."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go
from desk.console.program_form import Typed
from desk.domain.audit import Kind as Deed
from desk.domain.editing import Base
from desk.domain.roles import Permission
from desk.services.context import Desk
from desk.services.revisions import send_back, submit, withdraw
from desk.services.staff import Member

LONGEST_REASON = 500
READ = [Depends(audited(Deed.CONTENT_READ))]
CHANGE = [Depends(audited(Deed.CONTENT_CHANGED))]
#: what was just done, by its name
Done = Annotated[str, Query(max_length=20)]
#: why a record is changed, or what must be mended in it
Reason = Annotated[str, Form(min_length=1, max_length=LONGEST_REASON, pattern=r"\S")]


def router_of_editors(home: str) -> APIRouter:
    """Pages below an address, for those who may edit what people are told."""
    guards = [Depends(signed_in), Depends(requires(Permission.EDIT_CONTENT))]
    return APIRouter(prefix=home, include_in_schema=False, route_class=ConsoleRoute, dependencies=guards)


async def typed_in(request: Request) -> Typed:
    """Everything that stands in the form."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def base_in(
    base_serial: Annotated[str, Form(max_length=20, pattern=r"^\d*$")] = "",
    base_seed: Annotated[str, Form(max_length=40)] = "",
) -> Base:
    """What the author of a draft had before them, as the form remembers it."""
    return Base(int(base_serial) if base_serial else None, base_seed or None)


TypedIn = Annotated[Typed, Depends(typed_in)]
FromForm = Annotated[Base, Depends(base_in)]


def add_steps(router: APIRouter, home: str, again: Callable[[Desk, int, Member], int]) -> None:
    """Give a router the steps that the versions of its records take; `again` drafts what a version said anew."""

    @router.post("/versions/{revision_id}/submit", dependencies=CHANGE)
    def hand_in(revision_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
        """Ask somebody else to look at it."""
        submit(desk, revision_id, member.id)
        return go(f"{home}/versions/{revision_id}?done=submitted")

    @router.post("/versions/{revision_id}/withdraw", dependencies=CHANGE)
    def give_up(revision_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
        """Take one's own version back."""
        withdraw(desk, revision_id, member.id)
        return go(f"{home}/versions/{revision_id}?done=withdrawn")

    @router.post("/versions/{revision_id}/return", dependencies=CHANGE)
    def give_back(revision_id: int, desk: TheDesk, member: SignedIn, text: Reason) -> RedirectResponse:
        """Send it back with what must be mended."""
        send_back(desk, revision_id, member.id, text.strip())
        return go(f"{home}/versions/{revision_id}?done=returned")

    @router.post("/versions/{revision_id}/restore", dependencies=CHANGE)
    def restore(revision_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
        """A new draft that says what this version said."""
        return go(f"{home}/versions/{again(desk, revision_id, member)}?done=restored")
