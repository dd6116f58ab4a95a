"""ASGI applications on a port of this machine, for as long as a test needs them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from tests.running import PATIENCE, wait_until


@contextmanager
def served(app: ASGIApp, port: int) -> Iterator[None]:
    """The application, in a thread of its own."""
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started, "the server")
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(timeout=PATIENCE)
