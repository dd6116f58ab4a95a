"""Use case: bring notifications out of the desk, each by its notifier, until they are accepted or given up."""

from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import select

from desk.db.tables import Case, Delivery, Notification, Staff
from desk.domain.notifications import Kind, Notice, pause_after
from desk.notify.notifier import NotDelivered, Undeliverable
from desk.services.context import Desk

#: so many are sent before others get a turn
BATCH = 100

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Letter:
    """A delivery that is due; without an address or once it was read there is nothing to send."""

    id: int
    notifier: str
    address: str | None
    notice: Notice
    failures: int


def send_due_notices(desk: Desk) -> int:
    """Send what is due; how many were accepted. Nothing is locked while a server takes its time.

    Whoever calls this must be alone in doing so: a crash between sending and noting it sends once more.
    """
    return sum(_send(desk, letter) for letter in _due(desk))


def _due(desk: Desk) -> list[Letter]:
    query = (
        select(Delivery, Notification, Staff, Case.number)
        .join(Notification, Notification.id == Delivery.notification_id)
        .join(Staff, Staff.id == Notification.staff_id)
        .join(Case, Case.id == Notification.case_id)
        .where(Delivery.next_at <= desk.now())
        .order_by(Delivery.next_at, Delivery.id)
    )
    with desk.database.reading() as session:
        return [_letter(desk, *row) for row in session.execute(query.limit(BATCH))]


def _letter(desk: Desk, delivery: Delivery, told: Notification, staff: Staff, number: str) -> Letter:
    wanted = staff.active and told.read_at is None
    notice = Notice(Kind(told.kind), number, f"{desk.public_url}/console/cases/{number}")
    return Letter(delivery.id, delivery.notifier, staff.email if wanted else None, notice, delivery.failures)


def _send(desk: Desk, letter: Letter) -> bool:
    notifier = next((each for each in desk.notifiers if each.name == letter.notifier), None)
    if notifier is None or not letter.address:
        return _note(desk, letter, sent=False)
    try:
        notifier.deliver(letter.address, letter.notice)
    except NotDelivered as failure:
        final = isinstance(failure, Undeliverable)
        return _note(desk, letter, trouble=str(failure), pause=None if final else pause_after(letter.failures + 1))
    return _note(desk, letter, sent=True)


def _note(
    desk: Desk, letter: Letter, sent: bool = False, trouble: str | None = None, pause: timedelta | None = None
) -> bool:
    """Write down how an attempt went; True when it was accepted."""
    with desk.database.transaction() as session:
        row = session.get_one(Delivery, letter.id)
        row.next_at = desk.now() + pause if pause else None
        row.sent_at = desk.now() if sent else None
        row.trouble = trouble
        row.failures += trouble is not None
    if trouble:
        event = "notice_delayed" if pause else "notice_given_up"
        log.warning(event, delivery=letter.id, notifier=letter.notifier, reason=trouble)
    return sent
