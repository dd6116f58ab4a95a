"""Use cases: cases of one person in one matter are linked under the earliest; none is ever merged or deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation
from desk.services.case_events import record_event
from desk.services.case_rows import find_case, tell_changed
from desk.services.context import Desk

#: contact fields by which somebody is taken for the same person
TELLING = ("email", "phone")
MOST_SUGGESTED = 5


class UnfitLink(ValueError):
    """A case cannot be linked to itself, nor to one that is linked to it."""


@dataclass(frozen=True)
class Other:
    """Another case, of the same person for certain or perhaps."""

    number: str
    channel: str
    status: str
    summary: str
    created_at: datetime


@dataclass(frozen=True)
class Links:
    """`main` is the case this one belongs to, `linked` those that belong to it, `suggested` what may be of the same."""

    main: Other | None
    linked: Sequence[Other]
    suggested: Sequence[Other]


def links_of(desk: Desk, number: str) -> Links:
    """Which other cases belong to this one, or may. Raises `NoSuchCase`."""
    with desk.database.reading() as session:
        case = find_case(session, number)
        main = _others(session, Case.id == case.linked_id) if case.linked_id else []
        linked = _others(session, Case.linked_id == case.id)
        return Links(main[0] if main else None, linked, _suggested(session, case))


def link_case(desk: Desk, number: str, other: str, actor: str) -> None:
    """Say that this case and another are one matter: the later belongs to the earlier, each stays whole.

    Raises `NoSuchCase` and `UnfitLink`.
    """
    with desk.database.transaction() as session:
        one, two = (_main_of(session, find_case(session, each)) for each in (number, other.strip()))
        if one.id == two.id:
            raise UnfitLink(number)
        main, part = sorted((one, two), key=lambda case: case.id)
        part.linked_id = main.id
        for row in session.scalars(select(Case).where(Case.linked_id == part.id)):
            row.linked_id = main.id
        _note(session, desk, actor, "linked", main, part)


def unlink_case(desk: Desk, number: str, actor: str) -> None:
    """Say that a case is a matter of its own after all."""
    with desk.database.transaction() as session:
        case = find_case(session, number)
        if case.linked_id is not None:
            main = session.get_one(Case, case.linked_id)
            case.linked_id = None
            _note(session, desk, actor, "unlinked", main, case)


def _main_of(session: Session, case: Case) -> Case:
    return session.get_one(Case, case.linked_id) if case.linked_id else case


def _note(session: Session, desk: Desk, actor: str, kind: str, main: Case, part: Case) -> None:
    for case, other in ((main, part), (part, main)):
        record_event(session, desk, case, actor, kind, {"case": other.number})
        tell_changed(session, desk, case)


def _others(session: Session, where: ColumnElement[bool]) -> list[Other]:
    query = select(Case, Conversation.channel).join(Conversation, Conversation.id == Case.conversation_id)
    rows = session.execute(query.where(where).order_by(Case.id.desc()))
    return [Other(case.number, channel, case.status, case.summary, case.created_at) for case, channel in rows]


def _suggested(session: Session, case: Case) -> list[Other]:
    """Cases with the same address or number, or of the same conversation, that are not linked yet."""
    same = [Case.contact[field].as_string() == case.contact[field] for field in TELLING if case.contact.get(field)]
    family = {case.id, case.linked_id or case.id}
    apart = Case.id.not_in(family) & or_(Case.linked_id.is_(None), Case.linked_id.not_in(family))
    return _others(session, or_(Case.conversation_id == case.conversation_id, *same) & apart)[:MOST_SUGGESTED]
