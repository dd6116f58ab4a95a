"""Figures for operators: counted in this process as it works, or read from the record when they are asked for."""

from dataclasses import dataclass

from prometheus_client import Counter
from sqlalchemy import func, select

from desk.db.tables import Case
from desk.domain.cases import Status
from desk.services.context import Desk

MESSAGES = Counter("desk_messages", "Messages of persons that the bot has answered or failed to answer", ["outcome"])
ANSWERED, FAILED = MESSAGES.labels("answered"), MESSAGES.labels("failed")


@dataclass(frozen=True)
class Burden:
    """What people of the desk have before them now."""

    open_cases: int
    #: among them those past the promised first reply, without any reply
    overdue_cases: int
    #: those that nobody leads yet
    unled_cases: int


def read_burden(desk: Desk) -> Burden:
    """Cases that are not closed."""
    late = (Case.due_at < desk.now()) & Case.replied_at.is_(None)
    every = func.count(Case.id)
    query = select(every, every.filter(late), every.filter(Case.assignee_id.is_(None)))
    with desk.database.reading() as session:
        return Burden(*session.execute(query.where(Case.status != Status.CLOSED)).one())
