"""Facts as staff type them into a form: from what stands in the fields to raw answers in the shapes of the API."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from desk.domain.facts import FACTS, FactSpec, Kind

YES, NO = "yes", "no"
_SEPARATORS = re.compile(r"[、,\s]+")
_UNITS = {"億": 10**8, "万": 10**4, "千": 10**3, "百": 10**2}
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)([億万千百]*)")


def raw_facts_of(fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The facts that were filled in; what was left empty is not known and left out."""
    written = {name: [value.strip() for value in fields.get(name, ()) if value.strip()] for name in FACTS}
    return {name: _raw(FACTS[name], values) for name, values in written.items() if values}


def _raw(spec: FactSpec, values: Sequence[str]) -> Any:
    match spec.kind:
        case Kind.CHOICES:
            return list(values)
        case Kind.PLACES:
            return [each for each in _SEPARATORS.split(values[0]) if each]
        case Kind.FLAG:
            return values[0] == YES
        case Kind.WHOLE | Kind.NUMBER:
            return _number(values[0])
    return values[0]


def _number(written: str) -> int | float | str:
    """3,000万円 → 30000000; what is no number stays as it is, for the vocabulary to refuse."""
    plain = unicodedata.normalize("NFKC", written).replace(",", "").rstrip("円人名年 ")
    parts = list(_AMOUNT.finditer(plain))
    if not parts or "".join(part.group() for part in parts) != plain:
        return written
    total = sum(float(part[1]) * _factor(part[2]) for part in parts)
    return int(total) if total == int(total) else total


def _factor(units: str) -> int:
    factor = 1
    for unit in units:
        factor *= _UNITS[unit]
    return factor
