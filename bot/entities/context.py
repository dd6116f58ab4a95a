"""What stands around a candidate for a fact, as named signs for the judgement whether it tells of the person's own firm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.entities.beside import SAME, Signs, letters_beside, words_beside
from bot.entities.clauses import clause_of, sentence_of
from bot.entities.found import Found, overlaps
from bot.entities.lexicon import choices
from bot.text.reader import Reading, Word

PLACE, NOTHING = "<place>", "nothing"
OWNERS = frozenset(("self", "kin", "acquaintance", "other_firm"))
TOPIC = frozenset("はが")
CLOSE = 8  # characters
FIGURE = re.compile(r"[0-9][0-9,.]*|[一二三四五六七八九十百千〇]+")


@dataclass(frozen=True)
class Cue:
    """A word of one kind of a list like bot/lexicon/fact_cues.yml, and where it stands."""

    kind: str
    start: int
    end: int


def signs(reading: Reading, candidates: Sequence[Found], lists: Sequence[str] = ("fact_cues",)) -> list[Signs]:
    """Of each of the candidates for one fact, which stand from left to right; `lists` hold the cues."""
    lower = reading.normal.lower
    names = _names(reading.words, candidates)
    kinds = [kind for name in lists for kind in choices(name)]
    cues = [Cue(kind, *match.span()) for kind, pattern in kinds for match in pattern.finditer(lower)]
    return [
        _words(names, one)
        | letters_beside(lower, one.start, one.end)
        | dict.fromkeys(_cues(lower, cues, candidates, one), 1.0)
        | dict.fromkeys(_spoken_of(reading.words, cues, one), 1.0)
        | _itself(lower, one)
        | _among(candidates, one)
        for one in candidates
    ]


def _names(words: Sequence[Word], candidates: Sequence[Found]) -> list[tuple[str, int, int]]:
    """Normal forms without figures and names of places; the words of a candidate that holds no other become one mark."""
    spans = [(one.start, one.end) for one in candidates if not any(_within(other, one) for other in candidates)]
    named = [
        (SAME if any(start <= word.start < end for start, end in spans) else _plain(word), word.start, word.end)
        for word in words
    ]
    return named[:1] + [two for one, two in pairwise(named) if not (one[0] == two[0] == SAME)]


def _plain(word: Word) -> str:
    return PLACE if "地名" in word.tag else FIGURE.sub("0", word.norm.lower())


def _words(names: Sequence[tuple[str, int, int]], one: Found) -> Signs:
    before = [name for name, _, end in names if end <= one.start][::-1]
    return words_beside(before, [name for name, start, _ in names if start >= one.end])


def _cues(lower: str, cues: Sequence[Cue], candidates: Sequence[Found], one: Found) -> Iterator[str]:
    """Each kind by where it stands, and the nearest on both sides; behind another candidate it belongs to that."""
    first = max((other.end for other in candidates if other.end <= one.start), default=0)
    last = min((other.start for other in candidates if other.start >= one.end), default=len(lower))
    clause, sentence = clause_of(lower, one.start, one.end), sentence_of(lower, one.start, one.end)
    before = [cue for cue in cues if cue.end <= one.start]
    after = [cue for cue in cues if cue.start >= one.end]
    yield from (f"text has {cue.kind}" for cue in cues)
    yield from (f"within {cue.kind}" for cue in cues if one.start <= cue.start < one.end)
    yield from (f"sentence before {cue.kind}" for cue in before if cue.start >= sentence[0])
    yield from (f"sentence after {cue.kind}" for cue in after if cue.end <= sentence[1])
    before, after = [cue for cue in before if cue.start >= first], [cue for cue in after if cue.start <= last]
    yield from (f"clause before {cue.kind}" for cue in before if cue.start >= clause[0])
    yield from (f"clause after {cue.kind}" for cue in after if cue.end <= clause[1])
    yield from (f"close before {cue.kind}" for cue in before if cue.start >= max(clause[0], one.start - CLOSE))
    yield from (f"close after {cue.kind}" for cue in after if cue.end <= min(clause[1], one.end + CLOSE))
    yield "nearest before " + max(((cue.end, cue.kind) for cue in before), default=(0, NOTHING))[1]
    yield "nearest after " + min(((cue.start, cue.kind) for cue in after), default=(0, NOTHING))[1]


def _spoken_of(words: Sequence[Word], cues: Sequence[Cue], one: Found) -> Iterator[str]:
    """Who was named last before it, however far, and the last word before は: 弟は解体屋で、従業員は20人."""
    who = [cue for cue in cues if cue.kind in OWNERS and cue.end <= one.start]
    last = max(who, key=lambda cue: cue.end).kind if who else NOTHING
    yield f"spoken of {last}"
    yield from (f"{kind} named" for kind in {cue.kind for cue in who})
    topics = [word for word, after in pairwise(words) if after.surface in TOPIC and after.end <= one.start]
    yield f"topic {_plain(topics[-1]) if topics else NOTHING}"


def _itself(lower: str, one: Found) -> Signs:
    """Its value where it is a word, how large it is where it is a figure, and how plainly it stands there."""
    said = FIGURE.sub("0", lower[one.start : one.end])
    value = one.value if isinstance(one.value, str) else f"of {len(str(int(float(one.value))))} digits"  # type: ignore[arg-type]
    return {f"said {said}": 1.0, f"ends {said[-1:]}": 1.0, f"value {value}": 1.0, f"plain {one.confidence}": 1.0}


def _within(one: Found, other: Found) -> bool:
    """Whether a count is a part of another, which may begin behind it: 3人 of 3人と私."""
    if isinstance(one.value, str):
        return False
    return other.start <= one.end <= other.end and one.end - one.start < other.end - other.start


def _among(candidates: Sequence[Found], one: Found) -> Signs:
    """Its place among the others: first, last, largest, their sum."""
    others = [other.value for other in candidates if other is not one]
    signs = {f"others {min(len(others), 3)}": 1.0}
    if others:
        signs["first"] = float(one is candidates[0])
        signs["last"] = float(one is candidates[-1])
        signs |= {f"{one.value} beside {other}": 1.0 for other in others if isinstance(other, str)}
    signs["in a sum"] = float(any(_within(one, other) for other in candidates))
    signs["of parts"] = float(any(_within(other, one) for other in candidates))
    signs["twice"] = float(
        any(other.value == one.value and not overlaps(one, other) for other in candidates if other is not one)
    )
    figures = [other for other in others if not isinstance(other, (str, list))]
    if figures and not isinstance(one.value, (str, list)):
        signs["largest"] = float(one.value >= max(figures))
        signs["sum"] = float(len(figures) > 1 and one.value == sum(figures))
    return signs
