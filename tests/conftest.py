"""What tests share: the two databases, a desk on each, and a clock that can be set."""

import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
import structlog
from sqlalchemy.engine import make_url

from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.db.engine import Database
from desk.db.migrate import create_newest, migrate
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT
from tests.running import Running, running_desk

POSTGRES = os.environ.get("DESK_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
TUESDAY_MORNING = datetime(2026, 11, 24, 10, 0, tzinfo=JST)


@dataclass
class SettableClock:
    """A clock that stands where a test puts it."""

    at: datetime = TUESDAY_MORNING

    def __call__(self) -> datetime:
        """Now."""
        return self.at


def postgres_answers() -> bool:
    """Whether PostgreSQL can be used; CI must have it (see `.ci/run`)."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


HAVE_POSTGRES = postgres_answers()


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Plain tracebacks, as in production: the pretty ones print the locals of every frame, the catalogue among them."""
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


@pytest.fixture
def clock() -> SettableClock:
    """Tuesday, 24 November 2026, ten in the morning, until a test says otherwise."""
    return SettableClock()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind; PostgreSQL gets a schema of its own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/desk.sqlite3"
        return
    if not HAVE_POSTGRES:
        assert not os.environ.get("CI"), "CI must have PostgreSQL answer"
        pytest.skip("PostgreSQL does not answer on this machine")
    schema = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{schema}"')
    yield POSTGRES.replace("postgresql://", "postgresql+psycopg://") + f"?options=-csearch_path%3D{schema}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: every test of its own would spend its time on migrations."""
    path = tmp_path_factory.mktemp("migrated") / "desk.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture
def database(database_url: str, migrated_file: Path) -> Iterator[Database]:
    """A database of each kind with the newest schema (`tests/db` proves that migrations lead to just this one)."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        shutil.copyfile(migrated_file, str(url.database))
    database = Database(database_url)
    if url.get_backend_name() != "sqlite":
        create_newest(database)
    yield database
    database.close()


@pytest.fixture
def desk(database: Database, clock: SettableClock) -> Desk:
    """A desk with the real catalogue, on each kind of database."""
    return Desk(database, load_catalogue(), load_profile(ROOT / "seeds" / "desk.yaml", "板橋区"), clock)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The whole desk with Rasa, once for all conversations."""
    with running_desk(tmp_path_factory.mktemp("running")) as running:
        yield running


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop on the main thread, and others start their own."""
    items.sort(key=lambda item: "tests/browser/" in item.nodeid)
