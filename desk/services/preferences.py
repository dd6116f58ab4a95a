"""Use case: after a handover, or of their own accord, the person says how and when they would like to be reached."""

from sqlalchemy.orm import Session

from desk.db.tables import Case, Conversation, Message
from desk.domain import preference
from desk.domain.cases import Status
from desk.domain.desk_payloads import Press, payload
from desk.domain.reaching import contact_in, is_curt, missing_for, unasked_wish, wish_in, without_reach
from desk.services.case_events import record_event
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.openings import open_case_of
from desk.services.speaking import speak
from desk.services.wishes import THIS_TALK, own_messages


def told_wish(session: Session, desk: Desk, conversation_id: str) -> str:
    """The last wish that was told unasked in this talk; empty without one."""
    recent = [each for each in own_messages(session, conversation_id) if each.at > desk.now() - THIS_TALK]
    wishes = [wish for each in recent if (wish := unasked_wish(each.text))]
    return wishes[-1] if wishes else ""


def keep_told_wish(session: Session, desk: Desk, conversation: Conversation, case: Case) -> None:
    """A wish that was told on the way to the case stands in it, and the person hears so."""
    wish = told_wish(session, desk, conversation.id)
    if wish:
        _note(session, desk, case, wish, {})
        last = own_messages(session, conversation.id)[-1]
        speak(session, desk, conversation.id, _noted(conversation, wish), last.id)


def ask_preference(desk: Desk, conversation: Conversation, case: Case) -> bool:
    """Whether it is asked now: the person left a number, or an address while nobody is at the desk."""
    ways = {"phone"} if desk.calendar.is_open(desk.now()) else {"email", "phone"}
    if case.contact_preference is None and ways & case.contact.keys():
        conversation.pending = preference.PENDING_WISH
        return True
    return False


def press_preference(session: Session, desk: Desk, message: Message, press: Press) -> str | None:
    """Take an answer that was pressed. What was no wish, or is for a case that is closed, is the bot's to hear."""
    case, conversation = session.get_one(Case, press.row_id), session.get_one(Conversation, message.conversation_id)
    conversation.pending = None
    if press.question == preference.NO_WISH:
        meant = session.get_one(Message, int(press.value)).text
        if case.contact_preference == meant:
            _note(session, desk, case, "", {})
        return meant
    if case.status == Status.CLOSED:
        return message.text
    if press.question == preference.FIELD:
        speak(session, desk, conversation.id, {"text": preference.NO_MATTER}, message.id)
        return None
    wish = "" if press.value == preference.NONE else preference.WAYS[press.value]
    _note(session, desk, case, wish, {})
    _answer(session, desk, case, message)
    return None


def hear_preference(session: Session, desk: Desk, message: Message, conversation: Conversation) -> bool:
    """Take an answer in words; False when the words are about something else, and nothing waits for it any more."""
    pending, conversation.pending = conversation.pending, None
    case = open_case_of(session, conversation.id)
    if case is None or case.consent_at is None:
        return False
    given = contact_in(message.text)
    if given and pending in preference.PENDING_FIELDS.values():
        asked = any(preference.PENDING_FIELDS[field] == pending for field in given)
        _note(session, desk, case, case.contact_preference or "", given)
        text = preference.NOTED if asked else preference.CONTACT_NOTED
        speak(session, desk, conversation.id, {"text": text}, message.id)
        return True
    wish = wish_in(message.text)
    if wish is None:
        return False
    _note(session, desk, case, wish, given)
    _answer(session, desk, case, message, typed=True)
    return True


def hear_unasked(session: Session, desk: Desk, message: Message, conversation: Conversation) -> bool:
    """Note a wish, or a number or address alone; True when the message holds nothing else and is answered with thanks.

    While staff speak they read it themselves, and the desk keeps silent.
    """
    case = open_case_of(session, conversation.id)
    if case is None or case.consent_at is None:
        return False
    wish, given = unasked_wish(message.text), contact_in(message.text)
    alone = bool(given) and not without_reach(message.text)
    if wish is None and not alone:
        return False
    _note(session, desk, case, wish or case.contact_preference or "", given)
    if conversation.gate != "bot":
        return False
    if wish is None:
        speak(session, desk, conversation.id, {"text": preference.CONTACT_NOTED}, message.id)
        return True
    nothing_else = wish_in(message.text) is not None or len(message.text.strip()) <= len(wish) + 1
    if not nothing_else or conversation.pending is not None:
        speak(session, desk, conversation.id, _noted(conversation, wish), message.id)
        return False
    _answer(session, desk, case, message, typed=True)
    return True


def _noted(conversation: Conversation, wish: str) -> dict[str, str]:
    """A wish is read back, unless it was put in anger."""
    words = words_of(conversation)
    return {"text": preference.NOTED if is_curt(wish) else words.filled(preference.NOTED_AT_ONCE, wish=wish)}


def _note(session: Session, desk: Desk, case: Case, wish: str, given: dict[str, str]) -> None:
    case.contact_preference, case.contact = wish or None, case.contact | given
    record_event(session, desk, case, "user", "preference", {"fields": sorted(given)} if given else {})


def _answer(session: Session, desk: Desk, case: Case, message: Message, typed: bool = False) -> None:
    """Thanks; or the question for what is needed to do as they wish."""
    wish = case.contact_preference or ""
    missing, text = missing_for(wish, case.contact), preference.NOTED if wish else preference.NO_MATTER
    buttons = []
    if missing:
        session.get_one(Conversation, message.conversation_id).pending = preference.PENDING_FIELDS[missing]
        text = preference.MISSING[missing]
        leave_out = payload(preference.TALK, case.id, preference.FIELD, preference.LEAVE_OUT)
        buttons = [{"title": preference.LEAVE_OUT_TITLE, "payload": leave_out}]
    elif wish and typed:
        taken_back = payload(preference.TALK, case.id, preference.NO_WISH, str(message.id))
        buttons = [{"title": preference.NO_WISH_TITLE, "payload": taken_back}]
    speak(session, desk, message.conversation_id, {"text": text, "buttons": buttons}, message.id)
