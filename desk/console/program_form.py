"""The form of a program: its content as fields of a form and back. What cannot be read stays as it was typed, so that
the schema names it and the form shows it again."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

Typed = Mapping[str, str]
#: fields of each repeated part, and how many empty rows a form offers beside those that are filled
PARTS: Mapping[str, tuple[str, ...]] = {
    "calls": ("name", "opens_on", "closes_on", "rolling"),
    "prior_steps": ("kind", "text", "mandatory"),
    "sources": ("title", "url", "checked_on"),
}
TRACK = ("name", "max_yen", "rate")
EMPTY_ROWS = 2
TEXTS = ("name", "operator", "status", "summary", "recurs", "as_of", "confidence")
OPTIONAL = ("status_reason", "successor", "url", "contact")
LINES = ("aliases", "documents", "cautions")
YEN = ("max_yen", "base_yen", "min_yen")
FLAGS = frozenset({"rolling", "mandatory"})
_UNITS = {"億": 100_000_000, "万": 10_000, "": 1}
_AMOUNT = re.compile(r"(?:(?P<oku>\d+(?:\.\d+)?)億)?(?:(?P<man>\d+(?:\.\d+)?)万)?(?P<ones>\d+)?円?")


def rows_of(content: Mapping[str, Any], part: str) -> list[Mapping[str, Any]]:
    """The filled rows of a repeated part, then empty ones."""
    return [*content[part], *({} for _ in range(EMPTY_ROWS))]


def content_from(typed: Typed, before: Mapping[str, Any]) -> dict[str, Any]:
    """The content that a form describes; what the form does not show stays as it was."""
    told: dict[str, Any] = {name: clean(typed.get(name)) for name in TEXTS}
    told |= {name: clean(typed.get(name)) or None for name in OPTIONAL}
    return {
        **before,
        **told,
        **{name: lines(typed.get(name)) for name in LINES},
        **{part: _rows(typed, part, fields) for part, fields in PARTS.items()},
        "amount": _amount(typed, before["amount"]),
    }


def clean(text: str | None) -> str:
    """What was typed without the space around it; a line break is one character."""
    return (text or "").replace("\r\n", "\n").strip()


def lines(text: str | None) -> list[str]:
    """The lines that say something."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def read_yen(text: str | None) -> int | str | None:
    """150万円, 1,500,000 or １５０００００ as a number; what is no amount stays a text."""
    plain = unicodedata.normalize("NFKC", clean(text)).replace(",", "").replace(" ", "")
    found = _AMOUNT.fullmatch(plain)
    if not plain or found is None or not any(found.groups()):
        return clean(text) or None
    parts = zip(found.group("oku", "man", "ones"), _UNITS.values(), strict=True)
    return round(sum(float(number) * unit for number, unit in parts if number))


def read_rate(text: str | None) -> str | None:
    """2/3, 3分の2 or 2/3以内 as a fraction."""
    plain = unicodedata.normalize("NFKC", clean(text)).removesuffix("以内").replace(" ", "")
    spoken = re.fullmatch(r"(\d+)分の(\d+)", plain)
    return (f"{spoken[2]}/{spoken[1]}" if spoken else plain) or None


def _rows(typed: Typed, part: str, fields: Sequence[str]) -> list[dict[str, Any]]:
    rows = []
    for number in range(_count(typed, part)):
        row = {name: _value(typed, f"{part}-{number}-{name}", name) for name in fields}
        if any(value for name, value in row.items() if name not in FLAGS and name != "kind"):
            rows.append(_without_empty(row) if part == "calls" else row)
    return rows


def _without_empty(row: Mapping[str, Any]) -> dict[str, Any]:
    """A call leaves out what it does not have."""
    return {name: value for name, value in row.items() if value or name == "name"}


def _value(typed: Typed, name: str, field: str) -> str | bool | None:
    if field in FLAGS:
        return name in typed
    value = clean(typed.get(name))
    return value if field in ("name", "text", "title", "kind") else value or None


def _amount(typed: Typed, before: Mapping[str, Any]) -> dict[str, Any]:
    tracks = [_track(typed, number, track) for number, track in enumerate([*before["tracks"], {}])]
    return {
        **before,
        **{name: read_yen(typed.get(f"amount-{name}")) for name in YEN},
        "rate": read_rate(typed.get("amount-rate")),
        "text": clean(typed.get("amount-text")) or None,
        "tracks": [track for track in tracks if any(track[name] for name in TRACK)],
    }


def _track(typed: Typed, number: int, before: Mapping[str, Any]) -> dict[str, Any]:
    """Who a track is for stays with the seed, like every rule."""
    name = f"amount-tracks-{number}"
    told = {"name": clean(typed.get(f"{name}-name")), "max_yen": read_yen(typed.get(f"{name}-max_yen"))}
    return {**before, **told, "rate": read_rate(typed.get(f"{name}-rate"))}


def _count(typed: Typed, part: str) -> int:
    """How many rows of a part a form has sent."""
    numbers = [int(found[1]) for name in typed if (found := re.fullmatch(rf"{part}-(\d{{1,2}})-\w+", name))]
    return max(numbers, default=-1) + 1
