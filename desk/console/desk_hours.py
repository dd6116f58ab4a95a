"""The desk's own data: where it is, when it is open, when it is closed, and how to reach it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query
from starlette.responses import Response

from desk.catalogue.editing import UnfitRecord
from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.console.content_words import DONE
from desk.console.faults import FaultLine, fault_lines
from desk.console.program_form import Typed, clean, lines
from desk.console.versions import Reason, TypedIn
from desk.domain.audit import Kind as Deed
from desk.domain.calendar import WEEKDAYS
from desk.domain.roles import Permission
from desk.services.context import Desk
from desk.services.profile_editing import profile_history, profile_now, set_profile
from desk.services.staff import Member

HOME = "/console/desk"

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.MANAGE_DESK))],
)


@router.get("", dependencies=[Depends(audited(Deed.CONTENT_READ))])
def profile(desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """What stands now, in a form, with what was set before."""
    return _page(desk, member, profile_now(desk), "", done=DONE.get(done, ""))


@router.post("", dependencies=[Depends(audited(Deed.SETTINGS_CHANGED))])
def change(
    desk: TheDesk,
    member: SignedIn,
    typed: TypedIn,
    reason: Reason,
    weekdays: Annotated[list[int], Form(max_length=7)] = [],  # noqa: B006 - FastAPI copies it
    seen: Annotated[str, Form(max_length=20, pattern=r"^\d*$")] = "",
) -> Response:
    """Set it; what is wrong comes back with what was typed."""
    content = content_from(typed, weekdays)
    try:
        set_profile(desk, content, reason.strip(), member, int(seen) if seen else None)
    except UnfitRecord as unfit:
        return _page(desk, member, content, reason, fault_lines(unfit.faults))
    return go(f"{HOME}?done=profile")


def content_from(typed: Typed, weekdays: list[int]) -> dict[str, Any]:
    """The content that the form describes."""
    told = {name: clean(typed.get(name)) or None for name in ("phone", "email")}
    hours = {name: clean(typed.get(f"hours-{name}")) for name in ("opens", "closes")}
    return {
        "place": clean(typed.get("place")),
        "fee": clean(typed.get("fee")),
        **told,
        "hours": {**hours, "weekdays": sorted(weekdays), "closures": lines(typed.get("hours-closures"))},
    }


def _page(
    desk: Desk,
    member: Member,
    content: Mapping[str, Any],
    reason: str,
    faults: list[FaultLine] | None = None,
    done: str = "",
) -> Response:
    return show(
        "desk_hours.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK,
        member=member,
        content=content,
        reason=reason,
        faults=faults or [],
        history=profile_history(desk),
        weekdays=WEEKDAYS,
        done=done,
    )
