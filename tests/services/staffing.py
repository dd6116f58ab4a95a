"""Members of staff and a case, for tests of what staff do."""

from sqlalchemy import select

from desk.db.tables import Case, Staff
from desk.services.context import Desk
from desk.services.staff import create_staff

PASSWORD = "しっかり覚えた合言葉"


def member(desk: Desk, login: str, name: str = "佐藤 花子", role: str = "coordinator", email: str | None = None) -> int:
    """Somebody at the desk; gives the id."""
    create_staff(desk, login, name, role, PASSWORD)
    with desk.database.transaction() as session:
        staff = session.scalars(select(Staff).where(Staff.login == login)).one()
        staff.email = email
        return staff.id


def conversation_of(desk: Desk, number: str) -> str:
    """The conversation of a case."""
    with desk.database.reading() as session:
        return session.scalars(select(Case.conversation_id).where(Case.number == number)).one()
