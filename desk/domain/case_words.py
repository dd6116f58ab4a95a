"""How cases are found by words: text and question in one normal form, cut into pieces of three characters.

Japanese has no spaces to cut at, so every place of a text is a piece of its own: 補助金の → 補助金, 助金の, 金の, の.
A word of one or two characters is the beginning of such a piece, one of three is a piece, a longer one is several.
"""

import re
import unicodedata

PIECE = 3
#: more words than this only make a search slower
MOST_WORDS = 8
#: of longer texts only the beginning is found: PostgreSQL stores no index entry above a megabyte
LONGEST_TEXT = 50_000
_SPACE = re.compile(r"\s+")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def normal(text: str) -> str:
    """One form for full and half width, capitals and small letters, and any white space."""
    folded = unicodedata.normalize("NFKC", _UNSTORABLE.sub(" ", text)).casefold()
    return _SPACE.sub(" ", folded).strip()


def words_in(question: str) -> list[str]:
    """The words of a search, each of which must be found."""
    return list(dict.fromkeys(normal(question).split()))[:MOST_WORDS]


def pieces(text: str) -> set[str]:
    """All pieces of a text in its normal form; at the end of a word shorter ones."""
    return {word[place : place + PIECE] for word in text.split() for place in range(len(word))}


def pieces_of_word(word: str) -> set[str]:
    """The pieces that a text with this word of three characters or more is bound to have."""
    return {word[place : place + PIECE] for place in range(len(word) - PIECE + 1)}
