"""Cuts a text where a new thought begins, so that a word gives meaning only to the number beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Pattern

SENTENCE = re.compile(r"[。!?！？\n]")
BORDER = re.compile(r"[。!?！？\n;；]|(?<![0-9])[,、](?![0-9])|[,、](?=[^0-9])|/(?![0-9])")


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the clause around a span."""
    return _between(BORDER, text, start, end)


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence around a span."""
    return _between(SENTENCE, text, start, end)


def _between(border: Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    left, right = 0, len(text)
    for match in border.finditer(text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def last_cue(text: str, cue: Pattern[str], left: int, right: int) -> int | None:
    """Where the last match of `cue` between `left` and `right` ends."""
    found: int | None = None
    for match in cue.finditer(text, left, right):
        found = match.end()
    return found


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """All clauses from left to right."""
    left = 0
    for match in BORDER.finditer(text):
        if match.start() > left:
            yield left, match.start()
        left = match.end()
    if left < len(text):
        yield left, len(text)
