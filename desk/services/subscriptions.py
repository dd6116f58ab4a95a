"""Use cases: be told of a program's calls in this conversation, and not any more."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Subscription
from desk.domain.alerts import told_at_start
from desk.domain.calls import CallState, State, call_state
from desk.domain.programs import Program
from desk.services.context import Desk


@dataclass(frozen=True)
class Subscribed:
    """What was agreed: the program and where its call stands today; `kept` is False when there will be no call."""

    program: Program
    call: CallState
    kept: bool
    #: the wish stood already
    again: bool = False


def subscribe(desk: Desk, conversation_id: str, program: Program) -> Subscribed:
    """Remember the wish to be told of the calls of a published program."""
    today = desk.now().date()
    call = call_state(program, today)
    if call.state is State.ENDED or not program.published:
        return Subscribed(program, call, kept=False)
    with desk.database.transaction() as session:
        again = _subscription(session, conversation_id, program.id) is not None
        if not again:
            told = told_at_start(call, today)
            row = Subscription(
                conversation_id=conversation_id,
                program_id=program.id,
                created_at=desk.now(),
                opened_notified_on=told.opened,
                closing_notified_on=told.closing,
            )
            session.add(row)
    return Subscribed(program, call, kept=True, again=again)


def subscribed_programs(desk: Desk, conversation_id: str) -> list[Program]:
    """The programs of whose calls somebody is told, the first wish first."""
    query = select(Subscription.program_id).where(Subscription.conversation_id == conversation_id)
    with desk.database.reading() as session:
        ids = session.scalars(query.order_by(Subscription.id)).all()
    return [program for program in map(desk.catalogue.program, ids) if program is not None]


def unsubscribe(desk: Desk, conversation_id: str, program_ids: frozenset[str] | None = None) -> list[str]:
    """Stop telling, of these programs or of all; the ids of those that were told of."""
    query = select(Subscription).where(Subscription.conversation_id == conversation_id)
    if program_ids is not None:
        query = query.where(Subscription.program_id.in_(program_ids))
    with desk.database.transaction() as session:
        rows = session.scalars(query.order_by(Subscription.id)).all()
        for row in rows:
            session.delete(row)
        return [row.program_id for row in rows]


def _subscription(session: Session, conversation_id: str, program_id: str) -> Subscription | None:
    return session.scalar(
        select(Subscription).where(
            Subscription.conversation_id == conversation_id, Subscription.program_id == program_id
        )
    )
