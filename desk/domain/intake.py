"""Checks raw answers against the fact vocabulary and turns them into `Facts`; errors name the field."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desk.domain.areas import Areas, UnknownPlace
from desk.domain.facts import FACTS, FactSpec, Kind
from desk.domain.situation import Facts, Value

OLDEST_FOUNDING_YEAR = 578
LONGEST_TEXT = 500
LONGEST_LIST = 200
Number = TypeVar("Number", int, float)


@dataclass(frozen=True)
class FactError:
    """One answer that cannot be: the fact's name and a Japanese sentence that says what would do."""

    fact: str
    message: str


class InvalidFacts(ValueError):
    """Answers outside the vocabulary; `errors` lists every one of them."""

    def __init__(self, errors: Iterable[FactError]) -> None:
        self.errors = tuple(errors)
        super().__init__("; ".join(f"{error.fact}: {error.message}" for error in self.errors))


def read_facts(raw: Mapping[str, object], areas: Areas, today: date) -> Facts:
    """The facts of a JSON object; null means asked and not known. Raises `InvalidFacts` with all errors at once."""
    values: dict[str, Value] = {}
    errors: list[FactError] = []
    for name, value in raw.items():
        try:
            if value is not None:
                values[name] = read_fact(name, value, areas, today)
            elif name not in FACTS:
                raise _unknown_name(name)
        except InvalidFacts as invalid:
            errors.extend(invalid.errors)
    errors.extend(_contradictions(values, today))
    if errors:
        raise InvalidFacts(errors)
    return Facts(values, today, unsure=frozenset(name for name, value in raw.items() if value is None))


def read_fact(name: str, raw: object, areas: Areas, today: date) -> Value:
    """One answer in the shape of its fact. Raises `InvalidFacts`."""
    spec = FACTS.get(name)
    if spec is None:
        raise _unknown_name(name)
    try:
        return _READERS[spec.kind](spec, raw, areas, today)
    except (UnknownPlace, _Refused) as refused:
        raise InvalidFacts([FactError(name, str(refused))]) from refused


class _Refused(ValueError):
    pass


def _unknown_name(name: str) -> InvalidFacts:
    return InvalidFacts([FactError(name, "この名前の項目はありません")])


def _text(spec: FactSpec, raw: object, *_: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise _Refused(f"{spec.label}は文字で入力してください")
    if len(raw) > LONGEST_TEXT:
        raise _Refused(f"{spec.label}は{LONGEST_TEXT}字以内で入力してください")
    return raw.strip()


def _place(spec: FactSpec, raw: object, areas: Areas, today: date) -> str:
    return areas.resolve(_text(spec, raw))


def _places(spec: FactSpec, raw: object, areas: Areas, today: date) -> frozenset[str]:
    return frozenset(_place(spec, each, areas, today) for each in _items(spec, raw))


def _choice(spec: FactSpec, raw: object, *_: object) -> str:
    if not isinstance(raw, str) or raw not in spec.values:
        raise _Refused(f"{spec.label}は {' / '.join(spec.values)} のどれかで指定してください")
    return raw


def _choices(spec: FactSpec, raw: object, *_: object) -> frozenset[str]:
    return frozenset(_choice(spec, each) for each in _items(spec, raw))


def _items(spec: FactSpec, raw: object) -> Iterable[object]:
    if not isinstance(raw, list | tuple | set | frozenset):
        raise _Refused(f"{spec.label}は一覧（配列）で指定してください")
    if len(raw) > LONGEST_LIST:
        raise _Refused(f"{spec.label}は{LONGEST_LIST}件以内で指定してください")
    return raw


def _flag(spec: FactSpec, raw: object, *_: object) -> bool:
    if not isinstance(raw, bool):
        raise _Refused(f"{spec.label}は true か false で指定してください")
    return raw


def _whole(spec: FactSpec, raw: object, areas: Areas, today: date) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int):
        raise _Refused(f"{spec.label}は整数で指定してください")
    return _founding_year(raw, today) if spec.name == "founded_year" else _bounded(spec, raw)


def _number(spec: FactSpec, raw: object, *_: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise _Refused(f"{spec.label}は数で指定してください")
    return _bounded(spec, raw)


def _bounded(spec: FactSpec, value: Number) -> Number:
    if not 0 <= value <= spec.highest:
        raise _Refused(f"{spec.label}は0以上{spec.highest:,}以下で指定してください")
    return value


def _founding_year(year: int, today: date) -> int:
    if not OLDEST_FOUNDING_YEAR <= year <= today.year:
        raise _Refused(f"設立・開業の年は{today.year}年までの西暦で指定してください")
    return year


def _day(spec: FactSpec, raw: object, *_: object) -> date:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(_text(spec, raw))
    except ValueError as error:
        raise _Refused(f"{spec.label}は2026-12-01のような日付で指定してください") from error


def _contradictions(values: Mapping[str, Value], today: date) -> Iterable[FactError]:
    year, age = values.get("founded_year"), values.get("age_years")
    if isinstance(year, int) and isinstance(age, int | float) and not -1 <= today.year - year - age <= 1:
        yield FactError("age_years", f"設立からの年数が設立年（{year}年）と合いません。どちらか一方にしてください")


_READERS: Mapping[Kind, Callable[[FactSpec, object, Areas, date], Value]] = {
    Kind.PLACE: _place,
    Kind.PLACES: _places,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.FLAG: _flag,
    Kind.TEXT: _text,
    Kind.DATE: _day,
}
