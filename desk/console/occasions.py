"""Events and clinics: entered, changed and called off by those who edit what people are told."""

from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.clock import JST
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind as Deed
from desk.domain.occasions import Backwards, Occasion, OccasionKind, Over, when
from desk.domain.roles import Permission
from desk.services.context import Desk
from desk.services.occasions import call_off, coming, past, save_occasion
from desk.services.staff import Member

HOME = "/console/occasions"
KINDS = {OccasionKind.EVENT: "催し", OccasionKind.CLINIC: "専門家の相談日"}
DONE = {
    "saved": "保存しました。チャットでの案内に使われます。",
    "off": "取りやめました。チャットではもう案内しません。",
}
TROUBLES = {
    Backwards: "終わりの日時が始まりより前か同じです。日時を確かめてください。",
    Over: "もう終わっている日時です。これからの日時を入れてください。",
}

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.EDIT_CONTENT))],
)
CHANGE = [Depends(audited(Deed.CONTENT_CHANGED))]
Line = Annotated[str, Form(min_length=1, max_length=100, pattern=r"\S")]


class Written(BaseModel):
    """The form of an event or a clinic; times are Japan's."""

    kind: OccasionKind
    title: Line
    text: Annotated[str, Form(max_length=500)] = ""
    host: Line
    place: Line
    starts_at: datetime
    ends_at: datetime
    url: Annotated[str, Form(max_length=500, pattern=r"^(https?://\S+)?$")] = ""

    def occasion(self) -> Occasion:
        """What was written."""
        words = {name: getattr(self, name).strip() for name in ("title", "text", "host", "place")}
        times = {name: getattr(self, name).replace(tzinfo=JST) for name in ("starts_at", "ends_at")}
        return Occasion(kind=self.kind, **words, **times, url=self.url or None)


Fields = Annotated[Written, Form()]


@router.get("", dependencies=[Depends(audited(Deed.CONTENT_READ))])
def occasions(desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> HTMLResponse:
    """Those to come, each with its form, and those that are over."""
    return _page(desk, member, DONE.get(done, ""))


@router.post("", dependencies=CHANGE)
def add(desk: TheDesk, member: SignedIn, written: Fields) -> Response:
    """A new one."""
    return _save(desk, member, None, written)


@router.post("/{occasion_id}", dependencies=CHANGE)
def change(occasion_id: int, desk: TheDesk, member: SignedIn, written: Fields) -> Response:
    """Another time, place or wording."""
    return _save(desk, member, occasion_id, written)


@router.post("/{occasion_id}/off", dependencies=CHANGE)
def off(occasion_id: int, desk: TheDesk, member: SignedIn) -> Response:
    """It does not take place."""
    call_off(desk, occasion_id, member.id)
    return go(f"{HOME}?done=off")


def _save(desk: Desk, member: Member, occasion_id: int | None, written: Written) -> Response:
    occasion = written.occasion()
    try:
        save_occasion(desk, occasion_id, occasion, member.id)
    except (Backwards, Over) as trouble:
        return _page(desk, member, trouble=TROUBLES[type(trouble)], kept=(occasion_id, occasion))
    return go(f"{HOME}?done=saved")


def _page(
    desk: Desk, member: Member, done: str = "", trouble: str = "", kept: tuple[int | None, Occasion] | None = None
) -> HTMLResponse:
    """`kept` is what could not be saved: which one, and what was written."""
    return show(
        "occasions.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK,
        member=member,
        coming=coming(desk),
        past=past(desk),
        kinds=KINDS,
        when=when,
        done=done,
        trouble=trouble,
        kept=kept,
    )
