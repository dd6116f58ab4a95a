"""Talking with the person of a case: replies, that somebody writes, and the page that shows it all at once."""

from functools import partial
from http import HTTPStatus
from typing import Annotated

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import (
    SignedIn,
    audited,
    audited_watching,
    check_form,
    not_audited,
    requires,
    requires_watching,
    signed_in,
    watching,
)
from desk.console.answers import ConsoleRoute, go
from desk.console.attending import Reply, drafts_by_source
from desk.console.case import LONGEST_ANSWER, case_page
from desk.console.live import kept_fresh
from desk.domain.audit import Kind
from desk.domain.canned import gaps
from desk.domain.roles import Permission
from desk.services.attendance import conversation_of_case, end_sign, show_sign, signs_subject
from desk.services.cases import answer_case, read_case
from desk.services.signs import Sign
from desk.services.staff import Member
from desk.services.suggestions import switch_suggestions
from desk.services.takeover import AnsweredMeanwhile

MEANWHILE = (
    "まだ送っていません。書いているあいだに、ほかの職員が返事をしました。"
    "上のやりとりを確かめて、このままでよければもう一度「返事を送る」を押してください。"
)
GAPS = "まだ送っていません。【】のところを書き入れるか消してから、もう一度送ってください（{}）。"

router = APIRouter(
    prefix="/console/cases",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.WORK_CASES))],
)
live_router = APIRouter(
    prefix="/console/live/cases",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(watching)],
)
Watching = Annotated[Member, Depends(watching)]
LOOK = [Depends(requires_watching(Permission.READ_CASES)), Depends(audited_watching(Kind.CASE_READ))]
WRITE = [
    Depends(requires_watching(Permission.WORK_CASES)),
    Depends(not_audited("tells only that somebody is writing")),
]


@live_router.get("/{number}", dependencies=LOOK)
async def live_case(number: str, request: Request, desk: TheDesk, member: Watching) -> Response:
    """The page of a case for the script that keeps it fresh; whoever asks is shown to others as being there."""
    conversation_id = await in_thread(conversation_of_case, desk, number)
    show_sign(desk, conversation_id, Sign.HERE, member.login)
    return await kept_fresh(
        request,
        lambda watcher: case_page(desk, watcher, number),
        conversation_id,
        signs_subject(conversation_id),
        soonest=partial(desk.signs.soonest_end, conversation_id),
    )


@live_router.post("/{number}/typing", dependencies=WRITE, status_code=HTTPStatus.NO_CONTENT)
async def write(number: str, request: Request, desk: TheDesk, member: Watching) -> None:
    """A reply is being written: that it is, not what."""
    await check_form(request, member.csrf_token)
    conversation_id = await in_thread(conversation_of_case, desk, number)
    show_sign(desk, conversation_id, Sign.WRITING, member.login)


@router.post("/{number}/answer", dependencies=[Depends(audited(Kind.MESSAGE_SENT))])
def answer(
    number: str,
    desk: TheDesk,
    member: SignedIn,
    text: Annotated[str, Form(min_length=1, max_length=LONGEST_ANSWER, pattern=r"\S")],
    seen: Annotated[int | None, Form()] = None,
    draft: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Write to the person on their own channel; the bot is silent from now on.

    What cannot be sent as it is is shown again with the case as it stands now: a colleague has written since the page
    was opened, or a canned text still has gaps.
    """
    missing = gaps(text)
    if missing:
        reply = Reply(text, GAPS.format("・".join(missing)), draft)
        return case_page(desk, member, number, reply=reply, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        answer_case(desk, number, text.strip(), member.login, seen, draft or None)
    except AnsweredMeanwhile:
        return case_page(desk, member, number, reply=Reply(text, MEANWHILE, draft), status=HTTPStatus.CONFLICT)
    end_sign(desk, conversation_of_case(desk, number), Sign.WRITING, member.login)
    return go(f"/console/cases/{number}?done=answered")


@router.post("/{number}/compose", dependencies=[Depends(audited(Kind.CASE_READ))])
def compose(
    number: str,
    desk: TheDesk,
    member: SignedIn,
    text: Annotated[str, Form(max_length=LONGEST_ANSWER)] = "",
    canned: Annotated[str, Form(max_length=100)] = "",
    use: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Put a draft or a canned text below what was written, for browsers without scripts. Nothing is sent."""
    chosen = drafts_by_source(desk, member, read_case(desk, number)).get(use or canned)
    written = "\n\n".join(part for part in (text, chosen.text if chosen else "") if part)
    return case_page(desk, member, number, reply=Reply(written, draft=chosen.source if chosen else ""))


@router.post("/{number}/suggesting", dependencies=[Depends(audited(Kind.CASE_CHANGED))])
def switch(number: str, desk: TheDesk, member: SignedIn, on: Annotated[bool, Form()]) -> RedirectResponse:
    """Begin or stop to draft replies."""
    switch_suggestions(desk, number, on, member.login)
    return go(f"/console/cases/{number}?done=suggesting")
