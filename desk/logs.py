"""Logs are events with identifiers; the words of a person never reach them."""

import logging
import sys
from typing import Literal

import structlog
from structlog.typing import EventDict, WrappedLogger

PERSONAL = frozenset({"text", "message", "name", "email", "phone", "company", "contact", "password", "token"})


def drop_personal(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace values under keys that may hold a person's words by their length."""
    for key in PERSONAL & event.keys():
        event[key] = f"<{len(str(event[key]))} characters withheld>"
    return event


def configure(form: Literal["console", "json"], level: str) -> None:
    """Send structlog and the standard library's logging through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=False),
        drop_personal,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processors=_render(form), foreign_pre_chain=shared))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("uvicorn.access", "httpx", "httpcore", "rasa_sdk", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _render(form: Literal["console", "json"]) -> list[structlog.typing.Processor]:
    strip = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    if form == "json":
        return [strip, structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    # Plain tracebacks: the pretty ones print local variables, and those may hold a person's words.
    plain = structlog.dev.plain_traceback
    return [strip, structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]
