"""Finds facts by rules and gazetteers; municipalities and program names are read from the seeds when training."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.answers.read import Asked, read
from bot.components.base import ANSWER, FOUND, Component, asked_of, reading_of
from bot.entities.budgets import without_guesses
from bot.entities.extract import Rules
from bot.fingerprint import facts_digest
from bot.learning.beforehand import findings
from bot.learning.known import kept, load
from bot.text.reader import reader


class FactExtractor(Component):
    """`seeds`: folder of the seeds, relative to where training runs."""

    rules: Rules | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Seeds lie in the root of the project."""
        return {"seeds": "seeds"}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """The seeds count as training data. For a node whose result is cached Rasa passes a config of its own."""
        return facts_digest(Path({**cls.get_default_config(), **config}["seeds"]))

    def train(self, training_data: TrainingData) -> Resource:
        """Store the lookups that the seeds give, and what the examples of facts teach."""
        with self.storage.write_to(self.resource) as folder:
            shutil.copytree(kept(Path(self.config["seeds"])), folder, dirs_exist_ok=True)
        return self.resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FactExtractor:
        """A component with the stored lookups."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.rules = load(folder)
        component.rules.find(reader().read("準備"), clock.today())
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples carry what was found, too: the classifier learns from it."""
        if self.rules is None:
            return training_data
        messages = training_data.training_examples
        texts = [reading_of(message).normal.original for message in messages]
        for message, found in zip(messages, findings(self.rules, texts, clock.today()), strict=True):
            message.set(FOUND, found)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Leave the findings on every message, and how it reads as an answer to what was asked."""
        for message in messages:
            self._examine(message, clock.today())
        return messages

    def _examine(self, message: Message, today: date) -> None:
        if self.rules is None:
            return
        reading, fact = reading_of(message), asked_of(message)
        found = without_guesses(self.rules.find(reading, today), fact)
        message.set(FOUND, found)
        if fact:
            message.set(ANSWER, read(Asked(fact, reading, self.rules.places, today, tuple(found))))
