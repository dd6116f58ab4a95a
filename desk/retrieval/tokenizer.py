"""Cuts Japanese text into short content words (Sudachi, mode A), each in its normalised spelling."""

import threading
import unicodedata
from functools import lru_cache

from sudachipy import Dictionary, Morpheme, SplitMode, Tokenizer

#: longer texts are cut; Sudachi refuses texts beyond 49,149 bytes of UTF-8
LONGEST = 4_000
CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "接尾辞"})
#: words that say how one asks, not what about
EMPTY = frozenset(
    {
        "為る",
        "有る",
        "居る",
        "成る",
        "事",
        "物",
        "何",
        "何れ",
        "何処",
        "どう",
        "如何",
        "こう",
        "そう",
        "良い",
        "出来る",
        "言う",
        "教える",
        "知る",
        "分かる",
        "聞く",
        "下さる",
        "頂く",
        "貰う",
        "呉れる",
        "遣る",
        "様",
        "其れ",
        "此れ",
        "此処",
        "どんな",
        "そんな",
        "の",
        "ん",
        "場合",
        "方",
        "時",
        "所",
        "為",
        "御",
    }
)
_lock = threading.Lock()


def words(text: str) -> list[str]:
    """The content words of a text in their order, repeated ones repeated."""
    plain = unicodedata.normalize("NFKC", text)[:LONGEST]
    with _lock:
        return [
            morpheme.normalized_form().casefold()
            for morpheme in _tokenizer().tokenize(plain)
            if _says_something(morpheme)
        ]


def _says_something(morpheme: Morpheme) -> bool:
    return morpheme.part_of_speech()[0] in CONTENT and morpheme.normalized_form() not in EMPTY


@lru_cache(maxsize=1)
def _tokenizer() -> Tokenizer:
    """One for the process, used under the lock: it isn't made for several threads."""
    return Dictionary(dict="core").tokenizer(mode=SplitMode.A)
