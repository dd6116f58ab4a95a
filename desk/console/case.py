"""One case: everything about it, and what staff can do with it."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console import need_words, words
from desk.console.access import CASE_WORK, SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.console.attending import NOTHING_WRITTEN, Reply, attending
from desk.console.deadline_words import deadline_lines
from desk.domain.audit import Kind
from desk.domain.cases import Status
from desk.domain.roles import Permission
from desk.services.assignments import bodies
from desk.services.attendance import conversation_of_case, show_sign
from desk.services.cases import hand_back, read_case, update_case
from desk.services.console import colleagues, take_over
from desk.services.context import Desk
from desk.services.linking import links_of
from desk.services.notifications import mark_read
from desk.services.results import results_of
from desk.services.signs import Sign
from desk.services.staff import Member

#: characters of an answer, as in the staff API
LONGEST_ANSWER = 5_000

router = APIRouter(
    prefix="/console/cases",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.READ_CASES))],
)


@router.get("/{number}", dependencies=[Depends(audited(Kind.CASE_READ))])
def case(number: str, desk: TheDesk, member: SignedIn, done: Annotated[str, Query(max_length=20)] = "") -> Response:
    """The case; `done` names what has just been done. Whoever opens it is shown to others as being there."""
    show_sign(desk, conversation_of_case(desk, number), Sign.HERE, member.login)
    mark_read(desk, member.id, number)
    return case_page(desk, member, number, words.DONE.get(done, ""))


@router.post("/{number}/assignee", dependencies=CASE_WORK)
def assign(
    number: str, desk: TheDesk, member: SignedIn, assignee: Annotated[str, Form(max_length=100)] = ""
) -> RedirectResponse:
    """Give the case to somebody; to nobody when left empty."""
    update_case(desk, number, member.login, {"assignee": assignee or None})
    return _back(number, "assigned")


@router.post("/{number}/status", dependencies=CASE_WORK)
def move(number: str, desk: TheDesk, member: SignedIn, status: Annotated[Status, Form()]) -> RedirectResponse:
    """Move the case on."""
    update_case(desk, number, member.login, {"status": status})
    return _back(number, "status")


@router.post("/{number}/outcome", dependencies=CASE_WORK)
def conclude(
    number: str, desk: TheDesk, member: SignedIn, outcome: Annotated[str, Form(max_length=1000)] = ""
) -> RedirectResponse:
    """Note what came of it."""
    update_case(desk, number, member.login, {"outcome": outcome.strip() or None})
    return _back(number, "outcome")


@router.post("/{number}/preference", dependencies=CASE_WORK)
def prefer(
    number: str, desk: TheDesk, member: SignedIn, preference: Annotated[str, Form(max_length=200)] = ""
) -> RedirectResponse:
    """Note how and when the person would like to be called."""
    update_case(desk, number, member.login, {"contact_preference": preference.strip() or None})
    return _back(number, "preference")


@router.post("/{number}/take-over", dependencies=CASE_WORK)
def take(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Silence the bot."""
    take_over(desk, number, member.login)
    return _back(number, "taken_over")


@router.post("/{number}/hand-back", dependencies=CASE_WORK)
def give_back(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Let the bot speak again."""
    hand_back(desk, number, member.login)
    return _back(number, "handed_back")


def case_page(
    desk: Desk, member: Member, number: str, done: str = "", reply: Reply = NOTHING_WRITTEN, status: int = HTTPStatus.OK
) -> HTMLResponse:
    """The page of a case, with a reply under way that could not be sent yet."""
    file, everybody, now = read_case(desk, number), colleagues(desk), desk.now()
    names = {each.login: each.name for each in everybody}
    return show(
        "case.html",
        status,
        member=member,
        file=file,
        line=file.line,
        deadlines=deadline_lines(file.outlooks, file.line.status, desk.calendar),
        facts=words.facts(file.facts, desk.catalogue.areas, now.date()),
        caseworkers=[each for each in everybody if each.caseworker],
        names=names,
        **attending(desk, member, file, names, reply),
        links=links_of(desk, number),
        bodies=need_words.names_of(bodies(desk)),
        results=results_of(desk, number),
        program_names={each.id: each.name for each in desk.catalogue.programs},
        today=now.date(),
        longest=LONGEST_ANSWER,
        done=done,
    )


def _back(number: str, done: str) -> RedirectResponse:
    return go(f"/console/cases/{number}?done={done}")
