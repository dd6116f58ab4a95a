"""The person's own trade, as bot/examples/trades.yml and the lists of words and deeds teach it.

One model tells from the whole text which trades it may speak of. A second one judges every mention of a trade in it: whether it
is the person's own, or a customer's, a relative's, a former job, a plan, a thing. Where it is in doubt, a third one decides by
likeness to the examples that were doubtful, too.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from bot.entities.companies import find_companies
from bot.entities.found import Found
from bot.entities.industries import INDUSTRY, TEXT, Mention, find_mentions, terms
from bot.entities.lexicon import read
from bot.entities.trade_signs import Setting, signs
from bot.learning.features import Floats, Ints
from bot.learning.judge import Judge, Seen
from bot.learning.memory import Memory
from bot.learning.texts import NONE, TextModel
from bot.text.reader import Reading, reader

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "trades.yml"
JUDGE_FILE = "whose_trade.json"
DEEDS, UNTOLD = "industry_deeds", "none"
LIKELY = 0.6  # least probability of a trade that counts: in doubt the desk asks
GUESSES = 2  # trades that the whole text may tell besides those which the lists see
LEAST_GUESS = 0.02  # probability of such a trade
SURE = 0.95  # probability of a judgement that needs no second one
FOLDS, SEED = 3, 20261122
STRENGTH = 1.0  # inverse of the regularisation
LEAST = 2  # examples a sign must occur in


@dataclass(frozen=True)
class Trades:
    """What the whole text tells, and whose trade a mention is, at first sight and in doubt."""

    texts: TextModel
    judge: Judge
    memory: Memory

    def find(self, reading: Reading, names: Sequence[Found] = ()) -> list[Found]:
        """The person's own trade, once; what stands in a company's name says nothing."""
        setting = _setting(reading, self.texts, self.texts.likely(reading), names)
        judged = [(self._own(_seen(mention, setting)), mention) for mention in setting.mentions]
        own, best = max(judged, key=lambda one: one[0], default=(0.0, None))
        return [Found(INDUSTRY, best.trade, best.start, best.end, own)] if best and own >= LIKELY else []

    def _own(self, seen: Seen) -> float:
        """How likely a mention is the person's own trade."""
        likely = self.judge.probability(seen)
        return self.memory.probability(seen.signs) if doubtful(likely) else likely

    @classmethod
    def fit(cls, examples: Mapping[str, str], listed: Mapping[str, str]) -> Trades:
        """Learn from sentences and from listed words, each with its trade or NONE."""
        readings = [reader().read(text) for text in [*examples, *listed]]
        texts, held_out = TextModel.fit(readings, [*examples.values(), *listed.values()])
        settings = [
            _setting(reading, texts, likely, find_companies(reading))
            for reading, likely in zip(readings[: len(examples)], held_out, strict=False)
        ]
        told = list(zip(settings, examples.values(), strict=True))
        own = [mention.trade == trade for setting, trade in told for mention in setting.mentions]
        seen = _frequent([_seen(mention, setting) for setting in settings for mention in setting.mentions])
        of_text = np.repeat(np.arange(len(settings)), [len(setting.mentions) for setting in settings])
        return cls(texts, Judge.fit(seen, own, STRENGTH), _remember(seen, own, of_text))

    def save(self, folder: Path) -> None:
        """Write its files; no pickle."""
        self.texts.save(folder)
        self.memory.save(folder)
        (folder / JUDGE_FILE).write_text(json.dumps(self.judge.to_dict(), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Trades:
        """Read what `save` wrote."""
        judge = json.loads((folder / JUDGE_FILE).read_text(encoding="utf-8"))
        return cls(TextModel.load(folder), Judge.from_dict(judge), Memory.load(folder))


def learn_trades() -> Trades:
    """What all examples and lists teach."""
    return Trades.fit(
        read_examples(), terms() | {deed: trade for trade, deeds in read(DEEDS).items() for deed in deeds}
    )


def read_examples() -> dict[str, str]:
    """Sentences with the trade of who says them, or NONE."""
    content: dict[str, str] = yaml.load(EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {text: NONE if trade == UNTOLD else trade for text, trade in content.items()}


def doubtful(likely: float) -> bool:
    """Whether a judgement asks for a second one."""
    return 1.0 - SURE < likely < SURE


def _remember(seen: Sequence[Seen], own: Sequence[bool], of_text: Ints) -> Memory:
    """The mentions of which a judgement that has not seen their texts is in doubt."""
    fold = np.random.default_rng(SEED).integers(0, FOLDS, of_text.max() + 1)[of_text]
    hard: list[int] = []
    for held in range(FOLDS):
        rest = np.flatnonzero(fold != held)
        judge = Judge.fit([seen[one] for one in rest], [own[one] for one in rest], STRENGTH)
        hard += [int(one) for one in np.flatnonzero(fold == held) if doubtful(judge.probability(seen[one]))]
    return Memory.fit([seen[one].signs for one in hard], [own[one] for one in hard])


def _setting(reading: Reading, texts: TextModel, likely: Floats, names: Sequence[Found]) -> Setting:
    """All mentions: what the lists see, and the trades that the whole text may tell, where they see no such."""
    by_trade = dict(zip(texts.trades, likely.tolist(), strict=True))
    mentions = find_mentions(reading.normal.lower, names)
    seen = {mention.trade for mention in mentions}
    guesses = sorted((trade for trade in by_trade if trade != NONE), key=lambda trade: -by_trade[trade])[:GUESSES]
    for trade in guesses:
        if by_trade[trade] > LEAST_GUESS and trade not in seen and (word := texts.telling(reading, trade)):
            mentions.append(Mention(trade, word.start, word.end, TEXT))
    return Setting(reading, mentions, by_trade)


def _seen(mention: Mention, setting: Setting) -> Seen:
    return Seen(signs(mention, setting), np.fromiter(setting.likely.values(), dtype=np.float32))


def _frequent(examples: Sequence[Seen]) -> list[Seen]:
    """Without signs that are too rare to teach anything."""
    counts = Counter(name for seen in examples for name in seen.signs)
    return [
        Seen({name: strength for name, strength in seen.signs.items() if counts[name] >= LEAST}, seen.vector)
        for seen in examples
    ]
