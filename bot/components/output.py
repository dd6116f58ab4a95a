"""Last component: writes the findings as Rasa's entities, with offsets of the text as it was sent."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.components.base import Component, found_in, reading_of
from bot.entities.found import Found
from bot.text.normal import Normal

# Where facts are told, every purpose counts, and so does a trade that is only mentioned.
INTENTS_OF_FACTS: frozenset[str] = frozenset({"inform", "find_support", "correct"})
# Elsewhere a purpose only counts where it is what the intent is about; other words name a topic.
OWN_PURPOSE: dict[str, frozenset[str]] = {
    "hire_train": frozenset({"hiring_training"}),
    "startup_support": frozenset({"startup"}),
    "ip_cost": frozenset({"ip_filing"}),
    "ip_overseas": frozenset({"overseas"}),
    "ask_finance": frozenset({"finance"}),
    "post_need": frozenset({"matching"}),
}
CLEAR = 0.5
SMALL_TALK: frozenset[str] = frozenset({"greet", "goodbye", "thank", "chitchat", "bot_challenge", "help"})


class EntityWriter(Component):
    """Keeps what fits the intent."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `entities`."""
        for message in messages:
            intent = message.get(INTENT, {}).get(INTENT_NAME_KEY)
            normal = reading_of(message).normal
            fitting = [found for found in found_in(message) if fits(found, intent)]
            message.set(ENTITIES, [as_entity(found, normal) for found in fitting], add_to_output=True)
        return messages


def fits(found: Found, intent: str | None) -> bool:
    """Whether an entity means anything beside this intent."""
    if intent in INTENTS_OF_FACTS:
        return True
    if found.entity == "purpose":
        return found.value in OWN_PURPOSE.get(intent or "", ())
    if found.entity in ("date", "time"):
        return intent not in SMALL_TALK
    return found.confidence >= CLEAR


def as_entity(found: Found, normal: Normal) -> dict[str, Any]:
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
