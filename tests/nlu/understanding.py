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
        from rasa.core.agent import Agent

        self.processor = Agent.load(str(model)).processor
        self.understand("準備")

    def understand(self, text: str, asked: str | None = None) -> Line:
        """Intent, ranking and entities."""
        from rasa.core.channels.channel import UserMessage

        heard = UserMessage(text, metadata={"asked": asked})
        parsed: Line = asyncio.run(self.processor.parse_message(heard))
        return parsed

    def timed(self, text: str) -> tuple[Line, float]:
        """The same, with the milliseconds of processor time it took: wall time says little on a shared machine."""
        started = time.process_time()
        parsed = self.understand(text)
        return parsed, (time.process_time() - started) * 1000


def read_lines() -> list[Line]:
    """All utterances of the evaluation set that have an intent."""
    files = sorted(path for path in EVALUATION.glob("*.yml") if path.stem != "bare_answers")
    return [line for path in files for line in read_yaml(path)]


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
