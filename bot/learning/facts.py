"""Learns from bot/examples/ which figures, years, places and forms are the person's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.entities import people
from bot.entities.ages import age_candidates
from bot.entities.applicants import applicant_candidates
from bot.entities.found import Found
from bot.entities.founding import year_candidates
from bot.entities.own import APPLICANT, Own, looked_at, question
from bot.entities.places import Places
from bot.learning.encoder import remember, sentence_vectors
from bot.learning.examples import FORMS, HARD, INBOX, examples
from bot.learning.judge import Judge
from bot.learning.rows import Rows, Seen
from bot.text.normal import normalise
from bot.text.reader import Reading, reader

HARD_ONES = "facts*.yml"
ALL = ("employees", "founded_year", "age_years", "area", APPLICANT)
#: files, the weight of a sentence there, and the facts that are learned from it
LESSONS = ((INBOX, 1.0, ALL), (FORMS, 1.0, (APPLICANT,)), (HARD_ONES, HARD, ALL))
WRITTEN = date(2026, 11, 22)  # the day on which 去年 meant 2025 in the examples
SAME = 0.06  # years between ages that are the same
Facts = Mapping[str, Any]


def learn_own(places: Places, told: Mapping[str, Facts] | None = None) -> Own:
    """The judgements that these sentences teach, or all that there are; each stands with its facts."""
    lessons = [(told, 1.0, ALL)] if told is not None else [(examples(files), *how) for files, *how in LESSONS]
    rows: dict[str, list[tuple[Seen, bool, float]]] = defaultdict(list)
    for sentences, weight, learned in lessons:
        _encode_those_with_forms(sentences)
        for text, facts in sentences.items():
            reading = reader().read(text)
            for found in candidates(reading, places):
                taught = [one for one in found if one.entity in learned]
                for one, seen in zip(taught, looked_at(reading, taught), strict=True):
                    rows[question(one)].append((seen, _is_told(one, facts.get(one.entity)), weight))
    return Own({name: _judge(examined) for name, examined in rows.items()})


def candidates(reading: Reading, places: Places) -> Iterator[Sequence[Found]]:
    """The candidates for each fact."""
    yield people.candidates(reading.normal.text)
    yield year_candidates(reading, WRITTEN)
    yield age_candidates(reading)
    yield places.find(reading.normal.text, reading.words)
    yield applicant_candidates(reading.normal.lower)


def _encode_those_with_forms(texts: Iterable[str]) -> None:
    """All at once, which takes a third of the time that one after the other takes."""
    normal = [text.text for text in map(normalise, texts) if applicant_candidates(text.lower)]
    remember(normal, sentence_vectors(normal))


def _judge(examined: Sequence[tuple[Seen, bool, float]]) -> Judge:
    seen, told, weights = zip(*examined, strict=True)
    return Judge.fit(Rows.of(seen), told, weights)


def _is_told(one: Found, told: Any) -> bool:
    values = told if isinstance(told, list) else [told]
    if isinstance(one.value, str):
        return one.value in values
    return any(value is not None and abs(value - one.value) < SAME for value in values)
