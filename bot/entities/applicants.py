"""applicant_type: what form the person's firm has, or that there is none yet."""

from __future__ import annotations

from bot.entities.corrections import taken_back
from bot.entities.found import Found
from bot.entities.lexicon import choices
from bot.entities.own import APPLICANT, Own, likeliest
from bot.text.reader import Reading

PLAIN, LOOSE = 0.9, 0.8
SURE = 0.7  # least likelihood of a form: F1 is that of 0.5, inventions are half as many; in doubt the desk asks


def find_applicant(reading: Reading, own: Own) -> list[Found]:
    """The form that is most likely the person's, or the one that replaces it."""
    lower = reading.normal.lower
    candidates = applicant_candidates(lower)
    judged = own.judged(reading, candidates)
    best = likeliest(judged, SURE)
    if best is None:
        return []
    resumed = taken_back(lower, best.end)
    later = [one for one in judged if resumed is not None and one.start >= resumed and one.confidence > SURE]
    return [max(later, key=lambda one: one.confidence, default=best)]


def applicant_candidates(lower: str) -> list[Found]:
    """Everything that names a form or a plan to found, from left to right, whoever's it is."""
    found = {
        (value, *match.span()): Found(APPLICANT, value, *match.span(), sure)
        for name, sure in (("applicant_words", LOOSE), (APPLICANT, PLAIN))
        for value, pattern in choices(name)
        for match in pattern.finditer(lower)
    }
    return sorted(found.values(), key=lambda one: (one.start, one.end))
