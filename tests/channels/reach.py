"""The application as programs and browsers reach it: over HTTP, on a port of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from structlog.testing import capture_logs

from desk.app import create_app
from desk.channels.rasa import Rasa
from desk.services.context import Desk
from desk.settings import Settings
from tests.fakes.serving import served
from tests.running import PATIENCE, SECRET, free_port

#: for what is decided before any database is asked
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
TOKEN = "staff-token-of-these-tests"


def way_to(rasa_port: int, timeout: float = PATIENCE) -> Rasa:
    """The way to whatever listens there; it does not wait for a start."""
    return Rasa(f"http://127.0.0.1:{rasa_port}", SECRET, timeout, patience=0)


@contextmanager
def reached(desk: Desk, rasa_port: int, **settings: str) -> Iterator[httpx.Client]:
    """A client of the application, which talks to the Rasa on this port; its log stays out of the terminal."""
    port = free_port()
    chosen = Settings(_env_file=None, api_token=TOKEN, RASA_GATEWAY_SECRET=SECRET, **settings)
    app = create_app(chosen, desk, way_to(rasa_port))
    client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE)
    with capture_logs(), served(app, port), client:
        yield client
