"""How cases are found by words: text and question in one normal form, cut into pieces of three characters.

Japanese has no spaces to cut at, so every place of a text is a piece of its own: 補助金の → 補助金, 助金の, 金の, の.
A word of one or two characters is the beginning of such a piece, one of three is a piece, a longer one is several.
"""

import re
import unicodedata
from itertools import product

PIECE = 3
#: more words than this only make a search slower
MOST_WORDS = 8
#: and so do more spellings of one word
MOST_SPELLINGS = 4
#: of longer texts only the beginning is found: PostgreSQL stores no index entry above a megabyte
LONGEST_TEXT = 50_000
#: a loan word of fewer sounds keeps its last long vowel in every spelling: キー, エラー
FEWEST_SOUNDS = 3
_SPACE = re.compile(r"\s+")
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_KANA = {ord(katakana): ord(katakana) - 0x60 for katakana in "".join(map(chr, range(0x30A1, 0x30F7))) + "ヽヾ"}
#: voiced marks that stand by themselves, as ones that join the letter before them
_MARKS = str.maketrans({"゛": "\u3099", "゜": "\u309a"})
#: dashes that people type in place of a long vowel, not those of numbers and between other words
_DASH = re.compile(r"(?<=[ァ-ヺー])[-‐‑–—―−─](?![-‐‑–—―−─a-z0-9])")
_LOAN_WORD = re.compile(r"([ァ-ヺー]+)")
_HALF_SOUNDS = frozenset("ァィゥェォャュョヮ")
#: a word in the spellings that it may have in a text
Word = tuple[str, ...]


def normal(text: str) -> str:
    """One form for full and half width, the two kana, capitals and small letters, and any white space."""
    return _width(text).translate(_KANA)


def words_in(question: str) -> list[Word]:
    """The words of a search, each of which must be found in one of its spellings."""
    return list(dict.fromkeys(map(_spellings, _width(question).split())))[:MOST_WORDS]


def pieces(text: str) -> set[str]:
    """All pieces of a text in its normal form; at the end of a word shorter ones."""
    return {word[place : place + PIECE] for word in text.split() for place in range(len(word))}


def pieces_of_word(word: str) -> set[str]:
    """The pieces that a text with this word of three characters or more is bound to have."""
    return {word[place : place + PIECE] for place in range(len(word) - PIECE + 1)}


def _width(text: str) -> str:
    folded = _UNSTORABLE.sub(" ", text).translate(_MARKS)
    return _SPACE.sub(" ", _DASH.sub("ー", unicodedata.normalize("NFKC", folded).casefold())).strip()


def _spellings(word: str) -> Word:
    """With and without the long vowel at the end of a loan word: サーバー管理, サーバ管理.

    At the end of what is looked for, the word without it finds both.
    """
    parts = _LOAN_WORD.split(word)
    last = len(parts) - 1 if parts[-1] else len(parts) - 2
    ways = [_ways(part, place == last) if place % 2 else [part] for place, part in enumerate(parts)]
    found = ["".join(way).translate(_KANA) for way in product(*ways)]
    return tuple(dict.fromkeys(found))[:MOST_SPELLINGS]


def _ways(loan: str, is_last: bool) -> list[str]:
    stem = loan.removesuffix("ー")
    if sum(sound not in _HALF_SOUNDS for sound in stem) < FEWEST_SOUNDS:
        return [loan]
    return [stem] if is_last else [loan, stem if stem != loan else f"{loan}ー"]
