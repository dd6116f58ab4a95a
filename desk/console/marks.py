"""Messages of the person of a case: mark what was made of it wrongly, or put a fact right."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import SignedIn, audited, requires, signed_in
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.audit import Kind
from desk.domain.facts import FACTS
from desk.domain.intake import InvalidFacts
from desk.domain.intents import INTENTS
from desk.domain.roles import Permission
from desk.domain.written_facts import NO, YES, raw_of
from desk.services.cases import read_case
from desk.services.context import Desk
from desk.services.staff import Member
from desk.services.transcript_marks import correct_fact, mark_answer, mark_intent, read_marked

router = APIRouter(
    prefix="/console/cases/{number}/messages",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=[Depends(signed_in), Depends(requires(Permission.WORK_CASES))],
)
READ = [Depends(audited(Kind.CASE_READ))]
CHANGE = [Depends(audited(Kind.CASE_CHANGED))]


@router.get("", dependencies=READ)
def messages(number: str, desk: TheDesk, member: SignedIn) -> HTMLResponse:
    """What the person said, to choose from."""
    said = [each for each in read_case(desk, number).transcript if each.author == "user"]
    return show("messages.html", member=member, number=number, said=said)


@router.get("/{message_id}", dependencies=READ)
def message(
    number: str, message_id: int, desk: TheDesk, member: SignedIn, fact: Annotated[str, Query(max_length=50)] = ""
) -> HTMLResponse:
    """The message with its marks; `fact` opens the form of that fact."""
    return _page(desk, member, number, message_id, fact)


@router.post("/{message_id}/intent", dependencies=CHANGE)
def wrong_intent(number: str, message_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """To the review queue."""
    mark_intent(desk, number, message_id, member.login)
    return go(f"/console/cases/{number}?done=marked")


@router.post("/{message_id}/answer", dependencies=CHANGE)
def wrong_answer(number: str, message_id: int, desk: TheDesk, member: SignedIn) -> RedirectResponse:
    """To those who write the knowledge."""
    mark_answer(desk, number, message_id, member.login)
    return go(f"/console/cases/{number}?done=marked")


@router.post("/{message_id}/fact", dependencies=CHANGE)
async def wrong_fact(number: str, message_id: int, request: Request, desk: TheDesk, member: SignedIn) -> Response:
    """Put a fact right: the form holds its name and one or several values."""
    form = await request.form()
    name = str(form.get("fact", ""))
    written = [each for each in form.getlist("value") if isinstance(each, str)]
    return await in_thread(_correct, desk, member, number, message_id, name, written)


def _correct(desk: Desk, member: Member, number: str, message_id: int, name: str, written: Sequence[str]) -> Response:
    try:
        value = raw_of(FACTS[name], written) if name in FACTS else None
        correct_fact(desk, number, message_id, name, value, member.login)
    except InvalidFacts as invalid:
        trouble = "".join(error.message for error in invalid.errors)
        return _page(desk, member, number, message_id, name, trouble, written)
    return go(f"/console/cases/{number}?done=fact_corrected")


def _page(
    desk: Desk,
    member: Member,
    number: str,
    message_id: int,
    fact: str = "",
    trouble: str = "",
    written: Sequence[str] = (),
) -> HTMLResponse:
    marked = read_marked(desk, number, message_id)
    spec = FACTS.get(fact)
    return show(
        "marks.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK,
        member=member,
        number=number,
        marked=marked,
        intents=INTENTS,
        facts=FACTS,
        spec=spec,
        known=written or (_written(marked.facts.get(fact)) if spec else ()),
        trouble=trouble,
        flags=((YES, spec.yes_answer), (NO, spec.no_answer)) if spec else (),
    )


def _written(raw: object) -> list[str]:
    """A known fact as the form writes it."""
    if raw is None:
        return []
    if isinstance(raw, bool):
        return [YES if raw else NO]
    return [str(each) for each in raw] if isinstance(raw, list) else [str(raw)]
