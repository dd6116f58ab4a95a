"""Writing down a consultation by phone or at the counter."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from desk.channels.request import TheDesk
from desk.console.access import CASE_WORK, SignedIn
from desk.console.answers import ConsoleRoute, go, show
from desk.domain.cases import Speciality
from desk.domain.contact import FIELDS
from desk.domain.fact_form import raw_facts_of
from desk.domain.facts import FACTS
from desk.domain.intake import FactError, InvalidFacts
from desk.services.counter import Consultation, Way, record_consultation
from desk.services.staff import Member

LONGEST_TALK = 5_000
LONGEST_LINE = 200
WAYS: Mapping[str, str] = {Way.PHONE: "電話", Way.COUNTER: "窓口"}
NO_SUMMARY = FactError("summary", "概要を一行で書いてください")
TOO_LONG = FactError("asked", "長すぎます。一つの欄は5,000字、一行の欄は200字までにしてください")

router = APIRouter(
    prefix="/console/consultations",
    include_in_schema=False,
    route_class=ConsoleRoute,
    dependencies=CASE_WORK,
)
Fields = Mapping[str, Sequence[str]]


async def written(request: Request) -> Fields:
    """What was typed, each field with all its values."""
    form = await request.form()
    return {name: [str(value).replace("\0", "") for value in form.getlist(name)] for name in form}


@router.get("/new")
def empty(member: SignedIn) -> HTMLResponse:
    """The empty form."""
    return _form(member, {})


@router.post("")
def record(desk: TheDesk, member: SignedIn, fields: Annotated[Fields, Depends(written)]) -> Response:
    """Write it down and go on to the case; what cannot be is named, and nothing typed is lost."""
    told = _told(fields)
    errors = [NO_SUMMARY] if not told.summary else []
    errors += [TOO_LONG] if _too_long(fields) else []
    if errors:
        return _form(member, fields, errors)
    try:
        number = record_consultation(desk, told, member.login)
    except InvalidFacts as invalid:
        return _form(member, fields, invalid.errors)
    return go(f"/console/cases/{number}?done=written_down")


def _form(member: Member, fields: Fields, errors: Sequence[FactError] = ()) -> HTMLResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return show(
        "consultation.html",
        status,
        member=member,
        specs=FACTS.values(),
        ways=WAYS,
        fields=fields,
        errors={error.fact: error.message for error in errors},
        longest=LONGEST_TALK,
        line_length=LONGEST_LINE,
    )


def _told(fields: Fields) -> Consultation:
    return Consultation(
        way=Way(_one(fields, "way")) if _one(fields, "way") in WAYS else Way.PHONE,
        summary=_one(fields, "summary"),
        specialities=[each for each in Speciality if each in fields.get("speciality", ())],
        asked=_one(fields, "asked"),
        answered=_one(fields, "answered"),
        facts=raw_facts_of(fields),
        contact={name: _one(fields, f"contact_{name}") for name in FIELDS},
        consented=_one(fields, "consented") == "yes",
        preference=_one(fields, "preference"),
        own=_one(fields, "own") == "yes",
    )


def _one(fields: Fields, name: str) -> str:
    return next((value.strip() for value in fields.get(name, ())), "")


def _too_long(fields: Fields) -> bool:
    talk = {"asked", "answered"}
    return any(
        len(value) > (LONGEST_TALK if name in talk else LONGEST_LINE)
        for name, values in fields.items()
        for value in values
    )
