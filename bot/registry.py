"""Tells Rasa's recipe what our components are. Only training needs it, and it costs the import of TensorFlow."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.components.answers import AnswerReader
from bot.components.classifier import IntentClassifier
from bot.components.facts import FactExtractor
from bot.components.output import EntityWriter
from bot.components.reader import JapaneseReader
from bot.components.tagger import SpanTagger

Kind = DefaultV1Recipe.ComponentType


def register() -> None:
    """Make the names in config.yml known."""
    DefaultV1Recipe.register(Kind.MESSAGE_TOKENIZER, is_trainable=False)(JapaneseReader)
    DefaultV1Recipe.register(Kind.MESSAGE_FEATURIZER, is_trainable=True)(FactExtractor)
    DefaultV1Recipe.register(Kind.INTENT_CLASSIFIER, is_trainable=True)(IntentClassifier)
    DefaultV1Recipe.register(Kind.ENTITY_EXTRACTOR, is_trainable=True)(SpanTagger)
    DefaultV1Recipe.register(Kind.ENTITY_EXTRACTOR, is_trainable=False)(AnswerReader)
    DefaultV1Recipe.register(Kind.ENTITY_EXTRACTOR, is_trainable=False)(EntityWriter)
