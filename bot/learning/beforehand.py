"""Looks at all examples of a training before anything learns from them: what the rules find, and the sentence vectors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.learning.encoder import remember, sentence_vectors
from bot.learning.features import Floats
from bot.learning.together import SHARES, together
from bot.text.reader import reader

FEW = 2000  # texts up to which one process is done sooner than others have started
Looked = tuple[list[list[Found]], list[str], Floats]


def findings(rules: Rules, texts: Sequence[str], today: date) -> list[list[Found]]:
    """The findings of each text. The sentence vectors are remembered: the classifier learns from them, too."""
    shares = [texts[share::SHARES] for share in range(SHARES)] if len(texts) > FEW else [texts]
    works = [partial(_look, rules, share, today) for share in shares]
    found: list[list[Found]] = [[] for _ in texts]
    for share, (kept, normal, vectors) in enumerate(together(*works)):
        found[share :: len(works)] = kept
        remember(normal, vectors)
    return found


def _look(rules: Rules, texts: Sequence[str], today: date) -> Looked:
    readings = [reader().read(text) for text in texts]
    normal = [reading.normal.text for reading in readings]
    vectors = sentence_vectors(normal)
    remember(normal, vectors)
    return [rules.find(reading, today) for reading in readings], normal, vectors
