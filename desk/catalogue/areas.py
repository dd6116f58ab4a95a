"""Loads the municipalities of Japan from `seeds/areas.csv`."""

import csv
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from desk.domain.areas import Areas, Municipality
from desk.settings import ROOT

AREAS_FILE = ROOT / "seeds" / "areas.csv"


@lru_cache
def load_areas(path: Path = AREAS_FILE, ward: str = Areas.ward) -> Areas:
    """All municipalities, seen from the ward that runs the desk; lines that begin with `#` are remarks on the source.

    Raises `UnknownPlace` when the ward is no municipality.
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = csv.DictReader(lines)
    areas = Areas(tuple(Municipality(row["code"], row["prefecture"], row["name"], row["region"]) for row in rows))
    return replace(areas, ward=areas.resolve(ward))
