"""Open cases whose verdict changes: what people were shown, judged again on the same facts by the newest catalogue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.db.tables import Case, Verdicts
from desk.domain.cases import Status
from desk.domain.intake import InvalidFacts, read_facts
from desk.domain.programs import Program
from desk.domain.situation import Facts
from desk.domain.verdict import Outcome, judge
from desk.services.case_events import record_event
from desk.services.context import Desk

#: the event of a case that says so
EVENT = "verdict_changed"


@dataclass(frozen=True)
class Changed:
    """A verdict of an open case that is another now. `before` is None for a program that was not there, `after` for
    one that is gone; `shown` tells whether the person was shown it."""

    case_id: int
    number: str
    program: str
    name: str
    before: Outcome | None
    after: Outcome | None
    shown: bool


def changed_by(session: Session, desk: Desk, before: Program | None, after: Program) -> list[Changed]:
    """The open cases whose verdict on one program changes with its record: those who were shown it first, then those
    who look for what it is for."""
    changes = (_replayed(case, row, _facts(desk, row), before, after) for case, row in _open(session))
    return sorted((each for each in changes if each is not None), key=lambda each: (not each.shown, each.number))


def recheck(desk: Desk) -> list[Changed]:
    """Everything that open cases were shown and that is judged otherwise now, by the number of the case."""
    with desk.database.reading() as session:
        stored = _open(session)
    return [change for case, row in stored for change in _rechecked(desk, case, row)]


def record_changes(session: Session, desk: Desk, changes: Iterable[Changed], actor: str) -> None:
    """An event on every case concerned."""
    for change in changes:
        detail = {"program": change.program, "name": change.name, "from": change.before, "to": change.after}
        record_event(session, desk, session.get_one(Case, change.case_id), actor, EVENT, detail)


def _open(session: Session) -> list[tuple[Case, Verdicts]]:
    """Open cases with what was shown last in their conversation."""
    last = select(func.max(Verdicts.id)).group_by(Verdicts.conversation_id)
    query = select(Case, Verdicts).join(Verdicts, Verdicts.conversation_id == Case.conversation_id)
    rows = session.execute(query.where(Case.status != Status.CLOSED, Verdicts.id.in_(last)).order_by(Case.number))
    return [(case, row) for case, row in rows]


def _facts(desk: Desk, row: Verdicts) -> Facts | None:
    """The facts of that time, on the day of today; None when they were told under an older vocabulary."""
    try:
        return read_facts(row.facts, desk.catalogue.areas, desk.now().date())
    except InvalidFacts:
        return None


def _replayed(case: Case, row: Verdicts, facts: Facts | None, before: Program | None, after: Program) -> Changed | None:
    shown = any(item["id"] == after.id for item in row.items)
    if facts is None or not (shown or _sought(after, facts)):
        return None
    old = judge(before, facts).outcome if before is not None else None
    new = judge(after, facts).outcome
    if old is new or (old is None and new is Outcome.INELIGIBLE):
        return None
    return Changed(case.id, case.number, after.id, after.name, old, new, shown)


def _sought(program: Program, facts: Facts) -> bool:
    return bool(program.purposes & (facts.members("purposes") or frozenset()))


def _rechecked(desk: Desk, case: Case, row: Verdicts) -> Iterator[Changed]:
    facts = _facts(desk, row) if row.catalogue_version != desk.catalogue.version else None
    for item in row.items if facts is not None else ():
        program, old = desk.catalogue.program(item["id"]), Outcome(item["verdict"])
        new = judge(program, facts).outcome if program is not None and facts is not None else None
        if new is not old:
            yield Changed(case.id, case.number, item["id"], item["name"], old, new, shown=True)
