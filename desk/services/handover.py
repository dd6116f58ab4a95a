"""The way from "I want to talk to a person" to a case: consent first, then how to be reached, then the promise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation
from desk.domain.asking_back import asks_back
from desk.domain.cases import Promise
from desk.domain.contact import CONSENT_WORDING, FIELDS, bare_answer, next_field
from desk.domain.hearing import heard_contact, introduced
from desk.domain.notices import TOLD_BEFORE
from desk.domain.pending import CONSENT, contact_field, contact_question
from desk.domain.reaching import unasked_wish, without_reach
from desk.services.case_events import record_event
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.openings import open_case, open_case_of, promise_of, widen_case
from desk.services.preferences import ask_preference, keep_told_wish, told_wish
from desk.services.pressing import reconsider
from desk.services.speaking import speak
from desk.services.wishes import THIS_TALK, own_messages

#: fields that hold whatever is answered; the others must be recognised
AS_WRITTEN = ("name", "company")
#: in the draft: consent was asked a second time, shortly
REPEATED = "repeated"
#: how the payload of a button begins; what a person types never reaches here so
COMMAND = "/"


@dataclass(frozen=True)
class Step:
    """Where a handover stands: what is asked next, or what was promised."""

    #: consent, or a contact field; None when nothing is asked
    ask: str | None
    promise: Promise | None = None
    #: the case stood already before this step
    known_case: bool = False
    #: the answer to the field that is asked again could not be read
    unread: bool = False
    #: consent was asked in full a moment ago
    again: bool = False
    contact: Mapping[str, str] = field(default_factory=dict)
    #: the case (by id) for which it is asked beside the promise how and when the person would like to be reached
    wish_for: int | None = None


def request_handover(desk: Desk, conversation_id: str, reason: str, topic: str | None) -> Step:
    """Somebody wants a person. Asks for consent, unless people have the case already or are about to.

    Whoever asks or complains again while consent is asked has just read what it is about.
    """
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        case, asked = open_case_of(session, conversation_id), contact_field(conversation.pending or "")
        if case is not None and case.consent_at is not None:
            record_event(session, desk, case, "user", "asked_again", {"reason": reason})
            reconsider(session, desk, conversation)
            step = Step(None, promise_of(desk, case), known_case=True)
        elif asked is not None:
            conversation.draft = conversation.draft | {"topic": topic or conversation.draft["topic"]}
            hurried = reason == "complaint"
            step = _hurry(session, desk, conversation, asked) if hurried else Step(asked, contact=_given(conversation))
        else:
            again = conversation.pending == CONSENT and not (reason != "complaint" and conversation.draft.get(REPEATED))
            step = Step(CONSENT, again=again)
            conversation.draft = {"reason": reason, "topic": topic, "contact": {}, "skipped": [], REPEATED: again}
            conversation.pending = CONSENT
    desk.changes.report(CASES)
    return step


def _hurry(session: Session, desk: Desk, conversation: Conversation, asked: str) -> Step:
    """Whoever is angry at being asked is asked for a way to be reached alone, and for the one that they insist on."""
    insists = any(unasked_wish(each.text) for each in own_messages(session, conversation.id)[-1:])
    names = [each for each in AS_WRITTEN if each not in _given(conversation)]
    skipped = [*conversation.draft["skipped"], *names, *([] if insists else [asked])]
    conversation.draft = conversation.draft | {"skipped": list(dict.fromkeys(skipped))}
    return _advance(session, desk, conversation)


def _given(conversation: Conversation) -> dict[str, str]:
    return dict(conversation.draft.get("contact", {}))


def give_consent(desk: Desk, conversation_id: str) -> Step:
    """The person agrees that what was said goes to a coordinator; a name that was told before is not asked for."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        agreed = {"consent_at": desk.now().isoformat(), "wording": CONSENT_WORDING}
        told = _introduced(session, desk, conversation)
        conversation.draft = conversation.draft | agreed | {"contact": told}
        step = _advance(session, desk, conversation)
    desk.changes.report(CASES)
    return step


def _introduced(session: Session, desk: Desk, conversation: Conversation) -> dict[str, str]:
    """The name, and the firm, with which the person has introduced themselves in this talk; they hear so."""
    told: dict[str, str] = {}
    said = own_messages(session, conversation.id)
    for each in (each for each in said if each.at > desk.now() - THIS_TALK):
        told |= introduced(each.understood.get("entities", ()), each.text)
    if told:
        whole = " ".join(told[field] for field in ("company", "name") if field in told)
        text = words_of(conversation).filled(TOLD_BEFORE, told=whole)
        speak(session, desk, conversation.id, {"text": text}, said[-1].id)
    return told


def refuse_consent(desk: Desk, conversation_id: str) -> None:
    """The person does not agree: nothing is handed over, and the bot goes on helping."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        conversation.draft, conversation.pending = {}, None


def hear_contact(
    desk: Desk, conversation_id: str, entities: Iterable[Mapping[str, Any]], text: str, answered: bool
) -> Step:
    """Contact data from a message: whatever was recognised, else the whole text for the field asked.

    `answered` is False when the person skips the field. An empty text is a yes, which answers no field. Whoever
    gives a number where an address is asked for wants to be called.
    """
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        draft = conversation.draft
        asked = contact_field(conversation.pending or "")
        heard = heard_contact(entities, asked, text)
        given = _given(conversation) | heard
        skipped = list(draft.get("skipped", []))
        if asked and asked not in given:
            if not answered or (asked == "email" and "phone" in heard):
                skipped.append(asked)
            elif asked in AS_WRITTEN and _is_answer(rest := without_reach(text)):
                given[asked] = bare_answer(rest)
        conversation.draft = draft | {"contact": given, "skipped": skipped}
        step = _advance(session, desk, conversation)
        step = replace(step, unread=answered and not heard and asked is not None and step.ask == asked)
    desk.changes.report(CASES)
    return step


def go_back(desk: Desk, conversation_id: str) -> Step | None:
    """One step back in a handover; a step without a question when it is left. None when none is under way."""
    with desk.database.transaction() as session:
        conversation = session.get_one(Conversation, conversation_id)
        asked = contact_field(conversation.pending or "")
        if asked is None and conversation.pending != CONSENT:
            return None
        if asked is None:
            conversation.draft, conversation.pending = {}, None
            return Step(None)
        return _before(conversation, asked)


def _before(conversation: Conversation, asked: str) -> Step:
    """Take back the field before the one asked; before the first stands consent."""
    draft = conversation.draft
    before = [each for each in FIELDS[: FIELDS.index(asked)] if each in draft["contact"] or each in draft["skipped"]]
    if not before:
        conversation.draft, conversation.pending = draft | {"contact": {}, "skipped": []}, CONSENT
        return Step(CONSENT)
    field = before[-1]
    given = {name: value for name, value in draft["contact"].items() if name != field}
    skipped = [name for name in draft["skipped"] if name != field]
    conversation.draft, conversation.pending = draft | {"contact": given, "skipped": skipped}, contact_question(field)
    return Step(field, contact=given)


def _is_answer(text: str) -> bool:
    """A name can be anything but a button, a question or nothing."""
    return bool(text) and not text.startswith(COMMAND) and not asks_back(text)


def _advance(session: Session, desk: Desk, conversation: Conversation) -> Step:
    draft = conversation.draft
    wish = told_wish(session, desk, conversation.id)
    ask = next_field(_given(conversation), draft.get("skipped", []), wish)
    if ask is not None:
        conversation.pending = contact_question(ask)
        return Step(ask, contact=_given(conversation))
    case = _hand_over(session, desk, conversation)
    conversation.pending, conversation.draft = None, {}
    keep_told_wish(session, desk, conversation, case)
    wish_for = case.id if ask_preference(desk, conversation, case) else None
    return Step(None, promise_of(desk, case), contact=case.contact, wish_for=wish_for)


def _hand_over(session: Session, desk: Desk, conversation: Conversation) -> Case:
    """Open the case, or complete the one that a failure of the bot has opened."""
    draft = conversation.draft
    case = open_case_of(session, conversation.id)
    if case is None:
        case = open_case(session, desk, conversation, draft["reason"], draft["topic"], _summary(draft))
    else:
        widen_case(session, desk, conversation, case, draft["topic"])
    case.contact = draft["contact"]
    case.consent_wording = draft["wording"]
    case.consent_at = datetime.fromisoformat(draft["consent_at"])
    case.consent_how = "written"
    record_event(
        session, desk, case, "user", "consented", {"wording": draft["wording"], "fields": sorted(draft["contact"])}
    )
    return case


def _summary(draft: Mapping[str, Any]) -> str:
    """One line for the queue until a coordinator writes a better one."""
    return {"complaint": "ご意見・苦情のため、担当者との話を希望しています。"}.get(
        draft["reason"], "担当者との相談を希望しています。"
    )
