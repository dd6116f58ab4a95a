"""The format of a program record in `seeds/programs/*.yaml`, strict: unknown keys and wrong words are errors."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from desk.catalogue.fields import Address, Area, Purpose, Rate, Rule, Slug, Text, Yen, mendable
from desk.domain.wording import names_amount, yen

LONGEST_SUMMARY = 120
LONGEST_CAUTION = 60

Level = Literal["national", "prefecture", "region", "city", "ward", "university"]
ProgramKind = Literal[
    "subsidy", "matching", "ip_fee_subsidy", "facility", "ip_advice", "advice", "ip_fee_reduction",
    "database", "tax", "loan", "event", "testing", "training", "template",
]  # fmt: skip
AudienceWord = Literal["direct", "university", "operator", "intermediary", "reference"]
StatusWord = Literal["published", "unpublished", "ended", "planned"]
StepKind = Literal[
    "hearing", "diagnosis", "gbizid", "erad", "jgrants", "reservation", "certified_support", "consortium",
    "certification", "membership",
]  # fmt: skip
DetailKind = Literal["amount", "period", "call", "scope", "procedure", "costs", "combination", "other"]
CombinationKind = Literal["exclusive", "same_theme", "prerequisite", "combinable"]
Recurrence = Literal["yearly", "several_a_year", "once", "rolling", "unknown"]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, frozen=True)


class TrackRecord(_Record):
    """A way to more money."""

    name: Text
    max_yen: Yen
    rate: Rate
    criterion: Rule = None


class AmountRecord(_Record):
    """Money in yen and the share of the cost."""

    max_yen: Yen
    min_yen: Yen
    rate: Rate
    base_yen: Yen
    tracks: list[TrackRecord]
    text: Text | None

    @model_validator(mode="after")
    def order_the_limits(self) -> Self:
        """The floor and the ordinary cap cannot lie above the highest amount."""
        highest = self.max_yen
        if highest is not None and any((low or 0) > highest for low in (self.min_yen, self.base_yen)):
            raise mendable(
                "min_yen or base_yen is above max_yen.",
                "max_yen is the highest that one applicant can get.",
                kind="limits",
            )
        return self

    @model_validator(mode="after")
    def say_the_highest(self) -> Self:
        """People read the text, estimates use the number: a text with amounts names the highest of them."""
        if self.max_yen is not None and self.text and not names_amount(self.text, self.max_yen):
            raise mendable(
                f"text does not name max_yen, {yen(self.max_yen)}.",
                "Write the highest amount into the text as well, or correct max_yen.",
                kind="text_of_amount",
            )
        return self


class CallRecord(_Record):
    """One call for applications."""

    name: Text
    opens_on: date | None = None
    closes_on: date | None = None
    rolling: bool = False

    @model_validator(mode="after")
    def have_a_time(self) -> Self:
        """A call has dates in order, or is rolling."""
        if not self.rolling and self.opens_on is None and self.closes_on is None:
            raise mendable(
                "the call has no date.",
                "Give opens_on or closes_on, or rolling: true, or leave it out.",
                kind="no_date",
            )
        if self.opens_on and self.closes_on and self.opens_on > self.closes_on:
            raise mendable("the call closes before it opens.", "Swap the two dates.", kind="backwards")
        return self


class StepRecord(_Record):
    """Something to do before applying."""

    kind: StepKind
    text: Text
    mandatory: bool


class ConditionRecord(_Record):
    """One eligibility line, in exactly one of four roles."""

    text: Text
    clause: int | list[int]
    criterion: Rule = None
    person: Text | None = None
    step: StepKind | None = None
    detail: DetailKind | None = None
    hardness: Literal["hard", "soft"] = "hard"

    @model_validator(mode="after")
    def have_one_role(self) -> Self:
        """Exactly one of criterion, person, step and detail says what the line is."""
        roles = [each for each in (self.criterion, self.person, self.step, self.detail) if each is not None]
        if len(roles) != 1:
            raise mendable(
                f"the condition has {len(roles)} roles.", "Give exactly one of criterion, person, step and detail."
            )
        return self

    @property
    def clauses(self) -> tuple[int, ...]:
        """Indices of the source's eligibility lines."""
        return (self.clause,) if isinstance(self.clause, int) else tuple(self.clause)


class CombinationRecord(_Record):
    """What goes together with what; `with: null` is any public money."""

    kind: CombinationKind
    others: list[Slug] | None = Field(alias="with")
    text: Text


class SourceRecord(_Record):
    """A page that vouches for the record."""

    title: Text
    url: Address
    checked_on: date


class ProgramRecord(_Record):
    """A whole record; key for key as in the files."""

    id: Slug
    name: Text
    aliases: list[Text]
    family: Slug | None
    operator: Text
    level: Level
    area: Area
    kind: ProgramKind
    audience: AudienceWord
    status: StatusWord
    status_reason: Text | None
    successor: Slug | None
    summary: Annotated[Text, Field(max_length=LONGEST_SUMMARY)]
    purposes: list[Purpose]
    fields: list[Text]
    amount: AmountRecord
    calls: list[CallRecord]
    recurs: Recurrence
    prior_steps: list[StepRecord]
    documents: list[Text]
    conditions: list[ConditionRecord]
    combinations: list[CombinationRecord]
    url: Address
    contact: Text | None
    sources: Annotated[list[SourceRecord], Field(min_length=1)]
    as_of: date
    confidence: Literal["high", "medium", "low"]
    cautions: list[Annotated[Text, Field(max_length=LONGEST_CAUTION)]]
    facts_conditions: Annotated[int, Field(ge=0)]
    #: money also for what was ordered or begun before the decision; then the rule common to grants does not apply
    accepts_begun_work: bool = False

    @model_validator(mode="after")
    def explain_the_status(self) -> Self:
        """Whatever is not published says why, and low confidence is never published."""
        if self.status != "published" and self.status_reason is None:
            raise mendable(
                f"status {self.status} without a reason.",
                "Say why in status_reason, in one sentence.",
                kind="no_reason",
            )
        if self.status == "published" and self.confidence == "low":
            raise mendable(
                "confidence low cannot be published.", "Set status: unpublished with a reason.", kind="unchecked"
            )
        return self
