"""One case: everything about it, and what staff can do with it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from desk.channels.request import desk_of
from desk.console import words
from desk.console.access import signed_in, watching
from desk.console.answers import ConsoleRoute, go, show
from desk.console.live import when_changed
from desk.domain.cases import Status
from desk.services.cases import answer_case, hand_back, read_case, update_case
from desk.services.console import colleagues, take_over
from desk.services.context import Desk
from desk.services.staff import Member

#: characters of an answer, as in the staff API
LONGEST_ANSWER = 5_000

router = APIRouter(
    prefix="/console/cases", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(signed_in)]
)
live_router = APIRouter(
    prefix="/console/live/cases", include_in_schema=False, route_class=ConsoleRoute, dependencies=[Depends(watching)]
)
TheDesk = Annotated[Desk, Depends(desk_of)]
SignedIn = Annotated[Member, Depends(signed_in)]


@router.get("/{number}")
def case(number: str, desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """The case; `done` names what has just been done."""
    return _page(desk, member, number, words.DONE.get(done, ""))


@live_router.get("/{number}")
def live_case(number: str, request: Request, desk: TheDesk, member: Annotated[Member, Depends(watching)]) -> Response:
    """The same page for the script that keeps it fresh."""
    return when_changed(request, _page(desk, member, number))


@router.post("/{number}/answer")
def answer(
    number: str,
    desk: TheDesk,
    member: SignedIn,
    text: Annotated[str, Form(min_length=1, max_length=LONGEST_ANSWER, pattern=r"\S")],
) -> RedirectResponse:
    """Write to the person on their own channel; the bot is silent from now on."""
    answer_case(desk, number, text.strip(), member.login)
    return _back(number, "answered")


@router.post("/{number}/assignee")
def assign(
    number: str, desk: TheDesk, member: SignedIn, assignee: Annotated[str, Form(max_length=100)] = ""
) -> RedirectResponse:
    """Give the case to somebody; to nobody when left empty."""
    update_case(desk, number, member.login, {"assignee": assignee or None})
    return _back(number, "assigned")


@router.post("/{number}/status")
def move(number: str, desk: TheDesk, member: SignedIn, status: Annotated[Status, Form()]) -> RedirectResponse:
    """Move the case on."""
    update_case(desk, number, member.login, {"status": status})
    return _back(number, "status")


@router.post("/{number}/outcome")
def conclude(
    number: str, desk: TheDesk, member: SignedIn, outcome: Annotated[str, Form(max_length=1000)] = ""
) -> RedirectResponse:
    """Note what came of it."""
    update_case(desk, number, member.login, {"outcome": outcome.strip() or None})
    return _back(number, "outcome")


@router.post("/{number}/take-over")
def take(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Silence the bot."""
    take_over(desk, number, member.login)
    return _back(number, "taken_over")


@router.post("/{number}/hand-back")
def give_back(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Let the bot speak again."""
    hand_back(desk, number, member.login)
    return _back(number, "handed_back")


def _page(desk: Desk, member: Member, number: str, done: str = "") -> HTMLResponse:
    file, everybody, now = read_case(desk, number), colleagues(desk), desk.now()
    return show(
        "case.html",
        member=member,
        file=file,
        line=file.line,
        due=words.due(file.line, any(each.kind == "answered" for each in file.events), now),
        facts=words.facts(file.facts, desk.catalogue.areas, now.date()),
        colleagues=everybody,
        names={each.login: each.name for each in everybody},
        longest=LONGEST_ANSWER,
        done=done,
    )


def _back(number: str, done: str) -> RedirectResponse:
    return go(f"/console/cases/{number}?done={done}")
