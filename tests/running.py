"""The desk as it runs: the real application on a port, with the real Rasa beside it."""

import os
import random
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx
import uvicorn

from desk.app import create_app
from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT, Settings
from desk.supervisor import RASA_PYTHON

#: seconds that a test waits for what must come: many times what it takes, since a busy machine fails nothing
PATIENCE = 60
#: the same for what ends a request that is held open for `LONGEST_WAIT`
BEFORE_ITS_END = 20
#: the same for Rasa, which loads its model first
STARTING = 180
#: below those that Linux gives to outgoing connections
PORTS = range(20_000, 32_000)
SECRET = "a secret between the desk and its Rasa"


@dataclass
class RunningClock:
    """The clock of the running desk; scripts set it."""

    at: datetime = field(default_factory=lambda: datetime(2026, 11, 24, 10, 0, tzinfo=JST))

    def __call__(self) -> datetime:
        """Now."""
        return self.at


@dataclass(frozen=True)
class Running:
    """A desk that serves, and the means to look inside."""

    url: str
    token: str
    desk: Desk
    clock: RunningClock
    rasa_port: int


def free_port() -> int:
    """A port nobody listens on, and that the system gives to no outgoing connection before it is used."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("every port is taken")


@contextmanager
def serving(settings: Settings, desk: Desk) -> Iterator[None]:
    """The application on its port, in a thread."""
    config = uvicorn.Config(create_app(settings, desk), host=settings.host, port=settings.port, log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started, "the application")
    yield
    server.should_exit = True
    thread.join(timeout=PATIENCE)


@contextmanager
def rasa(settings: Settings, model: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Rasa with a model, as the supervisor starts it."""
    environment = os.environ | {
        "DESK_PORT": str(settings.port),
        "RASA_PORT": str(settings.rasa_port),
        "RASA_GATEWAY_SECRET": SECRET,
        "DESK_CLOCK": "2026-11-24T10:00:00+09:00",
        "PYTHONPATH": str(ROOT),
    }
    command = [str(RASA_PYTHON), "-m", "bot.boot", "run", "--model", str(model)]
    with subprocess.Popen(command, env=environment, cwd=ROOT) as process:
        try:
            wait_until(lambda: healthy(settings.rasa_port), "Rasa", STARTING)
            yield process
        finally:
            process.terminate()


def healthy(port: int) -> bool:
    """Whether Rasa answers with a model."""
    try:
        answer = httpx.get(f"http://127.0.0.1:{port}/webhooks/gateway/health", headers={"X-Gateway-Secret": SECRET})
    except httpx.TransportError:
        return False
    return answer.is_success


def newest_model() -> Path:
    """The trained model; `scripts/test` trains before it tests."""
    models = sorted((ROOT / "models").glob("desk-*.tar.gz"), key=lambda path: path.stat().st_mtime)
    assert models, "there is no model: run `make train`"
    return models[-1]


def wait_until(ready: object, what: str, seconds: float = PATIENCE) -> None:
    """Wait for something to become true; fail with its name."""
    assert callable(ready)
    deadline = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < deadline, f"{what} did not become ready within {seconds} s"
        time.sleep(0.1)


@contextmanager
def running_desk(folder: Path) -> Iterator[Running]:
    """Everything, on free ports and an empty SQLite database."""
    settings = Settings(
        port=free_port(),
        database_url=f"sqlite:///{folder}/desk.sqlite3",
        api_token="staff-token",
        RASA_PORT=free_port(),
        RASA_GATEWAY_SECRET=SECRET,
    )
    clock = RunningClock()
    database = Database(settings.database_url)
    migrate(database)
    desk = Desk(database, load_catalogue(), load_profile(ROOT / "seeds" / "desk.yaml", settings.ward), clock)
    with serving(settings, desk), rasa(settings, newest_model()):
        yield Running(settings.base_url, "staff-token", desk, clock, settings.rasa_port)
