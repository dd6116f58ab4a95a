"""Use cases: a case, whole, to be printed; a list of cases to be taken away."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desk.db.tables import Staff
from desk.domain.baskets import Wanted
from desk.services.case_rows import find_case
from desk.services.cases import CaseFile, read_case
from desk.services.context import Desk
from desk.services.queue import QueueLine, list_queue
from desk.services.results import Recorded, results_of

#: lines of a list that are taken away at once
MOST_LINES = 10_000


@dataclass(frozen=True)
class CaseRecord:
    """Everything of a case that is printed; what colleagues noted for one another is not."""

    file: CaseFile
    consent_wording: str | None
    consent_how: str | None
    results: list[Recorded]
    #: login → name
    staff: Mapping[str, str]


def export_case(desk: Desk, number: str) -> CaseRecord:
    """A case, whole. Raises `NoSuchCase`."""
    file, results = read_case(desk, number), results_of(desk, number)
    with desk.database.reading() as session:
        case = find_case(session, number)
        staff = {row.login: row.name for row in session.scalars(select(Staff))}
        return CaseRecord(file, case.consent_wording, case.consent_how, results, staff)


def export_queue(desk: Desk, member_id: int, wanted: Wanted) -> list[QueueLine]:
    """The cases of a basket that fit, in the order of the queue, without pages."""
    return list_queue(desk, member_id, wanted, MOST_LINES)
