"""Use case: somebody in despair, worn out, or in a rage is met by the desk itself, before the bot hears them.

People hear of it with the case, and through nothing else: without consent nobody is told.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import structlog
import yaml
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message
from desk.domain.despair import Sign, sign_in
from desk.domain.languages import Language, is_english
from desk.domain.notices import AT_THE_DESK, DESPAIR, FINANCE, HUMAN, IN_DANGER, THREAT, WEARY
from desk.domain.words import Words
from desk.services.context import Desk
from desk.services.languages import words_of
from desk.services.pressing import reconsider
from desk.services.speaking import speak
from desk.services.writing_back import person_wrote
from desk.settings import ROOT

log = structlog.get_logger(__name__)

FILE = ROOT / "seeds" / "help_lines.yaml"


def take_care(session: Session, desk: Desk, conversation: Conversation, message: Message) -> bool:
    """Answer a sign of distress or a threat; False when there is none. What was asked before stays open."""
    sign = sign_in(message.text)
    if sign is None:
        return False
    log.info("care_taken", conversation=conversation.id, sign=sign.value)
    person_wrote(session, desk, message, held=False)
    reconsider(session, desk, conversation)
    if is_english(message.text):
        conversation.language = Language.EN
    speak(session, desk, conversation.id, _words(sign, words_of(conversation)), message.id)
    return True


@lru_cache
def help_lines() -> Mapping[str, str]:
    """Names of help lines, and the number or page of each."""
    return {each["name"]: each["reach"] for each in yaml.safe_load(FILE.read_text("utf-8"))["lines"]}


def _words(sign: Sign, words: Words) -> dict[str, Any]:
    lines = [f"・{words.of(name)} {reach}" for name, reach in help_lines().items()]
    match sign:
        case Sign.DESPAIR:
            said = [words.of(DESPAIR), *lines, words.of(IN_DANGER), words.of(AT_THE_DESK)]
            return {"text": "\n".join(said), "buttons": [HUMAN]}
        case Sign.WEARY:
            return {"text": "\n".join([words.of(WEARY), lines[0]]), "buttons": [HUMAN, FINANCE]}
        case Sign.THREAT:
            return {"text": THREAT, "buttons": [HUMAN]}
