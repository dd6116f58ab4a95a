"""Of the places that a text names, those that are none of their own: the rest of an address, and what a person takes back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.entities.found import Found

SHORT_FORM = 0.9  # how plainly a name without 区, 市, 町 or 村 tells a municipality
CORRECTED = re.compile(
    r"^(?:民?(?:じゃなく|ちゃう[でよわ]|やのうて|やなくて|ではなく|でなく|じゃない|ではない|じゃありません|ではありません)|の[^。、]{1,6}を[^。、]{1,6}に(?:移|引っ越|集約)|から[^。、]{0,8}(?:移|引っ越|引越)|→|->|は間違い)"
)
ADDRESS = re.compile(r"^[一-龥ァ-ヶ]{0,6}$")
LARGER = re.compile(r"^の?$")


def without_addresses(found: Sequence[Found], text: str) -> list[Found]:
    """Neither what a person takes back, nor the rest of an address, nor the region before a town: 新潟の燕市."""
    kept: list[Found] = []
    for one in found:
        if CORRECTED.match(text[one.end : one.end + 14]):
            continue
        between = text[kept[-1].end : one.start] if kept else None
        if between is not None and _of_an_address(one, kept[-1], between):
            continue
        if between is not None and LARGER.match(between) and kept[-1].confidence <= SHORT_FORM:
            kept.pop()
        kept.append(one)
    return kept


def _of_an_address(one: Found, before: Found, between: str) -> bool:
    """町 and 村 behind a municipality, a neighbourhood's name, a city's ward: 千代田区神田小川町, さいたま市大手町, さいたまの北区."""
    if one.confidence < SHORT_FORM:
        return before.confidence > SHORT_FORM and LARGER.match(between) is not None
    if str(one.value).endswith("区") and str(before.value).endswith("市"):
        return LARGER.match(between) is not None
    return bool(ADDRESS.match(between)) and str(one.value).endswith(("町", "村"))
