"""A figure that comes without a name: what it may stand for, so that it is asked back and never lost."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from desk.domain.wording import yen

_SCALES: Mapping[str, int] = {"億": 10**8, "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 1000}
_PART = re.compile(rf"(\d+(?:\.\d+)?)({'|'.join(_SCALES)})?")
_AROUND = r"(?:えっと|えーと|だいたい|大体|約|たぶん|多分|およそ|全部で|合計|計)?[、\s]*"
_AFTER = (
    r"(?:くらい|ぐらい|ほど|程度|弱|強|前後|以上|以下)?(?:です|だ|かな|になります|でしょうか|と思います)?[。.!！?？\s]*"
)
_MONEY = re.compile(rf"{_AROUND}((?:\d[\d,]*(?:\.\d+)?(?:{'|'.join(_SCALES)})?)+)円?{_AFTER}")
_PEOPLE = re.compile(rf"{_AROUND}(\d[\d,]*)[人名]{_AFTER}")
_YEARS = re.compile(rf"{_AROUND}(\d{{1,3}})年(?:間|目)?{_AFTER}")


@dataclass(frozen=True)
class Figure:
    """A figure as it is read, and the facts that it may be the value of."""

    written: str
    value: int
    facts: Sequence[str]


def unnamed_figure(text: str) -> Figure | None:
    """The figure that a text consists of, when it has a unit but no name: 3000万円です, 12人, 5年."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if match := _PEOPLE.fullmatch(plain):
        return _figure(f"{match[1]}人", match[1], "employees")
    if match := _YEARS.fullmatch(plain):
        return _figure(f"{match[1]}年", match[1], "age_years", "years_in_area")
    match = _MONEY.fullmatch(plain)
    if match is None or not re.search(r"[円万億千]", plain):
        return None
    value = _amount(match[1])
    return Figure(yen(value), value, ("capital_yen", "budget_yen"))


def figure_beside(text: str, named: Collection[str]) -> Figure | None:
    """A sum that is a sentence of its own beside others, when none of the facts `named` in the text can be it."""
    sentences = [each for each in re.split(r"[。！!\n]", text) if each.strip()]
    found = [figure for each in sentences if (figure := unnamed_figure(each)) and "budget_yen" in figure.facts]
    return found[0] if len(sentences) > 1 and found and not {*found[0].facts} & {*named} else None


def _figure(written: str, digits: str, *facts: str) -> Figure:
    return Figure(written, int(digits.replace(",", "")), facts)


def _amount(written: str) -> int:
    parts = _PART.findall(written.replace(",", ""))
    return round(sum(float(number) * _SCALES.get(scale, 1) for number, scale in parts))
