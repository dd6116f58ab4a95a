"""What can be done with a version, whatever it is of: hand it in, take it back, send it back, draft it anew."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited
from desk.console.answers import go
from desk.domain.audit import Kind as Deed
from desk.services.context import Desk
from desk.services.revisions import send_back, submit, withdraw
from desk.services.staff import Member

LONGEST_REASON = 500
CHANGE = [Depends(audited(Deed.CONTENT_CHANGED))]
#: why a record is changed, or what must be mended in it
Reason = Annotated[str, Form(min_length=1, max_length=LONGEST_REASON, pattern=r"\S")]


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
