"""`POST /api/recommendations`: which programs fit, why, and what to ask next."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field

from desk.domain.intake import InvalidFacts, read_facts
from desk.domain.interview import Question
from desk.domain.situation import Facts
from desk.domain.verdict import Reason
from desk.services.context import Desk
from desk.services.recommendations import DEFAULT_LIMIT, Item, Recommendations, UnknownPrograms, recommend
from desk.services.showing import item_as_json

router = APIRouter(prefix="/api", tags=["recommendations"])


class Wanted(BaseModel):
    """What is known of an applicant, and what is asked about them."""

    model_config = ConfigDict(extra="forbid")

    facts: Annotated[
        dict[str, Any],
        Field(
            description="分かっている項目だけ。null は「たずねたが分からない」で、無いのと同じく不明として扱い、"
            "next_question でもう一度たずねることはしません。"
        ),
    ]
    today: Annotated[date | None, Field(description="判定する日。なければ窓口の今日")] = None
    limit: Annotated[int, Field(ge=1, le=1000)] = DEFAULT_LIMIT
    programs: Annotated[list[str] | None, Field(description="この制度だけを、終わったものも含めて判定します")] = None


class ReasonOut(BaseModel):
    """A requirement with the limit beside the answer; `condition` is the record's own wording of it."""

    text: str
    holds: bool | None
    fact: str | None
    condition: str
    why: Literal["not_asked", "unsure", "declined", "not_applicable", "person_only"] | None


class CallOut(BaseModel):
    """Where the call stands today."""

    state: Literal["open", "upcoming", "closed", "rolling", "ended", "unknown"]
    opens_on: date | None
    closes_on: date | None


class ItemOut(BaseModel):
    """A program with its verdict. `notes` is what a person should read before applying, most pressing first."""

    id: str
    name: str
    operator: str
    kind: str
    verdict: Literal["eligible", "possible", "ineligible"]
    reasons: list[ReasonOut]
    unknown_facts: list[str]
    estimate_yen: int | None
    own_share_yen: int | None
    max_amount_yen: int | None
    subsidy_rate: str | None
    amount_text: str | None
    summary: str | None
    call: CallOut
    notes: list[str]
    either_or: list[str]
    successor: str | None
    contact: str | None
    url: str | None
    source: str | None
    as_of: date


class NearMissOut(ItemOut):
    """A program that is ruled out by one or two things that can be changed."""

    missing: list[str]


class ChoiceOut(BaseModel):
    """An answer to choose."""

    title: str
    value: str | bool


class QuestionOut(BaseModel):
    """The question that settles most."""

    fact: str
    text: str
    why: str
    choices: list[ChoiceOut]
    examples: list[str]


class Answer(BaseModel):
    """Recommendations, best first."""

    catalogue_version: str
    items: list[ItemOut]
    near_misses: list[NearMissOut]
    next_question: QuestionOut | None


def desk_of(request: Request) -> Desk:
    """The desk of this application."""
    desk: Desk = request.app.state.desk
    return desk


@router.post("/recommendations")
def recommendations(body: Wanted, desk: Annotated[Desk, Depends(desk_of)]) -> Answer:
    """Verdicts with reasons; 422 names every fact or program that cannot be."""
    today = body.today or desk.now().date()
    facts = _facts(body.facts, desk, today)
    try:
        found = recommend(
            desk.catalogue, facts, today, limit=body.limit, programs=body.programs, home=desk.profile.ward
        )
    except UnknownPrograms as unknown:
        raise _invalid((("programs",), f"「{each}」という制度はありません") for each in unknown.ids) from unknown
    return answer_of(found)


def answer_of(found: Recommendations) -> Answer:
    """The answer in the shape of the contract."""
    return Answer(
        catalogue_version=found.catalogue_version,
        items=[ItemOut(**item_of(item)) for item in found.items],
        near_misses=[NearMissOut(**item_of(item)) for item in found.near_misses],
        next_question=question_of(found.next_question),
    )


def item_of(item: Item) -> dict[str, Any]:
    """One program as a JSON object: what people are shown, and what a program may want besides."""
    return item_as_json(item) | {
        "reasons": [_reason(each) for each in item.verdict.reasons],
        "own_share_yen": item.estimate.own_share,
        "either_or": list(item.either_or),
        "successor": item.program.successor,
        "contact": item.program.contact,
    }


def question_of(question: Question | None) -> QuestionOut | None:
    """The next question with its choices."""
    if question is None:
        return None
    choices = [ChoiceOut(title=each.title, value=each.value) for each in question.choices]
    return QuestionOut(
        fact=question.fact, text=question.text, why=question.why, choices=choices, examples=list(question.examples)
    )


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "text": reason.text,
        "holds": reason.holds,
        "fact": reason.fact,
        "condition": reason.condition,
        "why": None if reason.why is None else reason.why.value,
    }


def _facts(raw: Mapping[str, Any], desk: Desk, today: date) -> Facts:
    try:
        return read_facts(raw, desk.catalogue.areas, today)
    except InvalidFacts as invalid:
        raise _invalid((("facts", error.fact), error.message) for error in invalid.errors) from invalid


def _invalid(faults: Iterable[tuple[tuple[str, ...], str]]) -> RequestValidationError:
    return RequestValidationError(
        [{"type": "value_error", "loc": ("body", *where), "msg": message, "input": None} for where, message in faults]
    )
