"""Use case: fill an empty desk with invented visits of about a year, so that its pages can be tried out.

Everything goes through the real use cases; addresses begin with `demo:` and names carry 見本.
"""

import secrets
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import yaml
from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select

from desk.db.tables import Case, Conversation
from desk.domain.cases import Speciality
from desk.domain.roles import Role
from desk.services.context import Desk
from desk.services.coordinators import save_profile
from desk.services.demo_visits import Matter, Visit, Visitor, begin, break_down, end_alone, hand_over, look_after
from desk.services.staff import create_staff
from desk.settings import ROOT

SEEDS = ROOT / "seeds" / "demo.yaml"
#: the invented year reaches so far back
LENGTH = timedelta(days=400)
#: of so many visits with a case, one more begins with a failure of the bot
FAILURES = 40
#: the same sample every time
SEED = 2026


class NotEmpty(RuntimeError):
    """The desk has conversations already; invented ones do not belong among them."""


class Person(BaseModel):
    """An invented member of staff."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    login: str
    name: str
    specialities: list[Speciality]


class Sample(BaseModel):
    """What invented visits are made of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    staff: list[Person]
    surnames: list[str]
    firms: list[str]
    areas: list[str]
    matters: list[Matter]


def load_sample(path: Path = SEEDS) -> Sample:
    """The seeds of the sample."""
    return Sample.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def fill_with_demo(desk: Desk, cases: int) -> None:
    """So many visits that become a case, and as many that do not. Raises `NotEmpty`."""
    with desk.database.reading() as session:
        if session.scalar(select(func.count(Conversation.id))) or session.scalar(select(func.count(Case.id))):
            raise NotEmpty
    sample, random = load_sample(), Random(SEED)
    _hire(desk, sample)
    for number, at in enumerate(_moments(desk.now(), 2 * cases, random)):
        visit = Visit(desk, at, desk.now(), random)
        _live(visit, sample, number, becomes_case=number % 2 == 0)


def _live(visit: Visit, sample: Sample, number: int, becomes_case: bool) -> None:
    matter = visit.random.choice(sample.matters)
    visitor = _visitor(visit, sample, matter, number)
    begin(visit, visitor, matter)
    if not becomes_case:
        end_alone(visit, visitor)
        return
    if number % FAILURES == 0:
        break_down(visit)
        return
    case = hand_over(visit, visitor, matter)
    look_after(visit, case, matter, [each.login for each in _fitting(sample, visitor.number)])


def _hire(desk: Desk, sample: Sample) -> None:
    """Nobody knows their passwords, so nobody logs in as them."""
    for person in sample.staff:
        create_staff(desk, person.login, person.name, Role.COORDINATOR, secrets.token_urlsafe(24))
        save_profile(desk, person.login, person.specialities, (), max_load=1000, active=True)


def _moments(now: datetime, count: int, random: Random) -> list[datetime]:
    """When visits begin, mostly by day and none today; in order, since numbers of cases are."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    days = (midnight - timedelta(days=random.randint(1, LENGTH.days)) for _ in range(count))
    return sorted(day + timedelta(hours=random.triangular(6, 23, 14)) for day in days)


def _visitor(visit: Visit, sample: Sample, matter: Matter, number: int) -> Visitor:
    pick = visit.random.choice
    return Visitor(number, pick(sample.surnames), pick(sample.firms), pick(sample.areas), pick(matter.industries))


def _fitting(sample: Sample, number: int) -> list[Person]:
    """Everybody takes a turn."""
    turn = number % len(sample.staff)
    return [*sample.staff[turn:], *sample.staff[:turn]]
