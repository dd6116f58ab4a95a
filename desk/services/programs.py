"""Use cases: tell about a named program, and put two side by side. Never about another one than was meant."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.catalogue import Catalogue
from desk.db.tables import Conversation, Message
from desk.domain.answering import KNOWN
from desk.domain.areas import UnknownPlace
from desk.domain.asking import facets, points, points_back
from desk.domain.briefing import brief, brief_line, comparison, outcome_line
from desk.domain.ordinals import places
from desk.domain.programs import Audience, Program, Status
from desk.domain.search import Index, Passage
from desk.domain.situation import Facts
from desk.services.context import Desk
from desk.services.facts import known_facts
from desk.services.recommendations import recommend
from desk.services.speaking import SHOWN_AS

#: so many programs are offered for choice
CHOICES = 4
#: so many replies are looked back through for the program that "it" means
LOOK_BACK = 10
#: a title must fit on a button
LONGEST_TITLE = 20
#: a summary leads to its program less surely than the name does
SUMMARY_WEIGHT = 0.6
Around = frozenset[str | None]


@dataclass(frozen=True)
class Option:
    """A program to choose. `title` is short, and bears the place of one that is not near by."""

    program: Program
    title: str


@dataclass(frozen=True)
class Told:
    """One program in lines; `successor` follows one that has ended."""

    program: Program
    lines: tuple[str, ...]
    successor: Option | None = None


@dataclass(frozen=True)
class Choice:
    """Programs one of which may be meant, with a line each when their shared name was recognised.

    `elsewhere` says that none of them is near by.
    """

    options: tuple[Option, ...]
    lines: tuple[str, ...] = ()
    elsewhere: bool = False


def tell_program(
    desk: Desk, conversation_id: str, names: Sequence[str], question: str, place: str | None = None
) -> Told | Choice:
    """The program of a name, or those among which the person must choose.

    `place` is a municipality in the question; without one, the person's own place tells programs of one name apart.
    """
    with desk.database.reading() as session:
        facts = known_facts(session, desk, conversation_id)
        around = _around(desk, place or facts.text("area"))
        found = _meant(desk, session, conversation_id, around, names, question)
    if len(found) == 1:
        return _told(desk, facts, found[0], question)
    offered = (found or _similar(desk.catalogue, question))[:CHOICES]
    options = tuple(Option(program, _title(desk.catalogue, program, around)) for program in offered)
    if not names or not found:
        return Choice(options)
    lines = tuple(f"・{each.title}：{brief_line(each.program, facts.today, facets(question))}" for each in options)
    return Choice(options, lines, elsewhere=all(program.area not in around for program in offered))


def compare_programs(desk: Desk, conversation_id: str, names: Sequence[str], question: str = "") -> list[str] | None:
    """Two programs side by side in lines; None when it is not clear which two.

    Without names those count that the question points at by their places, then those shown last.
    """
    with desk.database.reading() as session:
        facts = known_facts(session, desk, conversation_id)
        shown = _pointed_at(desk.catalogue, session, conversation_id, question)
        shown = shown if len(shown) > 1 else _shown(desk.catalogue, session, conversation_id)
    around = _around(desk, facts.text("area"))
    chosen = [_representative(desk, around, name) for name in dict.fromkeys(names)]
    meant = [program for program in chosen if program is not None] or shown
    if len(meant) < 2 or any(program.status is Status.UNPUBLISHED for program in meant[:2]):
        return None
    pair = meant[:2]
    found = recommend(desk.catalogue, facts, facts.today, programs=[program.id for program in pair])
    verdicts = [item.verdict for item in found.items] if facts.values else None
    return comparison(pair, verdicts, facts.today)


def _meant(
    desk: Desk, session: Session, conversation_id: str, around: Around, names: Sequence[str], question: str
) -> list[Program]:
    if len(names) > 1:
        return [each for name in names if (each := _representative(desk, around, name)) is not None]
    if names:
        return _near(around, desk.catalogue.find(names[0]))
    pointed = _pointed_at(desk.catalogue, session, conversation_id, question)
    if pointed or not points_back(question):
        return pointed
    return _spoken_of(desk.catalogue, session, conversation_id)


def _told(desk: Desk, facts: Facts, program: Program, question: str) -> Told:
    if program.status is Status.UNPUBLISHED:
        return Told(program, ())
    if program.status is Status.ENDED:
        return Told(program, (program.status_reason or "",), _successor(desk, program))
    lines = brief(program, facts.today, facets(question))
    if facts.values and program.published:
        item = recommend(desk.catalogue, facts, facts.today, programs=[program.id]).items[0]
        lines.append(outcome_line(item.verdict))
    return Told(program, tuple(lines))


def _successor(desk: Desk, program: Program) -> Option | None:
    successor = desk.catalogue.program(program.successor) if program.successor else None
    return Option(successor, _title(desk.catalogue, successor, _around(desk, None))) if successor else None


def _around(desk: Desk, place: str | None) -> Around:
    """The areas that hold a place, or the desk when it is not known; None stands for the whole country."""
    areas = desk.catalogue.areas
    try:
        known = areas.resolve(place or desk.profile.ward)
    except UnknownPlace:
        known = desk.profile.ward
    return frozenset({None, *areas.around(known)})


def _title(catalogue: Catalogue, program: Program, around: Around) -> str:
    short = _short_name(catalogue, program)
    far = program.area is not None and program.area not in around and program.area not in short
    return f"{program.area} {short}" if far else short


def _short_name(catalogue: Catalogue, program: Program) -> str:
    """The name when it fits on a button, else the longest alias that fits and means no other program."""
    if len(program.name) <= LONGEST_TITLE:
        return program.name
    own = [each for each in program.aliases if len(each) <= LONGEST_TITLE and len(catalogue.find(each)) == 1]
    return max(own, key=len) if own else program.name[: LONGEST_TITLE - 1] + "…"


def _near(around: Around, found: Sequence[Program]) -> list[Program]:
    """Those near by when there are any, the ordinary case first: published, direct, and the lowest ceiling."""
    near = [program for program in found if program.area in around]
    return sorted(near or found, key=_ordinary)


def _ordinary(program: Program) -> tuple[bool, bool, int]:
    return (not program.published, program.audience is not Audience.DIRECT, program.amount.max_yen or sys.maxsize)


def _representative(desk: Desk, around: Around, name: str) -> Program | None:
    return next(iter(_near(around, desk.catalogue.find(name))), None)


def _pointed_at(catalogue: Catalogue, session: Session, conversation_id: str, question: str) -> list[Program]:
    """Those of the last list that are named by their places: 二番目."""
    listed = _shown(catalogue, session, conversation_id, at_least=2)
    return [listed[place] for place in places(question, len(listed))]


def _spoken_of(catalogue: Catalogue, session: Session, conversation_id: str) -> list[Program]:
    """The program last spoken of, else those that the last reply with cards showed."""
    topic = catalogue.program(session.get_one(Conversation, conversation_id).topic_program or "")
    return [topic] if topic is not None else _shown(catalogue, session, conversation_id)


def _shown(catalogue: Catalogue, session: Session, conversation_id: str, at_least: int = 1) -> list[Program]:
    """The programs of the last reply that showed so many."""
    query = select(Message.content).where(Message.conversation_id == conversation_id, Message.author == "bot")
    for content in session.scalars(query.order_by(Message.id.desc()).limit(LOOK_BACK)):
        custom = content.get("custom") or {}
        if custom.get("type") in SHOWN_AS and len(custom["items"]) >= at_least:
            found = (catalogue.program(item["id"]) for item in custom["items"])
            return [program for program in found if program is not None]
    return []


def _similar(catalogue: Catalogue, question: str) -> list[Program]:
    """Programs with names like what was written; none for a question that only points at something."""
    hits = [] if points(question) else _index(catalogue).search(question, CHOICES)
    return [catalogue.programs[hit.owner] for hit in hits if hit.score >= KNOWN]


@lru_cache(maxsize=2)
def _index(catalogue: Catalogue) -> Index:
    programs = [(number, each) for number, each in enumerate(catalogue.programs) if each.published]
    named = [Passage(number, name) for number, each in programs for name in (each.name, *each.aliases)]
    return Index([*named, *(Passage(number, each.summary, SUMMARY_WEIGHT) for number, each in programs)])
