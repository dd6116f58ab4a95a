"""Reads the word lists under bot/lexicon/, each a mapping from a value to patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from re import Pattern
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "lexicon"
Choices = list[tuple[str, Pattern[str]]]


@lru_cache
def choices(name: str, ending: str = "") -> Choices:
    """Values with their pattern, in the order of the file; `ending` may follow any word."""
    return [(value, compiled(words, ending)) for value, words in read(name).items()]


def compiled(words: list[str], ending: str = "") -> Pattern[str]:
    """One pattern for all words; an entry may hold several, separated by blanks."""
    return re.compile(f"(?:{'|'.join(' '.join(words).split())}){ending}", re.IGNORECASE)


@lru_cache
def read(name: str) -> dict[str, Any]:
    """The content of one file."""
    content: dict[str, Any] = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content
