"""Use case: tell people of the calls they asked to be told of; whatever is due stands in the database."""

from collections.abc import Mapping, Sequence
from typing import Any

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Subscription
from desk.domain.alerts import Occasion, Told, after, alert_words, may_speak, occasion
from desk.domain.calls import CallState, call_state
from desk.domain.notices import HUMAN_PAYLOAD, HUMAN_TITLE
from desk.domain.programs import Program, Status
from desk.domain.words import Words
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.offers import program_card
from desk.services.speaking import speak

log = structlog.get_logger(__name__)

DETAILS_TITLE = "くわしく"
STOP_TITLE = "このお知らせを止める"


def send_due_alerts(desk: Desk) -> int:
    """Say what is due in every conversation that asked for it, each in a transaction of its own; how many were told.

    Outside of speaking hours nothing is said; it stays due.
    """
    if not may_speak(desk.now()):
        return 0
    with desk.database.reading() as session:
        ids = session.scalars(select(Subscription.id).order_by(Subscription.id)).all()
    return sum(_send(desk, each) for each in ids)


def _send(desk: Desk, subscription_id: int) -> bool:
    with desk.database.transaction() as session:
        row = session.get(Subscription, subscription_id, with_for_update=True)
        program = desk.catalogue.program(row.program_id) if row is not None else None
        if row is None or program is None or program.status in (Status.UNPUBLISHED, Status.PLANNED):
            return False
        conversation_id, what = row.conversation_id, _tell(session, desk, row, program)
    if what is not None:
        log.info("alert_sent", conversation=conversation_id, program=program.id, occasion=what.value)
        desk.changes.report(conversation_id)
    return what is not None


def _tell(session: Session, desk: Desk, row: Subscription, program: Program) -> Occasion | None:
    """Say what is due, and note it beside the wish; after the last word the wish is forgotten."""
    today = desk.now().date()
    call = call_state(program, today)
    told = Told(row.opened_notified_on, row.closing_notified_on)
    what = occasion(call, told, today)
    if what is not None:
        words = words_of(session.get_one(Conversation, row.conversation_id))
        speak(session, desk, row.conversation_id, _message(desk, what, program, call, words))
    if what is Occasion.ENDED:
        session.delete(row)
    else:
        now_told = after(what, call, told, today)
        row.opened_notified_on, row.closing_notified_on = now_told.opened, now_told.closing
    return what


def _message(desk: Desk, what: Occasion, program: Program, call: CallState, words: Words) -> Mapping[str, Any]:
    successor = desk.catalogue.program(program.successor) if program.successor else None
    published = successor if successor is not None and successor.published else None
    text = alert_words(what, program, call, desk.now().date(), published, words)
    shown = published if what is Occasion.ENDED else program
    cards = {"custom": {"type": "program", "items": [program_card(shown)]}} if shown is not None else {}
    return {"text": text, "buttons": _buttons(shown, stoppable=what is not Occasion.ENDED), **cards}


def _buttons(program: Program | None, stoppable: bool) -> Sequence[Mapping[str, str]]:
    buttons = [(HUMAN_TITLE, HUMAN_PAYLOAD)]
    if program is not None:
        named = f'"program": "{program.id}"'
        buttons.insert(0, (DETAILS_TITLE, f"/ask_program{{{named}}}"))
        if stoppable:
            buttons.append((STOP_TITLE, f'/subscribe_deadline{{{named}, "topic": "stop"}}'))
    return [{"title": title, "payload": payload} for title, payload in buttons]
