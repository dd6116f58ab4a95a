"""Drafts from Jグランツ that wait for an editor: seen by staff only, until two people have checked them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from desk.catalogue.editing import plain
from desk.catalogue.problems import InvalidCatalogue
from desk.catalogue.yaml_source import read_yaml
from desk.jgrants.importing import DRAFTS


@dataclass(frozen=True)
class Imported:
    """A draft that an import has written: its record, and the portal's own words to check it against."""

    id: str
    record: Mapping[str, Any]
    notes: str

    @property
    def closes_on(self) -> str:
        """The last day of its calls; empty when there is none."""
        days = (str(call["closes_on"]) for call in self.record.get("calls", ()) if call.get("closes_on"))
        return max(days, default="")


def read_imported(today: date) -> list[Imported]:
    """Sound drafts whose call is not over, those that close first at the beginning."""
    every = (_read(path) for path in sorted(DRAFTS.glob("*.yaml")))
    waiting = [each for each in every if each is not None and (each.closes_on or "9999") >= today.isoformat()]
    return sorted(waiting, key=lambda each: (each.closes_on or "9999", each.id))


def find_imported(program_id: str) -> Imported | None:
    """The draft of this id."""
    paths = {path.stem: path for path in DRAFTS.glob("*.yaml")}
    return _read(paths[program_id]) if program_id in paths else None


def _read(path: Path) -> Imported | None:
    try:
        record = read_yaml(path)
    except InvalidCatalogue:  # the next import writes it anew
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    notes = "\n".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    return Imported(path.stem, plain(record), notes) if isinstance(record, Mapping) else None
