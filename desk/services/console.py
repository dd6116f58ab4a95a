"""What only the console needs: colleagues, a look at a session, taking a conversation over."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from desk.db.tables import Conversation, Staff, StaffSession
from desk.domain.roles import CASEWORKERS
from desk.services.case_events import record_event
from desk.services.case_rows import find_case, find_staff
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.staff import IDLE, LONGEST, Member, Stage, digest_of
from desk.services.takeover import hold


@dataclass(frozen=True)
class Colleague:
    """Somebody at the desk; only a caseworker can be given a case or a need."""

    login: str
    name: str
    caseworker: bool


def colleagues(desk: Desk) -> list[Colleague]:
    """Everybody who can log in, by name."""
    with desk.database.reading() as session:
        rows = session.execute(select(Staff.login, Staff.name, Staff.role).where(Staff.active).order_by(Staff.name))
        return [Colleague(login, name, role in CASEWORKERS) for login, name, role in rows]


def watch_session(desk: Desk, token: str) -> tuple[Member, timedelta] | None:
    """Who holds a session and how long it lasts if nothing is done; unlike `member_of`, looking keeps nothing alive."""
    with desk.database.reading() as session:
        row = session.get(StaffSession, digest_of(token))
        staff = session.get(Staff, row.staff_id) if row else None
        if row is None or staff is None or not staff.active or row.stage != Stage.DONE:
            return None
        left = min(row.seen_at + IDLE, row.created_at + LONGEST) - desk.now()
        member = Member(staff.id, staff.login, staff.name, staff.role, row.csrf_token)
        return (member, left) if left > timedelta() else None


def take_over(desk: Desk, number: str, actor: str) -> None:
    """Silence the bot in the conversation of a case before anything is written.

    Raises `NoSuchCase`, `NoSuchStaff`, and `AlreadyTaken` while a colleague holds the conversation.
    """
    with desk.database.transaction() as session:
        case, staff = find_case(session, number), find_staff(session, actor)
        hold(session, session.get_one(Conversation, case.conversation_id), staff.id)
        record_event(session, desk, case, actor, "taken_over")
        conversation_id = case.conversation_id
    desk.changes.report(conversation_id, CASES)
