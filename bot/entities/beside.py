"""The words and letters on both sides of something that was said, as named signs; amounts and other facts are judged by them."""

from __future__ import annotations

from collections.abc import Sequence

Signs = dict[str, float]
SAME, BEGIN, END = "<same>", "<begin>", "<end>"  # another of its kind, and the borders of the text
FAR, NEAR = 14, 5  # words
FARTHER, ANYWHERE = 0.6, 0.5  # how much a word counts that is not near, and that stands on either side
LETTERS, LETTER_WEIGHT = range(1, 7), 0.7
THOUGHTS = frozenset("。!?、,/・")


def words_beside(before: Sequence[str], after: Sequence[str]) -> Signs:
    """Normal forms on both sides, the nearest first."""
    signs = dict.fromkeys((f"in {name}" for name in {*before, *after}), ANYWHERE)
    signs[f"between {_first(before, BEGIN)} {_first(after, END)}"] = 1.0
    return signs | _on_one_side("before", before, BEGIN) | _on_one_side("after", after, END)


def letters_beside(text: str, start: int, end: int) -> Signs:
    """The letters that touch it: endings, typing errors and dialect are none of Sudachi's words."""
    pieces = {f"letters {text[end : end + size]}" for size in LETTERS}
    pieces |= {f"{text[max(0, start - size) : start]} letters" for size in LETTERS}
    return dict.fromkeys(pieces, LETTER_WEIGHT)


def _on_one_side(side: str, names: Sequence[str], border: str) -> Signs:
    """The two nearest words by their place, the others by whether a border or another of its kind stands between."""
    first, second = _first(names, border), _first(names[1:], border)
    signs = {f"{side} 1 {first}": 1.0, f"{side} 2 {second}": 1.0, f"{side} 1-2 {first} {second}": 1.0}
    crossed = beyond = ""
    for place, name in enumerate(names[:FAR]):
        if name in THOUGHTS:
            crossed = " border"
        elif name == SAME:
            beyond = " same"
        else:
            signs.setdefault(f"{side}{crossed}{beyond} {name}", 1.0 if place < NEAR else FARTHER)
    return signs


def _first(names: Sequence[str], border: str) -> str:
    return names[0] if names else border
