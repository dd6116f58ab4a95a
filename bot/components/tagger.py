"""Finds names and technical themes with a tagger trained on the annotated examples."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.base import FOUND, Component, found_in, reading_of
from bot.entities.extract import resolve
from bot.learning.tagger import Tagger, annotate

FILE = "spans.crfsuite"


class SpanTagger(Component):
    """Adds what the rules cannot know: organization, tech_theme, company_name, person_name."""

    tagger: Tagger | None = None

    def train(self, training_data: TrainingData) -> Resource:
        """Train on annotated examples and some plain ones."""
        examples = [annotate(reading_of(each), each.get(ENTITIES) or []) for each in training_data.intent_examples]
        with self.storage.write_to(self.resource) as folder:
            Tagger.fit(examples, folder / FILE)
        return self.resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpanTagger:
        """A component with the stored tagger, or without one when there was nothing to learn."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.tagger = Tagger.load(folder / FILE)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Add spans that do not stand on what the rules have found."""
        for message in messages:
            spans = self.tagger.find(reading_of(message)) if self.tagger else []
            message.set(FOUND, resolve([*found_in(message), *spans]))
        return messages
