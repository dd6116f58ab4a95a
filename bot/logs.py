"""One JSON line per log event, and never a word of what a person wrote."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import datetime, timezone
from typing import Any

import structlog

PRIVATE: ContextVar[tuple[str, ...]] = ContextVar("private", default=())
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


class JsonLines(logging.Formatter):
    """`{"at", "level", "logger", "event", "error"?, "frames"?}`; an exception's own message is left out."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, timezone.utc).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": redact(record.getMessage()),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["frames"] = _frames(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _frames(trace: Any) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def event_name_only(_logger: Any, _method: str, event: dict[str, Any]) -> str:
    """Rasa's structured events carry texts, slots and whole stack frames in their keys: the name is enough."""
    return str(event.get("event", ""))


def configure(level: str = "INFO") -> None:
    """Send standard logging, structlog, Sanic and warnings to stdout as JSON lines."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonLines())
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
