"""Last component: writes the findings as Rasa's entities, with offsets of the text as it was sent."""

from __future__ import annotations

from typing import Any, Dict, FrozenSet, List, Optional

from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.components.base import Component, found_in, reading_of
from bot.entities.found import Found
from bot.text.normal import Normal

# What support is sought for is said in these intents; elsewhere the same words name a topic.
INTENTS_OF_PURPOSE: FrozenSet[str] = frozenset({"inform", "find_support", "correct"})
SMALL_TALK: FrozenSet[str] = frozenset({"greet", "goodbye", "thank", "chitchat", "bot_challenge", "help"})


class EntityWriter(Component):
    """Keeps what fits the intent."""

    def process(self, messages: List[Message]) -> List[Message]:
        """Set `entities`."""
        for message in messages:
            intent = message.get(INTENT, {}).get(INTENT_NAME_KEY)
            normal = reading_of(message).normal
            fitting = [found for found in found_in(message) if fits(found, intent)]
            message.set(ENTITIES, [as_entity(found, normal) for found in fitting], add_to_output=True)
        return messages


def fits(found: Found, intent: Optional[str]) -> bool:
    """Purposes only where facts are told, days and hours not in small talk."""
    if found.entity == "purpose":
        return intent in INTENTS_OF_PURPOSE
    return not (found.entity in ("date", "time") and intent in SMALL_TALK)


def as_entity(found: Found, normal: Normal) -> Dict[str, Any]:
    """Rasa's form; the words are those of the person."""
    start, end = normal.span(found.start, found.end) if normal.text else (0, 0)
    return {
        "entity": found.entity,
        "value": found.value,
        "text": normal.original[start:end],
        "start": start,
        "end": end,
        "confidence_entity": found.confidence,
    }
