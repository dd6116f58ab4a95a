"""The clocks of a case: started when it is opened, turned by what happens to it."""

from collections.abc import Mapping
from typing import Any

from desk.db.tables import Case
from desk.domain.cases import Status
from desk.domain.deadlines import Clock, Deadline, contact_due, reply_due
from desk.services.context import Desk


def start_clocks(desk: Desk, case: Case) -> None:
    """Set both deadlines by the priority; again when that changes."""
    case.due_at = reply_due(desk.calendar, case.created_at, case.priority)
    case.contact_due_at = contact_due(desk.calendar, case.created_at, case.priority)
    set_next(desk, case)


def turn_clocks(desk: Desk, case: Case, kind: str, detail: Mapping[str, Any]) -> None:
    """What an event of a case means for its clocks; every event comes by here."""
    at = desk.now()
    match kind:
        case "answered":
            case.replied_at = case.replied_at or at
            case.unanswered_since = case.escalated_at = None
        case "reached":
            case.reached_at = case.reached_at or at
            case.replied_at = case.replied_at or at
            case.unanswered_since = case.escalated_at = None
        case "status":
            case.waiting_since = at if detail.get("to") == Status.WAITING else None
            if detail.get("to") == Status.CLOSED:
                case.unanswered_since = case.escalated_at = None
    set_next(desk, case)


def set_next(desk: Desk, case: Case) -> None:
    """Note the earliest deadline that runs, for the order of the queue."""
    case.next_due_at = min((deadline.due_at for deadline in running(desk, case)), default=None)


def running(desk: Desk, case: Case) -> list[Deadline]:
    """The clocks that run for a case, the next to end first. A case that waits for the person owes no talk."""
    if case.status == Status.CLOSED:
        return []
    found = []
    if case.replied_at is None:
        found.append(Deadline(Clock.FIRST_REPLY, case.due_at))
    elif case.unanswered_since is not None:
        found.append(Deadline(Clock.ANSWER, reply_due(desk.calendar, case.unanswered_since, case.priority)))
    if case.reached_at is None and case.contact_due_at is not None and case.status != Status.WAITING:
        found.append(Deadline(Clock.CONTACT, case.contact_due_at))
    return sorted(found, key=lambda deadline: deadline.due_at)
