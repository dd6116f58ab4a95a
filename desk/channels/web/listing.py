"""The list of programs for readers: which are shown, in which order, and how their calls are worded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from desk.domain.calls import CallState, State, call_state
from desk.domain.programs import Program
from desk.domain.wording import day, yen

OPEN = frozenset({State.OPEN, State.ROLLING})
GROUPS: Mapping[str, str] = {
    "tokyo": "東京都と広域の制度",
    "national": "国の制度",
    "university": "大学の窓口",
    "others": "ほかの区市の制度",
}
GROUP_OF_LEVEL: Mapping[str, str] = {
    "region": "tokyo",
    "prefecture": "tokyo",
    "national": "national",
    "university": "university",
    "ward": "others",
    "city": "others",
}
#: worded without dates
STATES: Mapping[State, str] = {
    State.OPEN: "受付中",
    State.ROLLING: "随時受付",
    State.UPCOMING: "これから受付",
    State.CLOSED: "受付期間外",
    State.ENDED: "終了",
    State.UNKNOWN: "受付期間は要確認",
}


class Wish(BaseModel):
    """What a reader narrows the list to; whatever is not given narrows nothing."""

    model_config = ConfigDict(frozen=True)

    q: Annotated[str, Field(max_length=100)] = ""
    purpose: Annotated[str, Field(max_length=40)] = ""
    open: bool = False


@dataclass(frozen=True)
class Entry:
    """A program as it is listed."""

    program: Program
    amount: str
    call: CallState

    @property
    def call_words(self) -> str:
        """Where the call stands, with the date that matters: 受付中（2026年12月25日まで）."""
        if self.call.state is State.UPCOMING and self.call.opens_on:
            return f"{day(self.call.opens_on)}から受付の予定"
        if self.call.state in OPEN and self.call.closes_on:
            return f"{STATES[self.call.state]}（{day(self.call.closes_on)}まで）"
        return STATES[self.call.state]


@dataclass(frozen=True)
class Group:
    """Programs of one kind of operator."""

    key: str
    title: str
    entries: list[Entry]


def list_programs(programs: Iterable[Program], wish: Wish, today: date, ward: str) -> list[Group]:
    """Published programs that a reader wishes to see: the ward's own first; groups without any are left out."""
    entries = [Entry(each, _amount(each), call_state(each, today)) for each in programs if each.published]
    found = sorted((each for each in entries if _wished(each, wish)), key=lambda each: each.program.name)
    titles = {"own": f"{ward}の制度", **GROUPS}
    groups = (Group(key, title, _of(found, key, ward)) for key, title in titles.items())
    return [group for group in groups if group.entries]


def _of(entries: Iterable[Entry], key: str, ward: str) -> list[Entry]:
    return [each for each in entries if _group(each.program, ward) == key]


def _group(program: Program, ward: str) -> str:
    if program.area == ward and program.level != "university":
        return "own"
    return GROUP_OF_LEVEL[program.level]


def _wished(entry: Entry, wish: Wish) -> bool:
    program = entry.program
    if wish.open and entry.call.state not in OPEN:
        return False
    if wish.purpose and wish.purpose not in program.purposes:
        return False
    return all(word in _words(program) for word in wish.q.casefold().split())


def _words(program: Program) -> str:
    return " ".join((program.name, *program.aliases, program.operator, program.summary)).casefold()


def _amount(program: Program) -> str:
    if program.amount.text:
        return program.amount.text
    return f"上限{yen(program.amount.max_yen)}" if program.amount.max_yen else ""
