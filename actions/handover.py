"""Handing over to people."""

from collections.abc import Iterable
from datetime import datetime

from actions.base import DeskAction, Heard
from desk.domain.asking_back import asks_back
from desk.domain.cases import SPECIALITY_TITLES, Promise
from desk.domain.preference import ways
from desk.domain.replies import Reply
from desk.services import handover
from desk.services.handover import Step


class RequestHandover(DeskAction):
    """Somebody wants a person."""

    action_name = "action_request_handover"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Ask for consent, or say that people have the case already."""
        reason = "complaint" if heard.intent == "complaint" else "asked"
        step = handover.request_handover(self.desk, heard.conversation, reason, heard.entity("topic"))
        yield from say_step(step, self.desk.profile.hours_text)


class GiveConsent(DeskAction):
    """Yes to the consent question."""

    action_name = "action_give_consent"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Ask how to be reached."""
        yield from say_step(handover.give_consent(self.desk, heard.conversation), self.desk.profile.hours_text)


class RefuseConsent(DeskAction):
    """No to the consent question."""

    action_name = "action_refuse_consent"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Nothing is handed over; help goes on."""
        handover.refuse_consent(self.desk, heard.conversation)
        yield Reply("utter_handover_refused")


class HearContact(DeskAction):
    """Contact data, or none."""

    action_name = "action_hear_contact"

    def reply(self, heard: Heard) -> Iterable[Reply]:
        """Ask for the next field, or give the receipt."""
        answered = heard.intent not in ("dont_know", "deny") or asks_back(heard.text)
        text = "" if heard.intent == "affirm" else heard.text
        step = handover.hear_contact(self.desk, heard.conversation, heard.entities, text, answered)
        if step.unread:
            yield Reply("utter_handover_not_read")
        yield from say_step(step, self.desk.profile.hours_text)


def say_step(step: Step, hours: str) -> Iterable[Reply]:
    """The words for where a handover stands."""
    if step.promise is None:
        yield Reply("utter_handover_consent_unclear" if step.again else f"utter_handover_ask_{step.ask}")
        return
    yield Reply(_receipt_key(step), _receipt_values(step.promise, hours), custom=_receipt(step.promise))
    if step.wish_for is not None:
        yield Reply("utter_handover_ask_preference", buttons=ways(step.wish_for))


def _receipt_key(step: Step) -> str:
    if step.known_case:
        return "utter_handover_known"
    assert step.promise is not None
    return "utter_handover_promised" if step.promise.open_now else "utter_handover_promised_closed"


def _receipt_values(promise: Promise, hours: str) -> dict[str, str | datetime]:
    return {
        "number": promise.number,
        "speciality": SPECIALITY_TITLES[promise.speciality],
        "due": promise.expected_reply_by,
        "hours": hours,
    }


def _receipt(promise: Promise) -> dict[str, object]:
    return {
        "type": "handoff",
        "case_number": promise.number,
        "speciality": promise.speciality,
        "expected_reply_by": promise.expected_reply_by.isoformat(),
        "open_now": promise.open_now,
    }
