"""What staff do with the needs of a case: take, decline, hand on, send outside, finish; and lead the case itself."""

from enum import StrEnum
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse

from desk.channels.request import TheDesk
from desk.console.access import CASE_WORK, SignedIn
from desk.console.answers import ConsoleRoute, go
from desk.console.need_words import BY_SPECIALITY
from desk.domain.cases import Speciality
from desk.domain.needs import DeclineReason
from desk.services import assignments, needs
from desk.services.assignments import Onward
from desk.services.leads import claim_case

LONGEST_NOTE = 1_000
LONGEST_TITLE = 100

router = APIRouter(
    prefix="/console/cases/{number}",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=CASE_WORK,
)
Note = Annotated[str, Form(max_length=LONGEST_NOTE)]
Title = Annotated[str, Form(max_length=LONGEST_TITLE)]


class End(StrEnum):
    """How a need can end, or that it goes on."""

    DONE = "done"
    DROPPED = "dropped"
    OPEN = "open"


@router.post("/claim")
def claim(number: str, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Lead a case that nobody leads yet."""
    claim_case(desk, number, member.login)
    return _back(number, "claimed")


@router.post("/needs")
def add(
    number: str, desk: TheDesk, member: SignedIn, speciality: Annotated[Speciality, Form()], title: Title = ""
) -> RedirectResponse:
    """Another need was found."""
    needs.add_need(desk, number, speciality, title, member.login)
    return _back(number, "need")


@router.post("/needs/{need_id}/take")
def take(number: str, need_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Take a need oneself."""
    assignments.accept_need(desk, number, need_id, member.login)
    return _back(number, "need_taken")


@router.post("/needs/{need_id}/decline")
def decline(
    number: str,
    need_id: int,
    desk: TheDesk,
    member: SignedIn,
    reason: Annotated[DeclineReason, Form()],
    note: Note = "",
) -> RedirectResponse:
    """Say no, with a reason."""
    assignments.decline_need(desk, number, need_id, member.login, reason, note)
    return _back(number, "need_declined")


@router.post("/needs/{need_id}/hand-on")
def hand_on(
    number: str,
    need_id: int,
    desk: TheDesk,
    member: SignedIn,
    to: Annotated[str, Form(min_length=1, max_length=100)],
    note: Note = "",
    tell: Annotated[Literal["yes", ""], Form()] = "",
) -> RedirectResponse:
    """Hand a need to a colleague, or to whoever knows a speciality."""
    assignments.hand_on(desk, number, need_id, _onward(to, note, tell == "yes"), member.login)
    return _back(number, "handed_on")


@router.post("/needs/{need_id}/refer")
def refer(
    number: str,
    need_id: int,
    desk: TheDesk,
    member: SignedIn,
    body: Annotated[str, Form(min_length=1, max_length=100)],
    note: Note = "",
) -> RedirectResponse:
    """Send a need to an outside body."""
    assignments.refer_need(desk, number, need_id, body, member.login, note)
    return _back(number, "referred")


@router.post("/needs/{need_id}/title")
def rename(number: str, need_id: int, desk: TheDesk, member: SignedIn, title: Title) -> RedirectResponse:
    """Give a need a name of its own."""
    needs.rename_need(desk, number, need_id, title, member.login)
    return _back(number, "need")


@router.post("/needs/{need_id}/end")
def end(number: str, need_id: int, desk: TheDesk, member: SignedIn, end: Annotated[End, Form()]) -> RedirectResponse:
    """Finish or drop a need, or take it up again."""
    act = {End.DONE: needs.finish_need, End.DROPPED: needs.drop_need, End.OPEN: needs.reopen_need}[end]
    act(desk, number, need_id, member.login)
    return _back(number, "need")


@router.post("/asked/{assignment_id}/withdraw")
def withdraw(number: str, assignment_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """Ask no longer."""
    assignments.withdraw_offer(desk, number, assignment_id, member.login)
    return _back(number, "need")


@router.post("/asked/{assignment_id}/answer")
def note_answer(
    number: str,
    assignment_id: int,
    desk: TheDesk,
    member: SignedIn,
    reason: Annotated[DeclineReason | Literal[""], Form()] = "",
    note: Note = "",
) -> RedirectResponse:
    """Note what an outside body answered; no reason means yes."""
    assignments.note_answer(desk, number, assignment_id, member.login, reason or None, note)
    return _back(number, "need")


def _onward(to: str, note: str, tell: bool) -> Onward:
    if to.startswith(BY_SPECIALITY):
        return Onward(speciality=Speciality(to.removeprefix(BY_SPECIALITY)), note=note, tell=tell)
    return Onward(to=to, note=note, tell=tell)


def _back(number: str, done: str) -> RedirectResponse:
    return go(f"/console/cases/{number}?done={done}#needs-title")
