"""Facts as staff write them into a form: one text, or several ticks, in the shape that the vocabulary asks for."""

import unicodedata
from collections.abc import Sequence

from desk.domain.facts import FactSpec, Kind

YES, NO = "yes", "no"
_LISTS = (Kind.CHOICES, Kind.PLACES)


def raw_of(spec: FactSpec, written: Sequence[str]) -> object:
    """What was written for a fact, as `read_fact` takes it; None when nothing was. Judges nothing."""
    given = [each.strip() for each in written if each.strip()]
    if not given:
        return None
    if spec.kind in _LISTS:
        return [part for each in given for part in _parts(spec, each)]
    if spec.kind is Kind.FLAG:
        return {YES: True, NO: False}.get(given[0], given[0])
    return _number(given[0]) if spec.numeric else given[0]


def _parts(spec: FactSpec, text: str) -> list[str]:
    """Places are written one after the other; ticks come one by one."""
    if spec.kind is Kind.CHOICES:
        return [text]
    return [part for part in text.replace("，", "、").replace(",", "、").replace(" ", "、").split("、") if part]


def _number(text: str) -> int | float | str:
    """Digits in any width, with or without commas; anything else stays, for the vocabulary to refuse."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    for kind in (int, float):
        try:
            return kind(plain)
        except ValueError:
            continue
    return text
