"""budget_yen: the planned whole of a project, by a judgement learned from bot/examples/amounts.yml."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.amounts import ABOUT, Amount
from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.hints import hints
from bot.entities.surroundings import look
from bot.learning.encoder import sentence_vector
from bot.learning.features import Floats
from bot.learning.judge import Judge, Seen
from bot.text.reader import Reading

BUDGET = "budget_yen"
LIKELY, POSSIBLE = 0.45, 0.25
GUESSED = 0.4  # counts only where facts are told
# 800万くらいです, and nothing else is said.
BEFORE_ALONE = re.compile(
    r"(?:え[ーっえ]?と|まあ|たぶん|多分|だいたい|大体|ざっと|ざっくり|約|おおよそ|およそ|一応|はい|[、。 ])*"
)
AFTER_ALONE = re.compile(
    rf"(?:{ABOUT}|です|でした|だ|かなあ?|と思います|になります|となります|ですかね?|や|やな|な|ね|ってとこ|ところ|[、。!… ])*"
)


def find_budget(reading: Reading, candidates: Sequence[Amount], said: Sequence[Amount], judge: Judge) -> list[Found]:
    """The likeliest of the candidates among all amounts, or the one that replaces it: 800万じゃなくて900万."""
    if not candidates:
        return []
    views = look_at(reading, sentence_vector(reading.normal.text), candidates, said)
    judged = [(judge.probability(view), amount) for view, amount in zip(views, candidates, strict=True)]
    likely, amount = max(judged, key=lambda one: one[0])
    if likely <= LIKELY:
        return []
    resumed = taken_back(reading.normal.text, amount.end)
    for possible, later in judged if resumed is not None else ():
        if later.start >= resumed and possible >= POSSIBLE:
            amount = later
            break
    return [Found(BUDGET, amount.yen, amount.start, amount.end, _sure(reading.normal.text, amount, likely))]


def look_at(reading: Reading, sentence: Floats, candidates: Sequence[Amount], said: Sequence[Amount]) -> list[Seen]:
    """What there is to see of each candidate; `sentence` is the vector of the text."""
    found = hints(reading.normal.text)
    return [look(reading, sentence, found, said, amount) for amount in candidates]


def without_guesses(found: Sequence[Found], asked: str | None) -> list[Found]:
    """Where another fact was asked for, an amount that stands alone tells that fact."""
    guessed = asked not in (None, BUDGET)
    return [one for one in found if not (guessed and one.entity == BUDGET and one.confidence <= GUESSED)]


def _sure(text: str, amount: Amount, likely: float) -> float:
    """An amount that stands alone is a guess: it may as well answer something else."""
    alone = BEFORE_ALONE.fullmatch(text, 0, amount.start) and AFTER_ALONE.fullmatch(text, amount.end)
    return GUESSED if alone else likely
