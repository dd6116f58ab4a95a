"""What the desk hears itself before Rasa does: calls for care, presses of its own buttons, words it has asked for."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message, Offer
from desk.domain.desk_payloads import press_of
from desk.domain.pending import hands_over
from desk.domain.preference import LISTENED_FOR as WISHES
from desk.domain.preference import TALK as PREFERENCE
from desk.domain.survey import PENDING_SCORE, PENDING_WORD
from desk.services.care import take_care
from desk.services.changes import CASES, report_after_commit
from desk.services.context import Desk
from desk.services.follow_ups import press_follow_up
from desk.services.preferences import hear_preference, hear_unasked, press_preference
from desk.services.surveys import hear_survey, press_survey

LISTENED_FOR = (PENDING_SCORE, PENDING_WORD, *WISHES)


@dataclass(frozen=True)
class Heard:
    """What became of a message: taken by the desk, or left to the bot, which may have to hear something else."""

    taken: bool
    instead: str | None = None


def hear_first(
    session: Session, desk: Desk, conversation: Conversation, message: Message, offer: Offer | None
) -> Heard:
    """Take a message that is the desk's own. Otherwise nothing is left that waits for such an answer."""
    heard = _hear(session, desk, conversation, message, offer)
    if heard.taken:
        message.status = "handled"
        report_after_commit(session, desk.changes, conversation.id, CASES)
    elif conversation.pending in LISTENED_FOR:
        conversation.pending = None
    return heard


def _hear(session: Session, desk: Desk, conversation: Conversation, message: Message, offer: Offer | None) -> Heard:
    if offer is None and conversation.gate == "bot" and take_care(session, desk, conversation, message):
        return Heard(taken=True)
    press = press_of(offer.payload) if offer is not None else None
    if press is not None and press.talk in ("survey", PREFERENCE):
        take = press_preference if press.talk == PREFERENCE else press_survey
        instead = take(session, desk, message, press)
        return Heard(taken=instead is None, instead=instead)
    if press is not None:
        press_follow_up(session, desk, message, press)
        return Heard(taken=True)
    if offer is not None or hands_over(conversation.pending):
        return Heard(taken=False)
    if conversation.gate != "bot" or conversation.pending not in LISTENED_FOR:
        return Heard(taken=hear_unasked(session, desk, message, conversation))
    listen = hear_preference if conversation.pending in WISHES else hear_survey
    return Heard(taken=listen(session, desk, message, conversation))
