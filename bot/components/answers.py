"""Turns a bare reply to the question just asked into the fact that was asked for."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message

from bot.answers.accept import accepts
from bot.answers.read import Answer
from bot.components.base import ANSWER, FOUND, Component, asked_of, found_in, reading_of
from bot.entities.found import Found

SURE = 0.95
# Findings of the rules that an answer under the fact's own name replaces.
REPLACED: dict[str, list[str]] = {"site_areas": ["area"], "start_by": ["date"], "note": ["purpose"]}


class AnswerReader(Component):
    """Works only while the desk waits for an answer (`metadata.asked`)."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Override intent and findings of messages that read as answers."""
        for message in messages:
            answer: Answer | None = message.get(ANSWER)
            if answer is not None and _accepted(message, answer):
                take(message, answer)
        return messages


def _accepted(message: Message, answer: Answer) -> bool:
    intent: dict[str, Any] = message.get(INTENT)
    fact, text = asked_of(message) or "", reading_of(message).normal.text
    return accepts(answer, fact, text, intent[INTENT_NAME_KEY], intent[PREDICTED_CONFIDENCE_KEY])


def take(message: Message, answer: Answer) -> None:
    """The intent of the answer, and its entities in place of what the rules took the same words for."""
    names = {name for name, _ in answer.entities}
    dropped = names.union(*(REPLACED.get(name, []) for name in names))
    length = max(len(reading_of(message).normal.text), 1)
    kept = [found for found in found_in(message) if found.entity not in dropped]
    message.set(FOUND, kept + [Found(name, value, 0, length) for name, value in answer.entities])
    if message.get(INTENT)[INTENT_NAME_KEY] != "correct":
        message.set(INTENT, {INTENT_NAME_KEY: answer.intent, PREDICTED_CONFIDENCE_KEY: SURE}, add_to_output=True)
