"""What is known of one applicant on one day: answers, what was asked in vain, and what cannot apply."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from desk.domain.truth import Gap, Truth, Why, unknown

Value = str | int | float | bool | date | frozenset[str]

WITHOUT_CAPITAL = frozenset({"sole_proprietor", "pre_founding"})
WITHOUT_PARENT = frozenset({"sole_proprietor", "pre_founding", "university", "npo"})
NOT_APPLICABLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "capital_yen": WITHOUT_CAPITAL,
        "parent_is_large": WITHOUT_PARENT,
        "age_years": frozenset({"pre_founding"}),
        "founded_year": frozenset({"pre_founding"}),
        "years_in_area": frozenset({"pre_founding"}),
    }
)
TWINS: Mapping[str, str] = MappingProxyType({"founded_year": "age_years", "age_years": "founded_year"})


@dataclass(frozen=True, slots=True)
class Span:
    """A number known to lie between two limits, both included; equal limits when it is known exactly."""

    low: float
    high: float


@dataclass(frozen=True)
class Facts:
    """The answers given so far, in the shapes of `desk.domain.facts`; sets are frozensets, places canonical.

    `unsure` holds what was asked and not known, `declined` what the person would not tell. `memo` keeps what was worked
    out of these facts and is asked for again and again, by name.
    """

    values: Mapping[str, Value]
    today: date
    unsure: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    memo: dict[str, Truth] = field(default_factory=dict, init=False, repr=False, compare=False)
    _spans: dict[str, Span | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    _missing: dict[str, Truth] = field(default_factory=dict, init=False, repr=False, compare=False)

    def text(self, name: str) -> str | None:
        """A place, choice or text; None when not known."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def flag(self, name: str) -> bool | None:
        """A yes/no fact; None when not known."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def members(self, name: str) -> frozenset[str] | None:
        """A set fact; None when not known, empty when the answer is "none"."""
        value = self.values.get(name)
        return value if isinstance(value, frozenset) else None

    def day(self, name: str) -> date | None:
        """A date; None when not known."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def number(self, name: str) -> Span | None:
        """A number, or the limits that its twin fact leaves (founding year and age); None when not known."""
        if name not in self._spans:
            self._spans[name] = self._number(name)
        return self._spans[name]

    def knows(self, name: str) -> bool:
        """Whether the fact was told or follows from its twin."""
        return name in self.values or TWINS.get(name) in self.values

    def closed(self, name: str) -> bool:
        """Whether asking is over: told, asked in vain, declined, or without meaning for this applicant."""
        names = {name, TWINS.get(name, name)}
        return self.knows(name) or bool(names & (self.unsure | self.declined)) or not self.applies(name)

    def applies(self, name: str) -> bool:
        """Whether the fact can have a value for this kind of applicant."""
        return self.values.get("applicant_type") not in NOT_APPLICABLE.get(name, ())

    def gap(self, name: str) -> Gap:
        """The missing answer with its reason."""
        return Gap(name, self._why(name))

    def missing(self, name: str) -> Truth:
        """Unknown for want of this one answer; one object for all the requirements that ask for it."""
        if name not in self._missing:
            self._missing[name] = unknown(self.gap(name))
        return self._missing[name]

    def learn(self, name: str, value: Value) -> "Facts":
        """The facts with one answer more; it replaces an older one and what contradicts it (the twin fact)."""
        twin = TWINS.get(name)
        kept = {key: old for key, old in self.values.items() if key != twin}
        return replace(self, values=kept | {name: value}, unsure=self.unsure - {name}, declined=self.declined - {name})

    def forget(self, name: str, *, declined: bool = False) -> "Facts":
        """The facts after an answer "I don't know", or after a refusal to answer when `declined`."""
        kept = {key: old for key, old in self.values.items() if key != name}
        if declined:
            return replace(self, values=kept, unsure=self.unsure - {name}, declined=self.declined | {name})
        return replace(self, values=kept, unsure=self.unsure | {name}, declined=self.declined - {name})

    def _why(self, name: str) -> Why:
        if not self.applies(name):
            return Why.NOT_APPLICABLE
        if self.knows(name):
            return Why.PERSON_ONLY
        asked = {name, TWINS.get(name, name)}
        if asked & self.declined:
            return Why.DECLINED
        return Why.UNSURE if asked & self.unsure else Why.NOT_ASKED

    def _number(self, name: str) -> Span | None:
        told = self.values.get(name)
        if isinstance(told, int | float):
            return Span(told, told)
        twin = TWINS.get(name)
        other = self.values.get(twin) if twin is not None else None
        return _twin_span(name, other, self.today) if isinstance(other, int | float) else None


def _twin_span(name: str, told: float, today: date) -> Span:
    """A founding year leaves the age open by a year, and an age in full years leaves the founding year open by one."""
    elapsed = today.year - told + today.timetuple().tm_yday / 366
    if name == "age_years":
        return Span(max(elapsed - 1, 0.0), elapsed)
    return Span(math.floor(elapsed - 1), math.floor(elapsed))
