"""The person's own trade, as bot/examples/ and the lists of words and deeds teach it.

One model tells from the whole text which trades it may speak of. A second one judges every mention of a trade in it: whether it
is the person's own, or a customer's, a relative's, a former job, a plan, a thing.
"""

from __future__ import annotations

import json
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.entities.companies import find_companies
from bot.entities.found import Found
from bot.entities.industries import INDUSTRY, TEXT, Mention, find_mentions, terms
from bot.entities.lexicon import read
from bot.entities.trade_signs import Setting, signs
from bot.learning.examples import FORMS, HARD, INBOX, examples
from bot.learning.features import Floats
from bot.learning.judge import Judge
from bot.learning.rows import Rows, Seen
from bot.learning.texts import NONE, TextModel
from bot.text.reader import Reading, reader

HARD_ONES = "trades.yml"
JUDGE_FILE = "whose_trade.json"
DEEDS, UNTOLD = "industry_deeds", "none"
LIKELY = (
    0.7  # least probability of a trade that counts: F1 is that of 0.6 with fewer inventions; in doubt the desk asks
)
GUESSES = 2  # trades that the whole text may tell besides those which the lists see
LEAST_GUESS = 0.02  # probability of such a trade
LEAST = 2  # examples a sign must occur in


@dataclass(frozen=True)
class Trades:
    """What the whole text tells, and whose trade a mention is."""

    texts: TextModel
    judge: Judge

    def find(self, reading: Reading, names: Sequence[Found] = ()) -> list[Found]:
        """The person's own trade, once; what stands in a company's name says nothing."""
        setting = _setting(reading, self.texts, self.texts.likely(reading), names)
        judged = [(self.judge.probability(_seen(mention, setting)), mention) for mention in setting.mentions]
        own, best = max(judged, key=lambda one: one[0], default=(0.0, None))
        return [Found(INDUSTRY, best.trade, best.start, best.end, own)] if best and own >= LIKELY else []

    @classmethod
    def fit(cls, told: Mapping[str, str], listed: Mapping[str, str], hard: Container[str] = ()) -> Trades:
        """Learn from sentences, of which the hard ones weigh less, and from listed words, each with its trade or NONE."""
        readings = [reader().read(text) for text in [*told, *listed]]
        texts, held_out = TextModel.fit(readings, [*told.values(), *listed.values()])
        settings = [
            _setting(reading, texts, likely, find_companies(reading))
            for reading, likely in zip(readings[: len(told)], held_out, strict=False)
        ]
        examined = [
            (_seen(mention, setting), mention.trade == trade, HARD if text in hard else 1.0)
            for setting, (text, trade) in zip(settings, told.items(), strict=True)
            for mention in setting.mentions
        ]
        seen, own, weights = zip(*examined, strict=True)
        return cls(texts, Judge.fit(Rows.of(seen, LEAST), own, weights))

    def save(self, folder: Path) -> None:
        """Write its files; no pickle."""
        self.texts.save(folder)
        (folder / JUDGE_FILE).write_text(json.dumps(self.judge.to_dict(), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Trades:
        """Read what `save` wrote."""
        judge = json.loads((folder / JUDGE_FILE).read_text(encoding="utf-8"))
        return cls(TextModel.load(folder), Judge.from_dict(judge))


def learn_trades() -> Trades:
    """What all examples and lists teach."""
    deeds = {deed: trade for trade, deeds in read(DEEDS).items() for deed in deeds}
    hard = _hard_ones()
    return Trades.fit(hard | _inbox(), terms() | deeds, hard)


def read_examples() -> dict[str, str]:
    """Sentences with the trade of who says them, or NONE."""
    return _hard_ones() | _inbox()


def _hard_ones() -> dict[str, str]:
    return {text: NONE if trade == UNTOLD else trade for text, trade in examples(HARD_ONES).items()}


def _inbox() -> dict[str, str]:
    return {text: facts.get(INDUSTRY, NONE) for text, facts in (examples(INBOX) | examples(FORMS)).items()}


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
