"""Loads the trained model as the server does, and understands texts with it."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT / "tests" / "nlu" / "evaluation"
#: written after the rules, by hands that had seen neither them nor the examples
UNSEEN = ("fresh", "third", "fourth")
TODAY = "2026-11-22T10:00:00+09:00"
Line = dict[str, Any]


class Understanding:
    """A model in this process; `understand` gives what `/webhooks/gateway/parse` gives."""

    def __init__(self, model: Path) -> None:
        os.environ["DESK_CLOCK"] = TODAY
        from bot import boot, deferred, logs

        boot.prepare_environment()
        logs.configure("ERROR")
        deferred.defer_tensorflow()
        from bot import patches

        patches.apply()
        from rasa.core.agent import Agent

        self.processor = Agent.load(str(model)).processor
        self.understand("準備")

    def understand(self, text: str, asked: str | None = None) -> Line:
        """Intent, ranking and entities."""
        return asyncio.run(self._parsed(text, asked))[0]

    def timed(self, text: str) -> tuple[Line, float]:
        """The same, with the milliseconds of processor time it took: wall time says little on a shared machine."""
        return asyncio.run(self._parsed(text))

    async def _parsed(self, text: str, asked: str | None = None) -> tuple[Line, float]:
        from rasa.core.channels.channel import UserMessage

        started = time.process_time()
        parsed: Line = await self.processor.parse_message(UserMessage(text, metadata={"asked": asked}))
        return parsed, (time.process_time() - started) * 1000


def read_lines() -> list[Line]:
    """All utterances of the evaluation set that have an intent."""
    files = sorted(path for path in EVALUATION.glob("*.yml") if path.stem != "bare_answers")
    return [line for path in files for line in read_yaml(path)]


def read_unseen(name: str) -> list[Line]:
    """The utterances of a set with which nothing was ever set."""
    return read_yaml(ROOT / "tests" / "nlu" / name / "lines.yml")


def read_bare_answers() -> list[Line]:
    """Answers to a question just asked."""
    return read_yaml(EVALUATION / "bare_answers.yml")


def read_yaml(path: Path) -> list[Line]:
    """A YAML list."""
    lines: list[Line] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return lines


def read_mapping(path: Path) -> dict[str, Any]:
    """A YAML mapping."""
    mapping: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return mapping
