"""The person's own trade, as bot/examples/trades.yml and the lists of words and deeds teach it.

One model tells from the whole text which trade it speaks of; a second one judges every mention of a trade in it: whether it
is the person's own, or a customer's, a relative's, a former job, a plan, a thing.
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
from bot.learning.features import Floats
from bot.learning.judge import Judge, Seen
from bot.learning.texts import NONE, TextModel
from bot.text.reader import Reading, reader

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "trades.yml"
JUDGE_FILE = "whose_trade.json"
DEEDS, UNTOLD = "industry_deeds", "none"
LIKELY = 0.5  # least probability of a trade that counts: in doubt the desk asks
STRENGTH = 1.0  # inverse of the regularisation
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
    def fit(cls, examples: Mapping[str, str], listed: Mapping[str, str]) -> Trades:
        """Learn from sentences and from listed words, each with its trade or NONE."""
        readings = [reader().read(text) for text in [*examples, *listed]]
        texts, held_out = TextModel.fit(readings, [*examples.values(), *listed.values()])
        rows: list[tuple[Seen, bool]] = []
        for reading, trade, likely in zip(readings, examples.values(), held_out, strict=False):
            setting = _setting(reading, texts, likely, find_companies(reading))
            rows += [(_seen(mention, setting), mention.trade == trade) for mention in setting.mentions]
        return cls(texts, Judge.fit(_frequent([seen for seen, _ in rows]), [own for _, own in rows], STRENGTH))

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
    return Trades.fit(
        read_examples(), terms() | {deed: trade for trade, deeds in read(DEEDS).items() for deed in deeds}
    )


def read_examples() -> dict[str, str]:
    """Sentences with the trade of who says them, or NONE."""
    content: dict[str, str] = yaml.load(EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {text: NONE if trade == UNTOLD else trade for text, trade in content.items()}


def _setting(reading: Reading, texts: TextModel, likely: Floats, names: Sequence[Found]) -> Setting:
    """All mentions: what the lists see, and the trade that the whole text tells rather than none, where they see no such."""
    by_trade = dict(zip(texts.trades, likely.tolist(), strict=True))
    mentions = find_mentions(reading.normal.lower, names)
    guess = max((trade for trade in by_trade if trade != NONE), key=lambda trade: by_trade[trade])
    if by_trade[guess] > by_trade[NONE] and not any(mention.trade == guess for mention in mentions):
        word = texts.telling(reading, guess)
        mentions += [Mention(guess, word.start, word.end, TEXT)] if word else []
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
