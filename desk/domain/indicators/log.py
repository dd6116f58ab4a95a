"""The record as indicators read it: one row for each case, result, conversation, need and question; no names, no words.

Times are aware times of Japan. Rows are tuples: a busy year has a hundred thousand of them. They reach beyond the
period where a cohort does; each indicator says whom it counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from desk.domain.facts import FACTS
from desk.domain.indicators.period import Period
from desk.domain.pending import hands_over

#: where staff enter what somebody said on the phone or at the counter: consent is given orally
ENTERED_BY_STAFF = frozenset({"phone", "counter"})


@dataclass(frozen=True)
class Traits:
    """By what a row can be told apart; None where it is not known."""

    speciality: str | None = None
    channel: str | None = None
    area: str | None = None
    industry: str | None = None


class CaseRow(NamedTuple):
    """A case. `reply_hours` are business hours until the first reply of a person, None while there is none."""

    id: int
    received_at: datetime
    reply_due_at: datetime
    contact_due_at: datetime
    traits: Traits = Traits()
    #: speciality at the opening, before anybody looked
    first_speciality: str | None = None
    reason: str = "asked"
    consented: bool = True
    #: another number of a matter that is counted already
    linked: bool = False
    replied_at: datetime | None = None
    #: when the person was spoken with: they wrote after a reply, or staff noted it
    reached_at: datetime | None = None
    reply_hours: float | None = None
    closed_at: datetime | None = None
    #: when the person was asked how the help was; None while nobody asked
    surveyed_at: datetime | None = None
    #: 1 (poor) to 5 (good)
    satisfaction: int | None = None
    #: whether the person said that their matter is settled
    solved: bool | None = None

    @property
    def is_consultation(self) -> bool:
        """A matter that somebody wanted people to take up, counted once."""
        return not self.linked and (self.consented or self.traits.channel in ENTERED_BY_STAFF)

    def lasts_until(self, moment: datetime) -> bool:
        """Whether it came in after a moment, or was still open then."""
        return self.received_at >= moment or self.closed_at is None or self.closed_at >= moment


class ResultRow(NamedTuple):
    """A result that was not taken back."""

    case_id: int
    kind: str
    on: date
    amount_yen: int | None = None
    traits: Traits = Traits()


class Talk(NamedTuple):
    """What one conversation with the bot held within the period; counts are of the person's messages."""

    traits: Traits
    last_at: datetime
    messages: int = 0
    #: typed, not pressed, and read by the bot
    read: int = 0
    not_understood: int = 0
    failed: int = 0
    #: messages that wanted something of substance
    requests: int = 0
    complaints: int = 0
    #: words of praise and of blame for what the bot said
    liked: int = 0
    disliked: int = 0
    #: the last message was understood
    ended_well: bool = True
    #: what the bot still waits for (`desk/domain/pending.py`)
    pending: str | None = None
    #: a consultation was opened within the period
    handed_over: bool = False
    #: lists of programs that were shown
    lists: int = 0
    #: the last of these lists held a program that was not ruled out; None without a list
    fitting: bool | None = None

    @property
    def left_hanging(self) -> bool:
        """The bot has asked and got no answer, in a handover or before it had shown anything."""
        return hands_over(self.pending) or (self.pending in FACTS and not self.lists)


class Question(NamedTuple):
    """A question that no entry answered when it was asked. `answered`: an entry answers it now."""

    first_at: datetime
    answered: bool = False
    traits: Traits = Traits()


class NeedRow(NamedTuple):
    """One topic of a case. `wait_until`: by then somebody should have taken it."""

    opened_at: datetime
    wait_until: datetime
    taken_at: datetime | None = None
    closed_at: datetime | None = None
    traits: Traits = Traits()


class OfferRow(NamedTuple):
    """A need was offered to a coordinator or an outside body, who took it, declined it, or has not answered (None)."""

    offered_at: datetime
    accepted: bool | None
    traits: Traits = Traits()


@dataclass(frozen=True)
class Log:
    """The record, for the indicators of one period. `as_of`: until when it could be read, the end or now.

    What several indicators look at is picked out once.
    """

    period: Period
    as_of: datetime
    cases: tuple[CaseRow, ...] = ()
    results: tuple[ResultRow, ...] = ()
    talks: tuple[Talk, ...] = ()
    questions: tuple[Question, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    offers: tuple[OfferRow, ...] = ()

    @cached_property
    def received(self) -> list[CaseRow]:
        """Whatever people had to look after, whether anybody had asked for them or not, by when it came in."""
        start, end = self._bounds
        return [case for case in self.cases if not case.linked and start <= case.received_at < end]

    @cached_property
    def consultations(self) -> list[CaseRow]:
        """Consultations received within the period."""
        return [case for case in self.received if case.is_consultation]

    @cached_property
    def closed(self) -> list[CaseRow]:
        """Consultations closed within the period."""
        start, end = self._bounds
        return [
            case for case in self.cases if case.closed_at and start <= case.closed_at < end and case.is_consultation
        ]

    @cached_property
    def open(self) -> list[CaseRow]:
        """Cases that were open at the end, whenever they came in."""
        return [
            case
            for case in self.cases
            if not case.linked
            and case.received_at < self.as_of
            and (case.closed_at is None or case.closed_at >= self.as_of)
        ]

    def during(self, period: Period, talks: tuple[Talk, ...]) -> "Log":
        """The same record for a shorter period that has begun; conversations are added up for each period by itself."""
        start, end = period.bounds(self.as_of.tzinfo)
        return replace(
            self,
            period=period,
            as_of=min(self.as_of, end),
            cases=tuple(case for case in self.cases if case.received_at < end and case.lasts_until(start)),
            needs=tuple(need for need in self.needs if start <= need.opened_at < end),
            offers=tuple(offer for offer in self.offers if start <= offer.offered_at < end),
            talks=talks,
        )

    def parts(self, dimension: str) -> dict[str | None, "Log"]:
        """The record by the values that a trait has in any row; taken apart once."""
        if dimension not in self._parts:
            self._parts[dimension] = self._split(attrgetter(f"traits.{dimension}"))
        return self._parts[dimension]

    def _split(self, value_of: Callable[[Any], str | None]) -> dict[str | None, "Log"]:
        found: dict[str | None, dict[str, Any]] = {}
        for name, rows in self._rows():
            by_value: defaultdict[str | None, list[Any]] = defaultdict(list)
            for row in rows:
                by_value[value_of(row)].append(row)
            for value, part in by_value.items():
                found.setdefault(value, {})[name] = tuple(part)
        nothing: dict[str, Any] = {name: () for name, _ in self._rows()}
        return {value: replace(self, **nothing | part) for value, part in found.items()}

    @cached_property
    def _parts(self) -> dict[str, dict[str | None, "Log"]]:
        return {}

    @cached_property
    def _bounds(self) -> tuple[datetime, datetime]:
        return self.period.bounds(self.as_of.tzinfo)

    def _rows(self) -> Iterable[tuple[str, tuple[Any, ...]]]:
        return ((each.name, getattr(self, each.name)) for each in fields(self) if each.name not in ("period", "as_of"))
