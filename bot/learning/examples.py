"""The sentences under bot/examples/ that facts are learned from, each with what it tells of the person's own firm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "examples"
INBOX = "inbox*.yml"  # what people write, as often as they write it; the other files hold what is hard to tell apart
FORMS = "forms.yml"  # the same of whose form and whose trade it is; other facts are told there with less care
HARD = 0.1  # weight of a sentence of the others: they teach what an inbox holds too seldom, but not how often it comes


def examples(files: str) -> dict[str, Any]:
    """The sentences of all files that this pattern names, in the order of the files."""
    content: dict[str, Any] = {}
    for path in sorted(FOLDER.glob(files)):
        content |= yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content
