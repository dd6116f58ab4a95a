"""Use case: a consultation by phone or at the counter, written down by staff into the same record."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Message, Staff, Verdicts
from desk.domain.cases import Speciality
from desk.domain.contact import CONSENT_WORDING, FIELDS
from desk.domain.intake import read_facts
from desk.domain.masking import mask
from desk.services.case_events import record_event
from desk.services.case_rows import find_staff, tell_changed
from desk.services.context import Desk
from desk.services.facts import known_facts, remember
from desk.services.interview import facts_as_json
from desk.services.leads import set_lead
from desk.services.openings import open_case
from desk.services.recommendations import recommend
from desk.services.showing import item_as_json

#: so many programs are noted as found
NOTED = 8


class Way(StrEnum):
    """How somebody came to the desk; the channel of the conversation."""

    PHONE = "phone"
    COUNTER = "counter"


@dataclass(frozen=True)
class Consultation:
    """What staff wrote down. Contact data is kept only with the person's oral consent."""

    way: Way
    summary: str
    specialities: Sequence[Speciality] = ()
    #: the person's words, and what they were told
    asked: str = ""
    answered: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    contact: Mapping[str, str] = field(default_factory=dict)
    consented: bool = False
    preference: str = ""
    #: whoever writes it down sees to it themselves
    own: bool = False


def record_consultation(desk: Desk, told: Consultation, actor: str) -> str:
    """Open a case of what was said; gives its number, of the same series as all. Raises `InvalidFacts`."""
    today = desk.now().date()
    read_facts(told.facts, desk.catalogue.areas, today)
    with desk.database.transaction() as session:
        staff = find_staff(session, actor)
        conversation = _conversation(session, desk, told.way, staff)
        _write_down(session, desk, conversation, told, staff)
        remember(session, desk, conversation, told.facts, None)
        _recommend(session, desk, conversation, today)
        case = open_case(session, desk, conversation, told.way, None, told.summary, told.specialities)
        _consent(session, desk, case, told, actor)
        if told.answered:
            record_event(session, desk, case, actor, "answered", {"way": told.way})
        if told.own:
            set_lead(session, desk, case, actor, actor)
        tell_changed(session, desk, case)
        return case.number


def _conversation(session: Session, desk: Desk, way: Way, staff: Staff) -> Conversation:
    """A conversation that the bot has no part in."""
    now, identifier = desk.now(), uuid.uuid4().hex
    conversation = Conversation(
        id=identifier,
        channel=way,
        address=identifier,
        gate="staff",
        holder_id=staff.id,
        created_at=now,
        heard_at=now,
        draft={},
    )
    session.add(conversation)
    session.flush()
    return conversation


def _write_down(session: Session, desk: Desk, conversation: Conversation, told: Consultation, staff: Staff) -> None:
    """Both sides as rows, with what nobody may store hidden; nothing of it waits to be delivered."""
    for author, text in (("user", told.asked), ("staff", told.answered)):
        if text.strip():
            row = Message(conversation_id=conversation.id, author=author, text=mask(text.strip()).text, content={})
            row.at = row.delivered_at = desk.now()
            row.staff_id = staff.id if author == "staff" else None
            session.add(row)
            session.flush()


def _recommend(session: Session, desk: Desk, conversation: Conversation, today: date) -> None:
    """What fits is noted as if it had been shown, so that it can be checked later."""
    facts = known_facts(session, desk, conversation.id)
    if not facts.values:
        return
    found = recommend(desk.catalogue, facts, today, NOTED, home=desk.profile.ward)
    session.add(
        Verdicts(
            conversation_id=conversation.id,
            catalogue_version=found.catalogue_version,
            facts=facts_as_json(facts),
            items=[item_as_json(item) for item in found.items],
            at=desk.now(),
        )
    )


def _consent(session: Session, desk: Desk, case: Case, told: Consultation, actor: str) -> None:
    if not told.consented:
        return
    given = {name: value.strip() for name, value in told.contact.items() if name in FIELDS and value.strip()}
    case.contact, case.contact_preference = given, told.preference.strip() or None
    case.consent_at, case.consent_wording, case.consent_how = desk.now(), CONSENT_WORDING, "oral"
    detail = {"wording": CONSENT_WORDING, "fields": sorted(given), "how": "oral"}
    record_event(session, desk, case, actor, "consented", detail)
