"""What stands around a mention of a trade, as named signs for the judgement whose trade it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.entities.corrections import taken_back
from bot.entities.frames import frame
from bot.entities.industries import DEED, Mention
from bot.entities.lexicon import read
from bot.text.reader import Reading, Word

DIGITS = re.compile(r"[0-9]+")
SENTENCE_END, CLAUSE_END = re.compile(r"[。?!\n]"), re.compile(r"[、,。?!\n]")
OBJECT = re.compile(r"^.*[をがの]")
NEAR, AFTER, BEFORE, GAP = 12, 8, 6, 3  # characters
NEXT, PREVIOUS, BEHIND, AHEAD, LAST = 4, 3, 14, 10, 3  # words
LONG, STEP = 6, 12  # characters of a text count in steps
Signs = dict[str, float]


@dataclass(frozen=True)
class Setting:
    """A text with all its mentions, and for each trade how likely the whole text tells it."""

    reading: Reading
    mentions: Sequence[Mention]
    likely: dict[str, float]

    @property
    def lower(self) -> str:
        """The text in normal form."""
        return self.reading.normal.lower

    @cached_property
    def words(self) -> list[tuple[Word, str]]:
        """The words, and their normal forms without figures."""
        return [(word, DIGITS.sub("0", word.norm)) for word in self.reading.words]

    @cached_property
    def cues(self) -> list[tuple[str, int]]:
        """The groups of cues, and where one of each stands."""
        return [(group, match.start()) for group, pattern in _groups() for match in pattern.finditer(self.lower)]

    @cached_property
    def sentences(self) -> list[int]:
        """Where sentences end."""
        return [match.start() for match in SENTENCE_END.finditer(self.lower)]

    @cached_property
    def clauses(self) -> list[int]:
        """Where clauses end."""
        return [match.start() for match in CLAUSE_END.finditer(self.lower)]


def signs(mention: Mention, setting: Setting) -> Signs:
    """Every sign there is, by name."""
    asked = (_itself, _frame, _letters, _words, _cues, _others, _place, _whole)
    return dict.fromkeys((name for ask in asked for name in ask(mention, setting)), 1.0)


def _itself(mention: Mention, setting: Setting) -> Iterator[str]:
    word = setting.lower[mention.start : mention.end]
    yield f"word {word}"
    yield f"trade {mention.trade}"
    yield f"kind {mention.kind} {mention.clear}"
    yield from (f"ends in {word[-1:]}", f"ends in {word[-2:]}", f"begins with {word[:2]}")
    if mention.kind == DEED:
        yield f"deed {OBJECT.sub('', word)}"


def _frame(mention: Mention, setting: Setting) -> Iterator[str]:
    """うちは…です, …の者ですが: what it is said of, what is said of it, and both together."""
    before, after = frame(setting.lower, mention.start, mention.end)
    yield f"framed {before}"
    yield f"framing {after}"
    yield f"frame {before} {after}"
    yield f"frame {before} {after} {mention.kind}"
    yield f"framing {after} {setting.lower.rstrip()[-1:] == '?'}"


def _letters(mention: Mention, setting: Setting) -> Iterator[str]:
    """The letters that touch it: endings, typing errors and dialect are none of Sudachi's words."""
    after = DIGITS.sub("0", setting.lower[mention.end : mention.end + NEAR]) + "$"
    before = "^" + DIGITS.sub("0", setting.lower[max(0, mention.start - NEAR) : mention.start])
    yield from (f"letters {after[:size]}" for size in range(1, AFTER + 1))
    yield from (f"{before[-size:]} letters" for size in range(1, BEFORE + 1))


def _words(mention: Mention, setting: Setting) -> Iterator[str]:
    """The words of its sentence by their distance, and how the text ends."""
    left, right = _around(setting.sentences, mention, setting)
    behind = [norm for word, norm in setting.words if mention.end <= word.start < right]
    ahead = [norm for word, norm in setting.words if left <= word.start and word.end <= mention.start][::-1]
    yield from (f"next {place} {norm}" for place, norm in enumerate(behind[:NEXT]))
    yield from (f"next {place} {one} {other}" for place, (one, other) in enumerate(pairwise(behind[:NEXT])))
    yield from (f"previous {place} {norm}" for place, norm in enumerate(ahead[:PREVIOUS]))
    yield from (f"behind {norm}" for norm in behind[:BEHIND])
    yield from (f"ahead {norm}" for norm in ahead[:AHEAD])
    yield from (f"sentence ends {norm}" for norm in behind[-LAST:])
    yield from (f"text ends {norm}" for _, norm in setting.words[-LAST:])


def _cues(mention: Mention, setting: Setting) -> Iterator[str]:
    """Groups of cues by where they stand: near, in the clause, in the sentence; on which side."""
    sentence, clause = _around(setting.sentences, mention, setting), _around(setting.clauses, mention, setting)
    for group, start in setting.cues:
        yield f"text {group}"
        if not mention.start <= start < mention.end:
            side, far = ("behind", start - mention.end) if start >= mention.end else ("ahead", mention.start - start)
            if sentence[0] <= start < sentence[1]:
                yield f"sentence {side} {group}"
                if far <= NEAR:
                    yield f"near {side} {group}"
            if clause[0] <= start < clause[1]:
                yield f"clause {side} {group}"


@lru_cache(maxsize=1)
def _groups() -> list[tuple[str, re.Pattern[str]]]:
    return [(group, re.compile("|".join(map(re.escape, cues)))) for group, cues in read("trade_cues").items()]


def _others(mention: Mention, setting: Setting) -> Iterator[str]:
    """The other mentions: on it, right beside it, elsewhere."""
    others = [other for other in setting.mentions if other is not mention]
    yield f"others {min(len(others), 3)}"
    if all(mention.start <= other.start for other in others):
        yield "first"
    if all(mention.start >= other.start for other in others):
        yield "last"
    for other in others:
        place = _beside(mention, other, setting.lower)
        yield f"{place} {other.kind} {mention.kind}"
        yield f"{place} {other.trade == mention.trade}"
        if other.trade != mention.trade:
            yield f"{place} {other.trade} {mention.trade}"
            yield f"{place} {other.kind} {other.clear} {mention.clear} {other.length > mention.length}"


def _beside(mention: Mention, other: Mention, lower: str) -> str:
    """Where another mention stands; with what is between when that is almost nothing: 半導体|の|商社."""
    if other.overlaps(mention):
        return "on"
    ahead = other.end <= mention.start
    between = lower[other.end : mention.start] if ahead else lower[mention.end : other.start]
    side = "ahead" if ahead else "behind"
    return f"{side} {between}|" if len(between) <= GAP else side


def _place(mention: Mention, setting: Setting) -> Iterator[str]:
    """Where in the text it stands, and what kind of text that is."""
    lower, (left, right) = setting.lower, _around(setting.sentences, mention, setting)
    yield f"length {min(len(lower) // STEP, LONG)}"
    yield f"in the first sentence {left == 0}"
    yield f"in the last sentence {right >= len(lower) - 1}"
    yield f"asks {lower[right : right + 1] == '?' or lower.endswith('か', left, right)}"
    resumed = taken_back(lower, min(other.end for other in setting.mentions))
    if resumed is not None:
        yield f"corrected {mention.start >= resumed}"


def _whole(mention: Mention, setting: Setting) -> Iterator[str]:
    """How likely the whole text tells this trade, or none, in tenths."""
    likely = setting.likely
    best = max(likely, key=lambda trade: likely[trade])
    kind = "guess" if mention.kind == "text" else "mention"
    yield f"whole {kind} {_tenths(likely.get(mention.trade, 0.0))}"
    yield f"none {_tenths(likely.get('', 0.0))}"
    yield f"best {best} {mention.trade}"
    yield f"best {best == mention.trade} {_tenths(likely[best])}"


def _tenths(probability: float) -> int:
    return min(int(probability * 10), 9)


def _around(ends: Sequence[int], mention: Mention, setting: Setting) -> tuple[int, int]:
    """From the last end before the mention to the next one behind it."""
    left = max((end + 1 for end in ends if end < mention.start), default=0)
    return left, min((end for end in ends if end >= mention.end), default=len(setting.lower))
