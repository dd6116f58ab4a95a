"""company_name: names that carry the form of a company, before or behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.found import Found
from bot.text.reader import Reading, Word

FORM = re.compile(r"株式会社|有限会社|合同会社|合資会社|合名会社|\((?:株|有|同)\)")
IN_A_NAME = ("名詞-普通名詞", "名詞-固有名詞", "接頭辞", "接尾辞", "記号", "名詞-数詞")
LONGEST = 6  # words of a name beside its form


def find_companies(reading: Reading) -> list[Found]:
    """Names as the person wrote them; a form without a name beside it is none."""
    found = [_around(reading, match) for match in FORM.finditer(reading.normal.text)]
    return [one for one in found if one is not None]


def _around(reading: Reading, form: re.Match[str]) -> Found | None:
    after = [word for word in reading.words if word.start >= form.end()]
    before = [word for word in reading.words if word.end <= form.start()]
    behind, ahead = _run(after, form.end()), _run(before[::-1], form.start())
    if behind:
        return _named(reading, form.start(), behind[-1].end)
    return _named(reading, ahead[-1].start, form.end()) if ahead else None


def _run(words: Sequence[Word], edge: int) -> list[Word]:
    """The words of a name that begin at `edge`, without gaps."""
    run: list[Word] = []
    for word in words[:LONGEST]:
        if not word.tag.startswith(IN_A_NAME) or edge not in (word.start, word.end):
            break
        run.append(word)
        edge = word.end if edge == word.start else word.start
    return run


def _named(reading: Reading, start: int, end: int) -> Found:
    first, last = reading.normal.span(start, end)
    return Found("company_name", reading.normal.original[first:last], start, end, 0.8)
