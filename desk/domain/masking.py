"""Numbers that the desk must not hold, hidden before a message is stored: My Number, payment cards, bank accounts."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum import luhn
from stdnum.jp import in_ as my_number

MASK = "■"
_SEPARATED = r"(?:[\s‐-―−ー-]?\d)"
_TWELVE = re.compile(rf"(?<!\d)\d{_SEPARATED}{{11}}(?!\d)")
_CARD = re.compile(rf"(?<!\d)\d{_SEPARATED}{{13,15}}(?!\d)")
_ACCOUNT = re.compile(r"(?:口座番号|普通|当座)(?:預金|口座)?[\s:：はが]*(?:No\.?)?\s*(\d{6,8})(?!\d)")
_MY_NUMBER_WORDS = re.compile(r"マイナンバー|個人番号")


@dataclass(frozen=True)
class Masked:
    """A text that may be stored, and what was hidden in it: `my_number`, `card`, `bank_account`."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Hide numbers that belong to a person alone. A text without any comes back as it is.

    A twelve-digit number is hidden when its check digit is right, or when the text speaks of My Number at all.
    """
    plain = _digits(text)
    spans = sorted(_spans(plain))
    if not spans:
        return Masked(text, ())
    shown = list(text)
    for start, end, _ in spans:
        shown[start:end] = [MASK if plain[at].isdigit() else text[at] for at in range(start, end)]
    return Masked("".join(shown), tuple(dict.fromkeys(kind for _, _, kind in spans)))


def _spans(plain: str) -> Iterator[tuple[int, int, str]]:
    named = bool(_MY_NUMBER_WORDS.search(plain))
    yield from _found(_TWELVE, plain, "my_number", lambda digits: named or my_number.is_valid(digits))
    yield from _found(_CARD, plain, "card", luhn.is_valid)
    for match in _ACCOUNT.finditer(plain):
        yield match.start(1), match.end(1), "bank_account"


def _found(
    pattern: re.Pattern[str], plain: str, kind: str, belongs: Callable[[str], bool]
) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(plain):
        if belongs(re.sub(r"\D", "", match.group())):
            yield match.start(), match.end(), kind


def _digits(text: str) -> str:
    """The text with digits and letters in their plain form, character by character, so that places stay the same."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
