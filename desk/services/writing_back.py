"""The person of a case has written, or was spoken with: what that means for the case."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Case, CaseEvent, Message, Staff
from desk.domain.cases import Status
from desk.domain.notifications import Kind
from desk.services.attendance import is_here
from desk.services.case_events import record_event
from desk.services.case_rows import find_case
from desk.services.cases import move_case
from desk.services.changes import CASES
from desk.services.clocks import set_next
from desk.services.context import Desk
from desk.services.notifications import notify


def person_wrote(session: Session, desk: Desk, message: Message, held: bool) -> None:
    """Note it in every open case of the conversation, inside the caller's transaction; `held`: it is for staff.

    Whoever writes after a reply has been reached. A case that waits for the person goes on when staff are to answer;
    what the bot answers only shows that the person is still there.
    """
    open_ones = (Case.conversation_id == message.conversation_id, Case.status != Status.CLOSED)
    for case in session.scalars(select(Case).where(*open_ones)):
        if case.replied_at is not None:
            case.reached_at = case.reached_at or message.at
        if held:
            case.unanswered_since = case.unanswered_since or message.at
            _tell(session, desk, case)
        if case.status == Status.WAITING:
            case.waiting_since = message.at
            if held:
                move_case(session, desk, case, Status.IN_PROGRESS, "user")
        set_next(desk, case)


def _tell(session: Session, desk: Desk, case: Case) -> None:
    """Whoever has the case is told, unless it is open before them."""
    staff = _holder(session, case)
    if staff is not None and not is_here(desk, case.conversation_id, staff.login):
        notify(session, desk, staff.id, Kind.WRITTEN, case)


def _holder(session: Session, case: Case) -> Staff | None:
    """The assignee; in a case that nobody is assigned to, whoever talked with the person last."""
    if case.assignee_id is not None:
        return session.get(Staff, case.assignee_id)
    talked = (CaseEvent.case_id == case.id, CaseEvent.kind.in_(("answered", "taken_over")))
    last = select(CaseEvent.actor).where(*talked).order_by(CaseEvent.id.desc()).limit(1)
    return session.scalar(select(Staff).where(Staff.login == last.scalar_subquery()))


def note_talk(desk: Desk, number: str, actor: str) -> None:
    """Use case: staff have spoken with the person, by phone or at the counter. Raises `NoSuchCase`."""
    with desk.database.transaction() as session:
        case = find_case(session, number)
        record_event(session, desk, case, actor, "reached")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)
