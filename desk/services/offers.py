"""Use case: which programs, counters and databases to show beside the answer to a topic, by `seeds/offers.yaml`."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from desk.domain.programs import Program, Status, name_only
from desk.domain.situation import Facts
from desk.domain.verdict import Outcome
from desk.services.context import Desk
from desk.services.facts import known_facts
from desk.services.recommendations import Item, recommend
from desk.settings import ROOT

OFFERS = ROOT / "seeds" / "offers.yaml"
#: so many candidates are looked through for those near by
CANDIDATES = 40


class Offer(BaseModel):
    """What belongs to a subject: programs by id, then kinds and purposes, without those for other purposes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: str
    first: list[str]
    kinds: list[str]
    purposes: list[str]
    but_not: list[str]
    shown: int = Field(ge=1, le=5)


def offered_programs(desk: Desk, conversation_id: str, subject: str, name: str | None = None) -> list[Program]:
    """Programs of a subject that nothing known rules out, best first. Those that bear `name` (a university) lead."""
    with desk.database.reading() as session:
        facts = known_facts(session, desk, conversation_id)
    offer = load_offers()[subject]
    wanted = list(dict.fromkeys([*_bearing(desk, name), *_named(desk, facts, offer.first)]))
    if len(wanted) < offer.shown:
        wanted = list(dict.fromkeys([*wanted, *_others(desk, facts, offer)]))
    return wanted[: offer.shown]


def program_card(program: Program) -> dict[str, Any]:
    """A program as chats show it without a verdict: the name of one that nobody has confirmed, no money of a plan."""
    shown = name_only(program) if program.status is Status.UNPUBLISHED else program
    amount = None if program.status is Status.PLANNED else shown.amount.text
    return {
        "id": shown.id,
        "title": shown.name,
        "text": "\n".join(part for part in (shown.summary, amount) if part),
        "url": shown.url,
        "source": shown.sources[0].title if shown.sources else None,
        "as_of": shown.as_of.isoformat(),
    }


@lru_cache
def load_offers(path: Path = OFFERS) -> Mapping[str, Offer]:
    """The offers by subject. Raises pydantic's `ValidationError`."""
    every = (Offer.model_validate(each) for each in yaml.safe_load(path.read_text(encoding="utf-8")))
    return {offer.subject: offer for offer in every}


def _bearing(desk: Desk, name: str | None) -> list[Program]:
    if not name:
        return []
    return [each for each in desk.catalogue.programs if each.published and _is_called(each, name)]


def _is_called(program: Program, name: str) -> bool:
    return any(name in known for known in (program.name, program.operator, *program.aliases))


def _named(desk: Desk, facts: Facts, ids: list[str]) -> list[Program]:
    known = [each for each in ids if desk.catalogue.program(each) is not None]
    found = recommend(desk.catalogue, facts, facts.today, programs=known) if known else None
    return _usable(desk, facts, found.items) if found else []


def _others(desk: Desk, facts: Facts, offer: Offer) -> list[Program]:
    """By kind and purpose. An offer with neither shows what is named and nothing else."""
    if not offer.kinds and not offer.purposes:
        return []
    sought = facts.learn("purposes", frozenset(offer.purposes))
    kinds, home = offer.kinds or None, desk.profile.ward
    found = recommend(desk.catalogue, sought, facts.today, CANDIDATES, kinds=kinds, home=home)
    return [each for each in _usable(desk, facts, found.items) if not each.purposes & set(offer.but_not)]


def _usable(desk: Desk, facts: Facts, items: Iterable[Item]) -> list[Program]:
    """Published programs near by that nothing known rules out; without a place, near the desk itself."""
    near = {None, *desk.catalogue.areas.around(facts.text("area") or desk.profile.ward)}
    open_ones = (item.program for item in items if item.verdict.outcome != Outcome.INELIGIBLE)
    return [program for program in open_ones if program.published and program.area in near]
