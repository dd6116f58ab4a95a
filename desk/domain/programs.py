"""A support program as the desk knows it: texts, money, calls, steps, conditions and sources."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from desk.domain.criteria import Criterion


class Audience(StrEnum):
    """Who can use a program; only `direct` ones can ever be 対象 for a firm or founder."""

    DIRECT = "direct"
    UNIVERSITY = "university"
    OPERATOR = "operator"
    INTERMEDIARY = "intermediary"
    REFERENCE = "reference"


class Status(StrEnum):
    """Only published programs are recommended."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    ENDED = "ended"
    PLANNED = "planned"


class Role(StrEnum):
    """How a line of the source is kept: as a rule, for a person to check, as a step, or as a plain detail."""

    CODED = "coded"
    PERSON = "person"
    STEP = "step"
    DETAIL = "detail"


@dataclass(frozen=True)
class Condition:
    """One requirement in our own words. `note` says who checks it, which step or which detail it is."""

    text: str
    clauses: tuple[int, ...]
    role: Role
    hard: bool
    criterion: Criterion | None = None
    note: str = ""


@dataclass(frozen=True)
class Track:
    """A way to more money; without a criterion the applicant chooses it. Null amounts are those of the program."""

    name: str
    max_yen: int | None
    rate: Fraction | None
    criterion: Criterion | None


@dataclass(frozen=True)
class Terms:
    """A share of the cost up to a cap in yen, open to those who meet the criterion; no name is the ordinary case."""

    name: str
    rate: Fraction
    cap: int
    criterion: Criterion | None

    @classmethod
    def of(cls, track: Track, amount: "Amount") -> "Terms | None":
        """The terms of a track, what it leaves open filled from the ordinary case; None while a part is unknown."""
        rate = track.rate or amount.rate
        cap = track.max_yen if track.max_yen is not None else amount.cap
        return None if rate is None or cap is None else cls(track.name, rate, cap, track.criterion)


@dataclass(frozen=True)
class Amount:
    """Money in yen: highest, ordinary cap (`base_yen`), floor, and the share of the cost that is paid."""

    max_yen: int | None
    min_yen: int | None
    rate: Fraction | None
    base_yen: int | None
    tracks: tuple[Track, ...]
    text: str | None

    @property
    def cap(self) -> int | None:
        """The highest amount in the ordinary case."""
        return self.base_yen if self.base_yen is not None else self.max_yen

    @property
    def terms(self) -> tuple["Terms", ...]:
        """Every way to be paid a known share up to a known cap: the ordinary case, then the tracks."""
        ordinary = Track("", self.cap, self.rate, None)
        ways = (Terms.of(track, self) for track in (ordinary, *self.tracks))
        return tuple(way for way in ways if way is not None)


@dataclass(frozen=True)
class Call:
    """One call for applications; `rolling` ones may still have a last day."""

    name: str
    opens_on: date | None
    closes_on: date | None
    rolling: bool


@dataclass(frozen=True)
class Step:
    """Something to do before applying."""

    kind: str
    text: str
    mandatory: bool


@dataclass(frozen=True)
class Combination:
    """What may or may not be used together; `others` are program ids, empty for public money in general."""

    kind: str
    others: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Source:
    """Where the record comes from and when it was read."""

    title: str
    url: str | None
    checked_on: date


@dataclass(frozen=True)
class Program:
    """One record of the catalogue; the format of the file is described in `desk.catalogue.schema`."""

    id: str
    name: str
    aliases: tuple[str, ...]
    family: str | None
    operator: str
    level: str
    area: str | None
    kind: str
    audience: Audience
    status: Status
    status_reason: str | None
    successor: str | None
    summary: str
    purposes: frozenset[str]
    fields: tuple[str, ...]
    amount: Amount
    calls: tuple[Call, ...]
    recurs: str
    prior_steps: tuple[Step, ...]
    documents: tuple[str, ...]
    conditions: tuple[Condition, ...]
    combinations: tuple[Combination, ...]
    url: str | None
    contact: str | None
    sources: tuple[Source, ...]
    as_of: date
    confidence: str
    cautions: tuple[str, ...]
    facts_conditions: int

    @property
    def published(self) -> bool:
        """Whether it may be recommended to the public."""
        return self.status is Status.PUBLISHED

    @property
    def latest_calls(self) -> tuple[Call, ...]:
        """The calls, the newest first; one without dates is for now."""
        return tuple(sorted(self.calls, key=lambda call: call.closes_on or call.opens_on or date.max, reverse=True))

    @property
    def hard_criteria(self) -> tuple[Condition, ...]:
        """The coded requirements that decide."""
        return tuple(each for each in self.conditions if each.hard and each.role is Role.CODED)

    @property
    def person_checks(self) -> tuple[Condition, ...]:
        """The requirements that only a person can check."""
        return tuple(each for each in self.conditions if each.hard and each.role is Role.PERSON)


def name_only(program: Program) -> Program:
    """A record that nobody has confirmed, without anything that people could rely on."""
    return replace(
        program,
        summary="",
        amount=Amount(None, None, None, None, (), None),
        calls=(),
        prior_steps=(),
        documents=(),
        conditions=(),
        combinations=(),
        url=None,
        contact=None,
        sources=(),
        cautions=(),
    )
