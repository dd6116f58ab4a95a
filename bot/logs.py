"""One line per log event, in the form that the desk writes, and never a word of what a person wrote."""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import datetime
from typing import Any

import structlog

PRIVATE: ContextVar[tuple[str, ...]] = ContextVar("private", default=())
FORM = "DESK_LOG_FORMAT"
MARK = "[redacted]"
SHORTEST = 2
# Third-party warnings that say nothing about this project. Sanic and Rasa reset Python's own filters when imported,
# so they are recognised where they are logged.
KNOWN_WARNINGS = (
    "distutils Version classes are deprecated",  # sanic_cors, pinned by Rasa
    "pkg_resources is deprecated",  # Rasa and APScheduler ask it for versions
    "pkg_resources.declare_namespace",  # packages older than Rasa's pins
    "invalid escape sequence",  # old sources compiled for the first time
    "declarative_base",  # SQLAlchemy 1.4, pinned by Rasa
    "PyparsingDeprecationWarning",  # matplotlib and packaging with a newer pyparsing
    "the imp module is deprecated",  # old packages of Rasa's
    "load_module() method is deprecated",  # the same
    "jax.xla_computation is deprecated",  # TensorFlow 2.12
    "There is no current event loop",  # Rasa's start on Python 3.10
    "Slot auto-fill has been removed in 3.0",  # said about every domain
    "does not include an entity extractor trained on your training data",  # it does, but not one of Rasa's
)


def keep_private(texts: Iterable[str]) -> None:
    """Blot these texts out of every log line written in the current context."""
    PRIVATE.set(tuple(sorted({text for text in texts if len(text) >= SHORTEST}, key=len, reverse=True)))


def redact(line: str) -> str:
    """The line without the private texts, however Python or JSON escaped them."""
    for text in PRIVATE.get():
        for form in {text, repr(text)[1:-1], json.dumps(text)[1:-1]}:
            line = line.replace(form, MARK)
    return line


def event_of(record: logging.LogRecord) -> dict[str, Any]:
    """`event`, `level`, `logger`, `timestamp`, and of an exception `error` and `frames`: its own message is left out."""
    event: dict[str, Any] = {
        "event": redact(record.getMessage()),
        "level": record.levelname.lower(),
        "logger": record.name,
        "timestamp": datetime.fromtimestamp(record.created).isoformat(),  # local time, as the desk writes it
    }
    if record.exc_info and record.exc_info[0]:
        event["error"] = record.exc_info[0].__name__
        event["frames"] = _frames(record.exc_info[2])
    return event


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        return json.dumps(event_of(record), ensure_ascii=False)


class ReadableLines(logging.Formatter):
    """A line for people, in colours on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        self._render = structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty())

    def format(self, record: logging.LogRecord) -> str:
        """Time, level, event, logger; the frames of an exception on lines of their own."""
        event = event_of(record)
        frames = event.pop("frames", [])
        return "\n".join([str(self._render(None, "", event)), *(f"    {frame}" for frame in frames)])


def _frames(trace: Any) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def event_name_only(_logger: Any, _method: str, event: dict[str, Any]) -> str:
    """Rasa's structured events carry texts, slots and whole stack frames in their keys: the name is enough."""
    return str(event.get("event", ""))


def configure(level: str = "INFO") -> None:
    """Send standard logging, structlog, Sanic and warnings to stdout, readable or as JSON (`DESK_LOG_FORMAT`)."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines() if os.environ.get(FORM) == "json" else ReadableLines())
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").addFilter(UnknownWarnings())
    for name in ("sanic.access", "apscheduler", "asyncio", "matplotlib"):
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, event_name_only],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


class UnknownWarnings(logging.Filter):
    """Lets through only warnings that nobody has looked at yet."""

    def filter(self, record: logging.LogRecord) -> bool:
        """False for the named ones."""
        text = record.getMessage()
        return not any(known in text for known in KNOWN_WARNINGS)
