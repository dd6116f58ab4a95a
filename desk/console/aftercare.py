"""What came of closed cases, asked and noted by staff; and that a person was spoken with."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console import words
from desk.console.access import CASE_WORK, SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind
from desk.domain.follow_up import ANSWERS
from desk.domain.roles import Permission
from desk.services.follow_ups import answer_follow_up, open_follow_ups
from desk.services.writing_back import note_talk

router = APIRouter(
    prefix="/console",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in)],
)
READ = [Depends(requires(Permission.READ_CASES)), Depends(audited(Kind.CASES_LISTED))]
Answer = Literal["applied", "granted", "contracted", "filed", "started", "nothing_yet", "declined"]


@router.get("/follow-ups", dependencies=READ)
def follow_ups(desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """Closed cases whose day has come; `done` names the one that was just answered."""
    said = f"{done}のその後を記録しました。" if done else ""
    return show("follow_ups.html", member=member, tasks=open_follow_ups(desk), answers=ANSWERS, done=said, words=words)


@router.post("/follow-ups/{follow_up_id}", dependencies=CASE_WORK)
def answer(
    follow_up_id: int,
    desk: TheDesk,
    member: SignedIn,
    answer: Annotated[Answer, Form()],
    note: Annotated[str, Form(max_length=1000)] = "",
) -> RedirectResponse:
    """Note what came of a case."""
    number = answer_follow_up(desk, follow_up_id, answer, note.strip(), member.login)
    return go(f"/console/follow-ups?done={number}")


@router.post("/cases/{number}/reached", dependencies=CASE_WORK)
def reached(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """The person was spoken with, by phone or at the counter."""
    note_talk(desk, number, member.login)
    return go(f"/console/cases/{number}?done=reached")
