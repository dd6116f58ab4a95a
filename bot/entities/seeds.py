"""Reads the seeds that feed lookups, at training time only."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import yaml

PROGRAM_KEYS = ("id", "name", "aliases", "family")


def read_programs(seeds: Path) -> list[dict[str, Any]]:
    """id, name, aliases and family of every program record, in a fixed order."""
    paths = sorted((seeds / "programs").glob("*.yaml"))
    records = [yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in paths]
    return [{key: record.get(key) for key in PROGRAM_KEYS} for record in records]


def read_areas(seeds: Path) -> list[dict[str, str]]:
    """Rows of the list of municipalities; lines that begin with # are remarks."""
    lines = (seeds / "areas.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))
