"""The staff API for cases (contract: "Staff API")."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Depends, Query, status
from pydantic import BaseModel, ConfigDict, Field, field_validator

from desk.api.access import ACTOR, need_token
from desk.channels.request import desk_of
from desk.domain.cases import Speciality, Status
from desk.services import cases
from desk.services.context import Desk

router = APIRouter(prefix="/api/cases", tags=["cases"], dependencies=[Depends(need_token)])
TheDesk = Annotated[Desk, Depends(desk_of)]


class CaseLine(BaseModel):
    """A case in a list."""

    model_config = ConfigDict(from_attributes=True)

    number: str
    status: Status
    speciality: Speciality
    priority: str
    channel: str
    created_at: datetime
    due_at: datetime
    assignee: str | None
    summary: str


class Spoken(BaseModel):
    """A line of the transcript."""

    model_config = ConfigDict(from_attributes=True)

    at: datetime
    author: Literal["user", "bot", "staff"]
    text: str


class Happened(BaseModel):
    """An event of the case."""

    model_config = ConfigDict(from_attributes=True)

    at: datetime
    actor: str
    kind: str
    detail: dict[str, Any]


class Verdict(BaseModel):
    """A program as it was recommended."""

    id: str
    verdict: str


class Contact(BaseModel):
    """How to reach the person; fields that were not given are null."""

    name: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None


class CaseFile(CaseLine):
    """A case, whole."""

    facts: dict[str, Any]
    contact: Contact | None
    consent_at: datetime | None
    recommendations: list[Verdict]
    transcript: list[Spoken]
    events: list[Happened]
    outcome: str | None
    satisfaction: int | None

    @classmethod
    def of(cls, file: cases.CaseFile) -> Self:
        """The service's file in the shape of the contract."""
        line = CaseLine.model_validate(file.line).model_dump()
        return cls.model_validate(
            line
            | {
                "facts": file.facts,
                "contact": file.contact,
                "consent_at": file.consent_at,
                "recommendations": [{"id": each["id"], "verdict": each["verdict"]} for each in file.verdicts],
                "transcript": file.transcript,
                "events": file.events,
                "outcome": file.outcome,
                "satisfaction": file.satisfaction,
            }
        )


class CaseList(BaseModel):
    """One page of cases."""

    items: list[CaseLine]
    total: int
    page: int


class Answer(BaseModel):
    """What a coordinator writes to the person."""

    text: str = Field(min_length=1, max_length=5_000)


class Change(BaseModel):
    """What is to change; fields left out stay."""

    model_config = ConfigDict(extra="forbid")

    status: Status | None = None
    assignee: str | None = None
    outcome: str | None = None

    @field_validator("status")
    @classmethod
    def stay_somewhere(cls, status: Status | None) -> Status:
        """A case always has a status: null takes assignee or outcome away, but not this."""
        if status is None:
            raise ValueError("状態は空にできません")
        return status


@router.get("")
def list_cases(
    desk: TheDesk,
    status: Status | None = None,
    speciality: Speciality | None = None,
    q: Annotated[str | None, Query(max_length=100)] = None,
    page: Annotated[int, Query(ge=1)] = 1,
) -> CaseList:
    """Cases, the most urgent first; `q` searches number, summary and transcript."""
    found = cases.list_cases(desk, status, speciality, q, page)
    lines = [CaseLine.model_validate(line) for line in found.lines]
    return CaseList(items=lines, total=found.total, page=found.page)


@router.get("/{number}")
def read_case(number: str, desk: TheDesk) -> CaseFile:
    """One case with facts, recommendations, transcript and events."""
    return CaseFile.of(cases.read_case(desk, number))


@router.post("/{number}/messages", status_code=status.HTTP_201_CREATED)
def answer(number: str, body: Answer, desk: TheDesk) -> Spoken:
    """Write to the person on their own channel; the bot is silent from now on."""
    return Spoken.model_validate(cases.answer_case(desk, number, body.text, ACTOR))


@router.patch("/{number}")
def change(number: str, body: Change, desk: TheDesk) -> CaseFile:
    """Change status, assignee or outcome."""
    cases.update_case(desk, number, ACTOR, body.model_dump(exclude_unset=True))
    return CaseFile.of(cases.read_case(desk, number))
