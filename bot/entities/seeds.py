"""Reads the seeds that feed lookups, at training time only."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PROGRAM_KEYS = ("id", "name", "aliases", "family")


def read_programs(seeds: Path) -> list[dict[str, Any]]:
    """id, name, aliases and family of every program record, in a fixed order."""
    paths = sorted((seeds / "programs").glob("*.yaml"))
    return [dict(_names(path.read_text(encoding="utf-8"))) for path in paths]


def read_areas(seeds: Path) -> list[dict[str, str]]:
    """Rows of the list of municipalities; lines that begin with # are remarks."""
    lines = (seeds / "areas.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if line and not line.startswith("#")))


@cache
def _names(record: str) -> Mapping[str, Any]:
    """A training asks for the names several times, and records are long."""
    content = yaml.load(record, yaml.CSafeLoader)
    return {key: content.get(key) for key in PROGRAM_KEYS}
