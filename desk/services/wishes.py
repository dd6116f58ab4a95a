"""What a conversation tells of what somebody wants and how soon, for routing and urgency."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.db.tables import Conversation, Message
from desk.domain.calls import State, call_state
from desk.domain.routing import Told
from desk.domain.urgency import Closing, Matter
from desk.services.context import Desk
from desk.services.facts import raw_facts

#: so many of a person's last messages are looked at
LOOKED_AT = 40
#: what was said before may be of another matter, or hold no more
THIS_TALK = timedelta(hours=12)


def wishes_of(
    session: Session, desk: Desk, conversation: Conversation, topic: str | None, reason: str
) -> tuple[Told, Matter]:
    """What the person asked for, sought and said, and what tells how soon they must be answered.

    `topic` is the one in which somebody was asked for, `reason` why people are wanted.
    """
    facts, messages = raw_facts(session, conversation.id), _messages(session, conversation.id)
    texts = [each.text for each in messages if each.choice_id is None]
    told = Told(
        topic=topic,
        purposes=facts.get("purposes") or (),
        intents=[each.intent for each in messages if each.intent],
        texts=texts,
        has_partner=facts.get("partner_status") == "agreed",
    )
    closings = _closings(desk, _spoken_of(conversation, messages))
    return told, Matter(reason, texts, closings, facts.get("disclosed"), facts.get("filed"))


def own_messages(session: Session, conversation_id: str) -> list[Message]:
    """What the person wrote last in their own words, oldest first; the titles of buttons are the desk's words."""
    return [each for each in _messages(session, conversation_id) if each.choice_id is None]


def _messages(session: Session, conversation_id: str) -> list[Message]:
    query = select(Message).where(Message.conversation_id == conversation_id, Message.author == "user")
    return list(session.scalars(query.order_by(Message.id.desc()).limit(LOOKED_AT)))[::-1]


def _spoken_of(conversation: Conversation, messages: Iterable[Message]) -> list[str]:
    named = [
        str(entity["value"])
        for each in messages
        for entity in each.understood.get("entities", ())
        if entity.get("entity") == "program"
    ]
    return list(dict.fromkeys([*named, *filter(None, [conversation.topic_program])]))


def _closings(desk: Desk, names: Iterable[str]) -> list[Closing]:
    today, found = desk.now().date(), []
    for program in (program for name in names for program in desk.catalogue.find(name)):
        call = call_state(program, today)
        if program.published and call.state is State.OPEN and call.closes_on:
            found.append(Closing(program.name, call.closes_on))
    return found
