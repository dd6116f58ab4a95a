"""The staff API for cases (contract: "Staff API")."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self

from fastapi import APIRouter, Depends, Query, status
from pydantic import BaseModel, ConfigDict, Field, field_validator

from desk.api.access import ACTOR, audited, need_readable, need_token
from desk.channels.request import TheDesk
from desk.domain.audit import Kind
from desk.domain.cases import Speciality, Status
from desk.domain.needs import AssignmentStatus, DeclineReason, NeedStatus
from desk.services import case_lists, cases

router = APIRouter(prefix="/api/cases", tags=["cases"], dependencies=[Depends(need_token), Depends(need_readable)])


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


class Asked(BaseModel):
    """Somebody who was asked to take a need: `to` is a login, or the id of an outside body's record."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    to: str
    outside: bool
    status: AssignmentStatus
    reason: DeclineReason | None
    note: str | None
    offered_by: str
    offered_at: datetime
    answered_at: datetime | None


class Need(BaseModel):
    """One topic of a case. `owner` has taken it; `responsible` is the owner, else the lead of the case."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    speciality: Speciality
    title: str
    status: NeedStatus
    owner: str | None
    responsible: str | None
    created_at: datetime
    closed_at: datetime | None
    asked: list[Asked]


class CaseFile(CaseLine):
    """A case, whole. `brief` is what a coordinator reads first, `urgency` why it is urgent, each in sentences."""

    facts: dict[str, Any]
    contact: Contact | None
    consent_at: datetime | None
    recommendations: list[Verdict]
    transcript: list[Spoken]
    events: list[Happened]
    outcome: str | None
    satisfaction: int | None
    needs: list[Need]
    brief: list[str]
    urgency: list[str]
    contact_preference: str | None

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
                "needs": file.needs,
                "brief": file.brief,
                "urgency": file.urgency,
                "contact_preference": file.preference,
            }
        )


class CaseList(BaseModel):
    """One page of cases. `total` counts all that match; with `q` at most 1000, and `more` says that there are more."""

    items: list[CaseLine]
    total: int
    more: bool
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
    contact_preference: Annotated[str | None, Field(max_length=200)] = None

    @field_validator("status")
    @classmethod
    def stay_somewhere(cls, status: Status | None) -> Status:
        """A case always has a status: null takes assignee or outcome away, but not this."""
        if status is None:
            raise ValueError("状態は空にできません")
        return status


@router.get("", dependencies=[Depends(audited(Kind.CASES_LISTED))])
def list_cases(
    desk: TheDesk,
    status: Status | None = None,
    speciality: Speciality | None = None,
    q: Annotated[str | None, Query(max_length=100)] = None,
    page: Annotated[int, Query(ge=1)] = 1,
) -> CaseList:
    """Cases, the most urgent first, closed ones last; `q` searches number, summary, contact, notes and transcript."""
    found = case_lists.list_cases(desk, status, speciality, q, page)
    lines = [CaseLine.model_validate(line) for line in found.lines]
    return CaseList(items=lines, total=found.total.shown, more=found.total.more, page=found.page)


@router.get("/{number}", dependencies=[Depends(audited(Kind.CASE_READ))])
def read_case(number: str, desk: TheDesk) -> CaseFile:
    """One case with facts, recommendations, transcript and events."""
    return CaseFile.of(cases.read_case(desk, number))


@router.post(
    "/{number}/messages", status_code=status.HTTP_201_CREATED, dependencies=[Depends(audited(Kind.MESSAGE_SENT))]
)
def answer(number: str, body: Answer, desk: TheDesk) -> Spoken:
    """Write to the person on their own channel; the bot is silent from now on."""
    return Spoken.model_validate(cases.answer_case(desk, number, body.text, ACTOR))


@router.patch("/{number}", dependencies=[Depends(audited(Kind.CASE_CHANGED))])
def change(number: str, body: Change, desk: TheDesk) -> CaseFile:
    """Change status, assignee or outcome."""
    cases.update_case(desk, number, ACTOR, body.model_dump(exclude_unset=True))
    return CaseFile.of(cases.read_case(desk, number))
