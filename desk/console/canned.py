"""Canned texts: read by all who answer, written by those who manage the desk."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, not_audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind
from desk.domain.canned import VARIABLES, LooseBrace, UnknownVariable
from desk.domain.roles import Permission
from desk.services.canned import list_canned, retire_canned, save_canned
from desk.services.context import Desk
from desk.services.staff import Member

HOME = "/console/canned"
LONGEST_TITLE, LONGEST_TEXT = 60, 2_000
DONE = {"saved": "保存しました。", "retired": "一覧から外しました。"}
LOOSE = "波かっこ「{」と「}」の数が合いません。差し込む言葉を「{お名前}」のように囲んでください。"
UNKNOWN = "「{{{}}}」は差し込めません。下の一覧にある言葉を使ってください。"

router = APIRouter(
    prefix=HOME,
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.READ_CASES))],
)
WRITE = [Depends(requires(Permission.MANAGE_DESK)), Depends(audited(Kind.SETTINGS_CHANGED))]
Title = Annotated[str, Form(min_length=1, max_length=LONGEST_TITLE, pattern=r"\S")]
Text = Annotated[str, Form(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")]


@router.get("", dependencies=[Depends(not_audited("texts of the desk, of no person"))])
def texts(desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> HTMLResponse:
    """The list, each with its form for those who may write."""
    return _page(desk, member, DONE.get(done, ""))


@router.post("", dependencies=WRITE)
def add(desk: TheDesk, member: SignedIn, title: Title, text: Text) -> Response:
    """A new text."""
    return _save(desk, member, None, title, text)


@router.post("/{canned_id}", dependencies=WRITE)
def change(canned_id: int, desk: TheDesk, member: SignedIn, title: Title, text: Text) -> Response:
    """Another wording."""
    return _save(desk, member, canned_id, title, text)


@router.post("/{canned_id}/retire", dependencies=WRITE)
def retire(canned_id: int, desk: TheDesk, member: SignedIn) -> Response:
    """Offer it no longer."""
    retire_canned(desk, canned_id, member.id)
    return go(f"{HOME}?done=retired")


def _save(desk: Desk, member: Member, canned_id: int | None, title: str, text: str) -> Response:
    try:
        save_canned(desk, canned_id, title.strip(), text.strip(), member.id)
    except LooseBrace:
        return _page(desk, member, trouble=LOOSE, written=(canned_id, title, text))
    except UnknownVariable as unknown:
        return _page(desk, member, trouble=UNKNOWN.format(unknown.name), written=(canned_id, title, text))
    return go(f"{HOME}?done=saved")


def _page(
    desk: Desk, member: Member, done: str = "", trouble: str = "", written: tuple[int | None, str, str] | None = None
) -> HTMLResponse:
    """`written` is what could not be saved: which text, its title and its wording."""
    return show(
        "canned.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK,
        member=member,
        texts=list_canned(desk),
        variables=VARIABLES,
        done=done,
        trouble=trouble,
        written=written,
        longest=(LONGEST_TITLE, LONGEST_TEXT),
    )
