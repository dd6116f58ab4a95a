"""Numbers that only grow, unique among all writers."""

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.db.tables import Counter


def next_number(session: Session, name: str) -> int:
    """The next value of a counter; the row's lock, held until the commit, puts writers in a line."""
    step = update(Counter).where(Counter.name == name).values(value=Counter.value + 1).returning(Counter.value)
    value = session.scalar(step)
    if value is None:
        _make_counter(session, name)
        value = session.scalars(step).one()
    return value


def _make_counter(session: Session, name: str) -> None:
    """Start a counter at 0, unless somebody else has just done so."""
    try:
        with session.begin_nested():
            session.add(Counter(name=name, value=0))
    except IntegrityError:
        session.expire_all()
