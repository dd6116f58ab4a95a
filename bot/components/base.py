"""What the graph components share: how they are made, and the key under which a message carries its reading."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.entities.found import Found
from bot.fingerprint import sources_digest
from bot.text.reader import Reading

READING = "reading"
FOUND = "found"
ANSWER = "answer"
METADATA = "metadata"
ASKED = "asked"


class Component(GraphComponent):
    """A component whose cache is void as soon as any source file of understanding changes."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Component:
        """A component without anything learnt."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Rasa looks only at the component's own class; helpers count as well."""
        return sources_digest()

    @staticmethod
    def supported_languages() -> list[str]:
        """Japanese only."""
        return ["ja"]


def reading_of(message: Message) -> Reading:
    """The reading that the first component of the pipeline left on the message."""
    reading: Reading = message.get(READING)
    return reading


def found_in(message: Message) -> list[Found]:
    """What the rules and the tagger have found so far."""
    found: list[Found] = message.get(FOUND) or []
    return found


def asked_of(message: Message) -> str | None:
    """The fact or field that the desk has just asked for."""
    asked: str | None = (message.get(METADATA) or {}).get(ASKED)
    return asked
