"""What a message says before Rasa is asked: a button, a language, a side of what is on show, the wish to see it."""

import json
import re
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message, Offer
from desk.domain.aspects import aspect_alone
from desk.domain.certainty import CHANCE, asks_only_that
from desk.domain.english import as_japanese, need_of
from desk.domain.impatience import wants_results
from desk.domain.languages import (
    NAMES,
    Language,
    asked_for,
    finds_it_hard,
    is_english,
    is_learners,
)
from desk.domain.pending import hands_over, kind_of
from desk.services.conversations import OFFER_PREFIX
from desk.services.languages import words_of
from desk.services.speaking import SHOWN_AS

#: in the content of a person's message: other languages are offered before it is answered
OFFER_LANGUAGES = "offer_languages"
#: in the payload of a button: the language that is chosen by it
CHOSEN = re.compile(r'"language": ?"(ja|easy|en)"')
#: what people say in English who go on in Japanese
COURTESIES = ("thank", "affirm", "deny", "goodbye")
#: who asks for a person gets one at once, and reads in English what they are asked to agree to
AT_ONCE = ("request_human", "complaint")
#: what is understood in English while a name or an address is asked for; everything else may be one
STEERING = ("request_human", "cancel", "go_back", "dont_know", "deny", "clarify")
#: nothing but thumbs, while nothing is asked, is a rating
THUMBS = re.compile("[👍👎][🏻-🏿️👍👎]*")
#: whoever writes more than this while finding Japanese hard asks for something else, too
SHORT = 30


@dataclass(frozen=True)
class Meaning:
    """What goes to Rasa: a payload, or the text itself, perhaps with other units."""

    text: str
    payload: bool = False


def meaning_of(
    session: Session, conversation: Conversation, message: Message, offer: Offer | None, instead: str | None
) -> Meaning:
    """Read a message, or what stands for it. A language that it chooses is the conversation's from now on.

    The letters of a button that was offered to nobody here are no text of any language.
    """
    if instead is not None:
        return Meaning(instead)
    if offer is not None:
        _choose(conversation, CHOSEN.search(offer.payload))
        return Meaning(offer.payload, payload=True)
    if message.text.startswith(OFFER_PREFIX):
        return Meaning(message.text)
    language = asked_for(message.text)
    if language is not None:
        conversation.language = language
        return _command("help", language=language)
    if asks_only_that(message.text) and kind_of(conversation.pending) != "contact":
        return _command("ask_program", topic=CHANCE)
    if conversation.language != Language.EN and is_english(message.text):
        return _english(conversation, message.text)
    if conversation.language == Language.EN:
        return _in_english(conversation, message.text)
    return _in_japanese(session, conversation, message)


def _english(conversation: Conversation, text: str) -> Meaning:
    """English before it was chosen: the choice is offered, and keeps what was asked. A name is no English."""
    if kind_of(conversation.pending) == "contact":
        return Meaning(text)
    need = need_of(text)
    if need in AT_ONCE:
        conversation.language = Language.EN
    if conversation.language is not None or need in COURTESIES:
        return _command(need) if need else Meaning(text)
    return _command("help", show="languages", **({"topic": need} if need else {}))


def _in_english(conversation: Conversation, text: str) -> Meaning:
    need = need_of(text) if is_english(text) or len(text) < SHORT else None
    contact = kind_of(conversation.pending) == "contact"
    if need is None or (contact and need not in STEERING):
        return Meaning(text if contact else as_japanese(text, words_of(conversation).places))
    return _command(need)


def _in_japanese(session: Session, conversation: Conversation, message: Message) -> Meaning:
    """Who finds Japanese hard, or writes as learners do, is offered other languages once, beside the answer."""
    if conversation.pending is None and THUMBS.fullmatch(message.text.strip()):
        return _command("feedback")
    aspect = aspect_alone(message.text)
    if aspect and not hands_over(conversation.pending) and _programs_on_show(session, conversation.id):
        return _command("ask_program", topic=aspect)
    interviewed = kind_of(conversation.pending) == "fact" and not conversation.draft
    if interviewed and wants_results(message.text):
        return _command("find_support", show="now")
    text, hard = message.text, finds_it_hard(message.text)
    if hard and len(text) <= SHORT:
        return _command("help", show="languages")
    learns = conversation.language is None and kind_of(conversation.pending) != "contact" and is_learners(text)
    if (hard or learns) and not _was_offered(session, conversation):
        message.content = message.content | {OFFER_LANGUAGES: True}
    return Meaning(text)


def _programs_on_show(session: Session, conversation_id: str) -> bool:
    """Whether the bot's last answer showed programs; what they were asked of before that is another matter."""
    said = (Message.conversation_id == conversation_id, Message.author == "bot")
    answered = select(func.max(Message.answers_id)).where(*said).scalar_subquery()
    contents = session.scalars(select(Message.content).where(*said, Message.answers_id == answered))
    return any((content.get("custom") or {}).get("type") in SHOWN_AS for content in contents)


def _was_offered(session: Session, conversation: Conversation) -> bool:
    offered = select(Offer.id).where(Offer.conversation_id == conversation.id, Offer.title == NAMES[Language.EASY])
    return session.scalar(offered.limit(1)) is not None


def _choose(conversation: Conversation, chosen: re.Match[str] | None) -> None:
    if chosen:
        conversation.language = chosen[1]


def _command(intent: str, **entities: str) -> Meaning:
    return Meaning(f"/{intent}{json.dumps(entities)}" if entities else f"/{intent}", payload=True)
