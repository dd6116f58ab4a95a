"""Classifies intents with a calibrated linear model; unsure answers become nlu_fallback."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.base import Component, found_in, reading_of
from bot.learning.boundaries import Ranked, settle
from bot.learning.design import Heard
from bot.learning.intents import IntentModel

RANKED = 10
CLEAR = 0.5  # least confidence of a finding that counts as a sign
Ranking = list[dict[str, Any]]


class IntentClassifier(Component):
    """`threshold`: the least confidence that counts as understood."""

    model: IntentModel | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Confidence is calibrated: at 0.3 two of three such messages would be misread."""
        return {"threshold": 0.3}

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the model on all intent examples and store it."""
        examples = training_data.intent_examples
        model = IntentModel.fit([heard(example) for example in examples], [each.get(INTENT) for each in examples])
        with self.storage.write_to(self.resource) as folder:
            model.save(folder)
        return self.resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentClassifier:
        """A component with the stored model."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component.model = IntentModel.load(folder)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking`."""
        for message in messages:
            ranking = as_ranking(self._rank(message))
            message.set(INTENT, chosen(ranking, self.config["threshold"]), add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking[:RANKED], add_to_output=True)
        return messages

    def _rank(self, message: Message) -> Ranked:
        signs = heard(message)
        return settle(self.model.rank(signs), signs.reading.normal.text, signs.kinds) if self.model else []


def heard(message: Message) -> Heard:
    """What the model looks at."""
    return Heard(reading_of(message), frozenset(one.entity for one in found_in(message) if one.confidence >= CLEAR))


def as_ranking(ranked: list[tuple[str, float]]) -> Ranking:
    """Rasa's form of a ranking."""
    return [{INTENT_NAME_KEY: name, PREDICTED_CONFIDENCE_KEY: confidence} for name, confidence in ranked]


def chosen(ranking: Ranking, threshold: float) -> dict[str, Any]:
    """The first intent, or nlu_fallback with the same confidence when that is below the threshold."""
    if not ranking:
        return {INTENT_NAME_KEY: DEFAULT_NLU_FALLBACK_INTENT_NAME, PREDICTED_CONFIDENCE_KEY: 0.0}
    first = dict(ranking[0])
    if first[PREDICTED_CONFIDENCE_KEY] < threshold:
        first[INTENT_NAME_KEY] = DEFAULT_NLU_FALLBACK_INTENT_NAME
    return first
