"""Use case: show in a conversation who is there and who writes, and tell the person who answers them."""

from enum import StrEnum

from desk.db.tables import Conversation
from desk.services.case_rows import find_case
from desk.services.context import Desk
from desk.services.signs import PERSON, Sign


class Partner(StrEnum):
    """Who is at the other end of a person's chat."""

    BOT = "bot"
    STAFF = "staff"
    #: a member of staff is writing at this moment
    WRITING = "writing"


def show_sign(desk: Desk, conversation_id: str, sign: Sign, who: str) -> None:
    """Somebody is there, or writes; shown to the others for seconds."""
    if desk.signs.give(conversation_id, sign, who):
        desk.changes.report(signs_subject(conversation_id))


def end_sign(desk: Desk, conversation_id: str, sign: Sign, who: str) -> None:
    """What was shown is over."""
    if desk.signs.take_back(conversation_id, sign, who):
        desk.changes.report(signs_subject(conversation_id))


def partner_of(desk: Desk, conversation_id: str) -> Partner:
    """Who answers in a conversation. While the bot does, nobody is shown as writing: a glance is no promise."""
    with desk.database.reading() as session:
        gate = session.get_one(Conversation, conversation_id).gate
    if gate != "staff":
        return Partner.BOT
    writing = [who for who in desk.signs.given(conversation_id, Sign.WRITING) if who != PERSON]
    return Partner.WRITING if writing else Partner.STAFF


def is_here(desk: Desk, conversation_id: str, login: str) -> bool:
    """Whether a member of staff has the conversation before them."""
    return login in desk.signs.given(conversation_id, Sign.HERE)


def conversation_of_case(desk: Desk, number: str) -> str:
    """The conversation of a case. Raises `NoSuchCase`."""
    with desk.database.reading() as session:
        return find_case(session, number).conversation_id


def signs_subject(conversation_id: str) -> str:
    """The subject under which signs of a conversation are reported."""
    return f"signs:{conversation_id}"
