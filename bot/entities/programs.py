"""program: names and aliases of the catalogue's programs, and names that cover a whole family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.entities.found import Found, overlaps
from bot.text.fold import fold, is_latin

SUFFIX = re.compile(r"(?:補助金|助成金|補助事業|助成事業|補助|助成|支援事業|事業)$")
OTHER_SUFFIXES = ("補助金", "助成金", "補助事業", "助成事業", "補助", "助成")
BRACKETS = re.compile(r"[(（][^)）]*[)）]")
SHORTEST, SHORTEST_STEM, HEAD = 3, 4, 2
Record = Mapping[str, Any]


@dataclass(frozen=True)
class Gazetteer:
    """Folded names and the id each stands for, by their first two characters, the longest first."""

    names: dict[str, str]

    def find(self, text: str) -> list[Found]:
        """Programs named in a normalised text; of overlapping names the longest."""
        folded = fold(text)
        found: list[Found] = []
        for name, start in self._hits(folded.text):
            span = folded.span(start, start + len(name))
            if is_latin(name) and _inside_word(text, *span):
                continue
            found.append(Found("program", self.names[name], *span))
        return _longest(found)

    def _hits(self, text: str) -> Iterable[tuple[str, int]]:
        heads = self._heads()
        for start in range(len(text) - HEAD + 1):
            for name in heads.get(text[start : start + HEAD], ()):
                if text.startswith(name, start):
                    yield name, start

    def _heads(self) -> dict[str, list[str]]:
        if not hasattr(self, "_by_head"):
            by_head: dict[str, list[str]] = {}
            for name in self.names:
                by_head.setdefault(name[:HEAD], []).append(name)
            object.__setattr__(self, "_by_head", by_head)
        heads: dict[str, list[str]] = self._by_head
        return heads


def gazetteer(records: Iterable[Record]) -> Gazetteer:
    """A name of one program stands for its id, a name shared within a family for the family's.

    A name shared otherwise stands for nothing. Names with another word for a grant at the end are added where
    they do not collide.
    """
    owners = _owners(records)
    names = {name: target for name, targets in owners.items() if (target := _single(targets)) is not None}
    for name, target in list(names.items()):
        for variant in _variants(name):
            names.setdefault(variant, target)
    return Gazetteer({name: target for name, target in names.items() if len(name) >= SHORTEST})


def _owners(records: Iterable[Record]) -> dict[str, set[tuple[str, str]]]:
    owners: dict[str, set[tuple[str, str]]] = {}
    for record in records:
        owner = (str(record["id"]), str(record.get("family") or ""))
        for name in _written(record):
            owners.setdefault(fold(name).text, set()).add(owner)
    return owners


def _written(record: Record) -> list[str]:
    """The name, the name without its brackets, and the aliases."""
    name = str(record["name"])
    return [name, BRACKETS.sub("", name), *map(str, record.get("aliases") or [])]


def _single(owners: set[tuple[str, str]]) -> str | None:
    if len(owners) == 1:
        return next(iter(owners))[0]
    families = {family for _, family in owners}
    return families.pop() if len(families) == 1 and "" not in families else None


def _variants(name: str) -> Iterable[str]:
    stem = SUFFIX.sub("", name)
    if stem != name and len(stem) >= SHORTEST_STEM:
        yield from (stem + suffix for suffix in OTHER_SUFFIXES)


def _inside_word(text: str, start: int, end: int) -> bool:
    return bool(re.search(r"[A-Za-z0-9]$", text[:start]) or re.match(r"[A-Za-z0-9]", text[end:]))


def _longest(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if not any(overlaps(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda each: each.start)
