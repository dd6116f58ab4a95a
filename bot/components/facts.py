"""Finds facts by rules and gazetteers; municipalities and program names are read from the seeds when training."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.answers.read import Asked, read
from bot.components.base import ANSWER, FOUND, Component, asked_of, reading_of, sources_digest
from bot.entities.budgets import without_guesses
from bot.entities.extract import Rules
from bot.entities.own import Own
from bot.entities.places import Places, places
from bot.entities.programs import Gazetteer, gazetteer
from bot.entities.seeds import read_areas, read_programs
from bot.learning.budgets import learn_budgets
from bot.learning.facts import learn_own
from bot.learning.judge import Judge
from bot.learning.together import together
from bot.learning.trades import Trades, learn_trades
from bot.text.reader import reader

FILE = "lookups.json"


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
        seeds = Path({**cls.get_default_config(), **config}["seeds"])
        digest = hashlib.sha256(sources_digest().encode())
        digest.update((seeds / "areas.csv").read_bytes())
        digest.update(json.dumps(read_programs(seeds)).encode())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Store the lookups that the seeds give, and what the examples teach."""
        seeds = Path(self.config["seeds"])
        municipalities = places(read_areas(seeds), reader().kana)
        trades, own, budgets = together(learn_trades, partial(learn_own, municipalities), learn_budgets)
        lookups = {
            "places": asdict(municipalities),
            "programs": asdict(gazetteer(read_programs(seeds))),
            "budgets": budgets.to_dict(),
            "own": own.to_dict(),
        }
        with self.storage.write_to(self.resource) as folder:
            (folder / FILE).write_text(json.dumps(lookups, ensure_ascii=False), encoding="utf-8")
            trades.save(folder)
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
            lookups = json.loads((folder / FILE).read_text(encoding="utf-8"))
            trades = Trades.load(folder)
        component.rules = Rules(
            Places(**lookups["places"]),
            Gazetteer(**lookups["programs"]),
            Judge.from_dict(lookups["budgets"]),
            trades,
            Own.from_dict(lookups["own"]),
        )
        component.rules.find(reader().read("準備"), clock.today())
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples carry what was found, too: the classifier learns from it."""
        self.process(training_data.training_examples)
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
