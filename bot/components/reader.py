"""First component: normalises the text and reads it with GiNZA and Sudachi."""

from __future__ import annotations

from typing import Any

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.base import READING, Component
from bot.text.reader import reader


class JapaneseReader(Component):
    """Leaves a Reading on every message; the components after it need nothing else."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.reader = reader()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Read the examples once for all trainable components."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message; one without a text reads as empty."""
        for message in messages:
            message.set(READING, self.reader.read(message.get(TEXT) or ""))
        return messages
