"""Let one process at a time do a piece of background work; the right is a row, and it runs out by itself."""

from datetime import datetime, timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Lease
from desk.services.context import Desk


def claim(desk: Desk, name: str, holder: str, at: datetime, length: timedelta) -> bool:
    """Whether `holder` may do the work now. Times are the machine's: the desk's clock may stand still."""
    try:
        with desk.database.transaction() as session:
            return _claim(session, name, holder, at, length)
    except IntegrityError:  # another process made the row between the look and the insert
        return False


def give_back(desk: Desk, name: str, holder: str, at: datetime) -> None:
    """The work is done: the next to ask may begin at once."""
    with desk.database.transaction() as session:
        lease = session.get(Lease, name, with_for_update=True)
        if lease is not None and lease.holder == holder:
            lease.until = at


def _claim(session: Session, name: str, holder: str, at: datetime, length: timedelta) -> bool:
    lease = session.get(Lease, name, with_for_update=True)
    if lease is None:
        session.add(Lease(name=name, holder=holder, until=at + length))
        return True
    if lease.until > at and lease.holder != holder:
        return False
    lease.holder, lease.until = holder, at + length
    return True
