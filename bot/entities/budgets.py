"""budget_yen: the planned whole of a project, by a judgement learned from bot/examples/amounts.yml."""

from __future__ import annotations

from collections.abc import Sequence

from bot.entities.amounts import Amount
from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.hints import hints
from bot.entities.surroundings import look
from bot.learning.encoder import sentence_vector
from bot.learning.features import Floats
from bot.learning.judge import Judge
from bot.learning.rows import Seen
from bot.text.reader import Reading

BUDGET = "budget_yen"
LIKELY, POSSIBLE = 0.45, 0.25
GUESSED = 0.4  # counts only where facts are told
# Kinds of hints that leave open what an amount is for: 800万くらいです, 300万じゃなくて350万でした.
OPEN = frozenset({"past", "taken_back", "becoming", "asked"})


def find_budget(reading: Reading, candidates: Sequence[Amount], said: Sequence[Amount], judge: Judge) -> list[Found]:
    """The likeliest of the candidates among all amounts, or the one that replaces it: 800万じゃなくて900万."""
    if not candidates:
        return []
    views = look_at(reading, sentence_vector(reading.normal.text), candidates, said)
    judged = [(judge.probability(view), amount) for view, amount in zip(views, candidates, strict=True)]
    likely, likeliest = max(judged, key=lambda one: one[0])
    if likely <= LIKELY:
        return []
    amount = _replaced(reading.normal.text, judged, likeliest)
    return [Found(BUDGET, amount.yen, amount.start, amount.end, _sure(reading.normal.text, likely))]


def look_at(reading: Reading, sentence: Floats, candidates: Sequence[Amount], said: Sequence[Amount]) -> list[Seen]:
    """What there is to see of each candidate; `sentence` is the vector of the text."""
    found = hints(reading.normal.text)
    return [look(reading, sentence, found, said, amount) for amount in candidates]


def without_guesses(found: Sequence[Found], asked: str | None) -> list[Found]:
    """Where another fact was asked for, an amount that stands alone tells that fact."""
    guessed = asked not in (None, BUDGET)
    return [one for one in found if not (guessed and one.entity == BUDGET and one.confidence <= GUESSED)]


def _replaced(text: str, judged: Sequence[tuple[float, Amount]], amount: Amount) -> Amount:
    """The first possible amount behind a mark of correction, else the amount itself."""
    resumed = taken_back(text, amount.end)
    behind = (one for possible, one in judged if resumed is not None and one.start >= resumed and possible >= POSSIBLE)
    return next(behind, amount)


def _sure(text: str, likely: float) -> float:
    """An amount of which nothing tells what it is for is a guess: it may as well answer something else."""
    return GUESSED if OPEN.issuperset(hint.kind for hint in hints(text)) else likely
