"""What stands around an amount, for the judgement what it is for: named signs, and vectors of the words beside it."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence

import numpy as np

from bot.entities.amounts import Amount
from bot.entities.beside import FAR, SAME, Signs, letters_beside, words_beside
from bot.entities.hints import Hint, places
from bot.learning.features import Floats, unit
from bot.learning.rows import Seen
from bot.text.reader import Reading, Word, reader

FIGURE = re.compile(r"[0-9][0-9,.]*")
SPEAKING = ("名詞", "動詞", "形容詞", "副詞", "形状詞", "接尾辞")
BESIDE = 4  # words on each side whose mean vector counts
SENTENCE_WEIGHT, WORDS_WEIGHT = 3.0, 1.5


def look(reading: Reading, sentence: Floats, found: Sequence[Hint], said: Sequence[Amount], amount: Amount) -> Seen:
    """What there is to see of one amount among those said; `sentence` is the vector of the whole text."""
    text = reading.normal.text
    before = [word for word in reading.words if word.end <= amount.start][::-1]
    after = [word for word in reading.words if word.start >= amount.end]
    hinted = dict.fromkeys(places(text, found, said, amount), 1.0)
    sides = {"before": _names(before, said), "after": _names(after, said)}
    words = words_beside(**sides) | {f"{side} same": 1.0 for side, names in sides.items() if SAME in names[:FAR]}
    meanings = [WORDS_WEIGHT * _meaning(side, said) for side in (before, after)]
    vector = np.concatenate([SENTENCE_WEIGHT * sentence, *meanings])
    return Seen(hinted | words | letters_beside(text, amount.start, amount.end) | _among(said, amount), vector)


def _names(words: Sequence[Word], said: Sequence[Amount]) -> list[str]:
    """Normal forms without figures; the words of an amount become one mark."""
    names = [SAME if _tells(word, said) else FIGURE.sub("0", word.norm.lower()) for word in words]
    return [name for name, group in itertools.groupby(names) for _ in ([0] if name == SAME else group)]


def _tells(word: Word, said: Sequence[Amount]) -> bool:
    return any(one.start <= word.start < one.end for one in said)


def _among(said: Sequence[Amount], amount: Amount) -> Signs:
    """How large it is, and its place among the other amounts: first, last, largest, their sum."""
    size = int(math.log10(amount.yen)) if amount.yen else 0
    others = [one.yen for one in said if one is not amount]
    signs = {f"size {size}": 1.0, f"others {min(len(others), 3)}": 1.0}
    if others:
        signs["first"] = float(amount is said[0])
        signs["last"] = float(amount is said[-1])
        signs["largest"] = float(amount.yen >= max(others))
        signs["sum"] = float(len(others) > 1 and amount.yen == sum(others))
    return signs


def _meaning(words: Sequence[Word], said: Sequence[Amount]) -> Floats:
    """Of the nearest words that say something."""
    speaking = (word.surface for word in words if _speaks(word) and not _tells(word, said))
    return unit(reader().mean(list(itertools.islice(speaking, BESIDE))))


def _speaks(word: Word) -> bool:
    return word.tag.startswith(SPEAKING) and "数詞" not in word.tag
