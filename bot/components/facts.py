"""Finds entities by rules and gazetteers; municipalities and program names are read from the seeds when training."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Optional

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.components.base import Component, reading_of, sources_digest
from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.entities.places import Places, places
from bot.entities.programs import Gazetteer, gazetteer
from bot.entities.seeds import program_files, read_areas, read_programs
from bot.text.normal import Normal

FILE = "lookups.json"
# What support is sought for is said in these intents; elsewhere the same words name a topic.
INTENTS_OF_PURPOSE: FrozenSet[str] = frozenset({"inform", "find_support", "correct"})
SMALL_TALK: FrozenSet[str] = frozenset({"greet", "goodbye", "thank", "chitchat", "bot_challenge", "help"})


class FactExtractor(Component):
    """`seeds`: folder of the seeds, relative to where training runs."""

    rules: Optional[Rules] = None

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Seeds lie in the root of the project."""
        return {"seeds": "seeds"}

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """The seeds count as training data."""
        seeds = Path(config["seeds"])
        digest = hashlib.sha256(sources_digest().encode())
        for path in [seeds / "areas.csv", *program_files(seeds)]:
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Store the lookups that the seeds give."""
        seeds = Path(self.config["seeds"])
        lookups = {"places": asdict(places(read_areas(seeds))), "programs": asdict(gazetteer(read_programs(seeds)))}
        with self.storage.write_to(self.resource) as folder:
            (folder / FILE).write_text(json.dumps(lookups, ensure_ascii=False), encoding="utf-8")
        return self.resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "FactExtractor":
        """A component with the stored lookups."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            lookups = json.loads((folder / FILE).read_text(encoding="utf-8"))
        component.rules = Rules(Places(**lookups["places"]), Gazetteer(**lookups["programs"]))
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities to those that are there."""
        for message in messages:
            found = self.facts(message, clock.today())
            entities = message.get(ENTITIES, []) + [as_entity(one, reading_of(message).normal) for one in found]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def facts(self, message: Message, today: date) -> List[Found]:
        """What the rules find and the intent does not rule out."""
        intent = message.get(INTENT, {}).get(INTENT_NAME_KEY)
        found = self.rules.find(reading_of(message), today) if self.rules else []
        return [one for one in found if fits(one, intent)]


def fits(found: Found, intent: Optional[str]) -> bool:
    """Purposes only where facts are told, days and hours not in small talk."""
    if found.entity == "purpose":
        return intent in INTENTS_OF_PURPOSE
    return not (found.entity in ("date", "time") and intent in SMALL_TALK)


def as_entity(found: Found, normal: Normal) -> Dict[str, Any]:
    """Rasa's form, with offsets and words of the text as it was sent."""
    start, end = normal.span(found.start, found.end)
    return {
        "entity": found.entity,
        "value": found.value,
        "text": normal.original[start:end],
        "start": start,
        "end": end,
        "confidence_entity": found.confidence,
        "extractor": FactExtractor.__name__,
    }
