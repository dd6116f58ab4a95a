"""The list of programs for readers: which are shown, in which order, and what it can be narrowed to."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desk.domain.areas import Areas, UnknownPlace
from desk.domain.calls import CallState, State, call_state
from desk.domain.program_words import USABLE, amount_words, call_words
from desk.domain.programs import Program, Status

GROUPS: Mapping[str, str] = {
    "tokyo": "東京都と広域の制度",
    "national": "国の制度",
    "university": "大学の窓口",
    "others": "ほかの区市の制度",
    "planned": "計画中の制度（まだ申請できません）",
    "ended": "終わった制度",
}
GROUP_OF_LEVEL: Mapping[str, str] = {
    "region": "tokyo",
    "prefecture": "tokyo",
    "national": "national",
    "university": "university",
    "ward": "others",
    "city": "others",
}
REGIONS = ("特別区", "多摩", "島しょ")
FIELD = Field(max_length=40)


class When(StrEnum):
    """What the list can be narrowed to by time."""

    OPEN = "open"
    UPCOMING = "upcoming"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    PLANNED = "planned"
    ENDED = "ended"


WHEN: Mapping[When, str] = {
    When.OPEN: "いま受け付けている",
    When.UPCOMING: "これから受付が始まる",
    When.CLOSED: "受付期間外（次回を待つ）",
    When.UNKNOWN: "受付期間は要確認",
    When.PLANNED: "計画中",
    When.ENDED: "終わった",
}


class Wish(BaseModel):
    """What a reader narrows the list to; whatever is not given narrows nothing, an unknown word leaves nothing."""

    model_config = ConfigDict(frozen=True)

    q: Annotated[str, Field(max_length=100)] = ""
    purpose: Annotated[str, FIELD] = ""
    area: Annotated[str, FIELD] = ""
    kind: Annotated[str, FIELD] = ""
    state: Annotated[str, FIELD] = ""

    @property
    def looks_back(self) -> bool:
        """Whether planned and ended programs are of interest, too: somebody looks for one by its name."""
        return bool(self.q.strip()) or self.state in (When.PLANNED, When.ENDED)


@dataclass(frozen=True)
class Entry:
    """A program as it is listed."""

    program: Program
    call: CallState

    @property
    def planned(self) -> bool:
        """Whether there is nothing to apply for yet, nor anything to rely on."""
        return self.program.status is Status.PLANNED

    @property
    def amount(self) -> str:
        """The money in words."""
        return "" if self.planned else amount_words(self.program.amount)

    @property
    def call_words(self) -> str:
        """Where the call stands, with the date that matters."""
        return "計画中" if self.planned else call_words(self.call)

    @property
    def when(self) -> str:
        """The value of `Wish.state` that finds it."""
        if self.planned:
            return When.PLANNED
        return When.OPEN if self.call.state in USABLE else When(self.call.state.value)


@dataclass(frozen=True)
class Group:
    """Programs of one kind of operator."""

    key: str
    title: str
    entries: list[Entry]


def list_programs(programs: Iterable[Program], wish: Wish, today: date, ward: str, areas: Areas) -> list[Group]:
    """Programs that a reader wishes to see: the ward's own first; groups without any are left out."""
    entries = [Entry(each, call_state(each, today)) for each in programs if _shown(each, wish)]
    wished = _test(wish, areas)
    found = sorted((each for each in entries if wished(each)), key=lambda each: each.program.name)
    titles = {"own": f"{ward}の制度", **GROUPS}
    groups = (Group(key, title, _of(found, key, ward)) for key, title in titles.items())
    return [group for group in groups if group.entries]


def places_to_choose(areas: Areas, programs: Iterable[Program]) -> dict[str, list[str]]:
    """Municipalities by region: all of the home prefecture, elsewhere those that a program names."""
    at_home = [each for each in areas.municipalities if each.prefecture == areas.home]
    chosen = {region: [each.name for each in at_home if each.region == region] for region in REGIONS}
    listed = {name for names in chosen.values() for name in names} | {*REGIONS, areas.home}
    elsewhere = sorted({each.area for each in programs if each.area and each.published} - listed)
    return {**chosen, f"{areas.home}の外": elsewhere}


def _shown(program: Program, wish: Wish) -> bool:
    return program.published or (wish.looks_back and program.status in (Status.PLANNED, Status.ENDED))


def _of(entries: Iterable[Entry], key: str, ward: str) -> list[Entry]:
    return [each for each in entries if _group(each, ward) == key]


def _group(entry: Entry, ward: str) -> str:
    program = entry.program
    if entry.planned or entry.call.state is State.ENDED:
        return entry.when
    if program.area == ward and program.level != "university":
        return "own"
    return GROUP_OF_LEVEL[program.level]


def _test(wish: Wish, areas: Areas) -> Callable[[Entry], bool]:
    around, words = _around(wish.area, areas), _folded(wish.q).split()

    def wished(entry: Entry) -> bool:
        program = entry.program
        return (
            wish.state in ("", entry.when)
            and wish.kind in ("", program.kind)
            and (not wish.purpose or wish.purpose in program.purposes)
            and (not wish.area or program.level == "university" or program.area in around)
            and all(word in _words(program) for word in words)
        )

    return wished


def _around(place: str, areas: Areas) -> frozenset[str | None]:
    """The areas whose programs are for somebody at a place: its own, what holds it, and the whole country."""
    try:
        return frozenset({*areas.around(areas.resolve(place)), None})
    except UnknownPlace:
        return frozenset({place})


def _words(program: Program) -> str:
    return _folded(" ".join((program.name, *program.aliases, program.operator, program.summary)))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
