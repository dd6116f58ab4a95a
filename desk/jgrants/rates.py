"""Reads a free text on the share of the cost, where it can mean one thing only."""

import re
import unicodedata
from fractions import Fraction

_BASE = r"(?:(?:補助|助成)?率|(?:(?:補助|助成)?対象)?経費の?(?:合計額の|総額の)?)?[:は]?"
_SHARE = r"(?:(?P<n>\d{1,2})/(?P<d>\d{1,2})|(?P<jd>\d{1,2})分の(?P<jn>\d{1,2})|(?P<percent>\d{1,3})%)"
_LIMIT = r"\(?(?:以内|以下)?\)?(?:を補助|を助成)?。?"
_ONE_SHARE = re.compile(_BASE + _SHARE + _LIMIT)
#: a share with a larger divisor is a date or a slip
_LARGEST_DIVISOR = 10


def read_rate(text: str) -> Fraction | None:
    """`2/3以内`, `３分の２`, `50%` as a fraction; None for several shares, 定額, 最大… and everything unclear."""
    found = _ONE_SHARE.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", text).replace("\u2044", "/")))
    share = _share(found) if found else None
    return share if share is not None and 0 < share <= 1 else None


def _share(found: re.Match[str]) -> Fraction | None:
    if found["percent"]:
        return Fraction(int(found["percent"]), 100)
    above, below = int(found["n"] or found["jn"]), int(found["d"] or found["jd"])
    return Fraction(above, below) if 0 < below <= _LARGEST_DIVISOR else None
