"""Which of those shown is meant by its place: 二番目, 3つ目, 最初の, 最後の."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

_FIGURES: Mapping[str, int] = {figure: number for number, figure in enumerate("一二三四五六七八九", 1)}
_PLACE = re.compile(
    r"([1-9一二三四五六七八九])(?:つ目|つめ|番目|番め|個目|件目)|(最初|一番上|いちばん上|トップ)の|(最後|一番下|いちばん下)の"
)


def places(text: str, count: int) -> tuple[int, ...]:
    """The places named in a text, from 0, in the order of the text; those beyond the `count` shown are left out."""
    named = dict.fromkeys(_places(unicodedata.normalize("NFKC", text), count))
    return tuple(place for place in named if 0 <= place < count)


def _places(text: str, count: int) -> Iterator[int]:
    for figure, first, _ in _PLACE.findall(text):
        if figure:
            yield (_FIGURES.get(figure) or int(figure)) - 1
        else:
            yield 0 if first else count - 1
