"""What tests share: the two databases, a desk on each, and a clock that can be set."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import psycopg
import pytest
import redis
import structlog
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings

from desk.catalogue import load_catalogue
from desk.clock import JST
from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services import staff
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT
from tests.running import Running, running_desk
from tests.schemas import UsedAgain, schema_of_its_own, url_of

POSTGRES = os.environ.get("DESK_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("DESK_TEST_REDIS", "redis://127.0.0.1:6379/15")
# An example fails for what it is, on any machine and at every run: not because the machine was slow.
settings.register_profile("desk", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("desk")
TUESDAY_MORNING = datetime(2026, 11, 24, 10, 0, tzinfo=JST)


@dataclass
class SettableClock:
    """A clock that stands where a test puts it."""

    at: datetime = TUESDAY_MORNING

    def __call__(self) -> datetime:
        """Now."""
        return self.at


@cache
def postgres_answers() -> bool:
    """Whether PostgreSQL can be used; CI must have it (see `.ci/run`)."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=10).close()
    except psycopg.OperationalError:
        return False
    return True


def need_postgres() -> None:
    """Skip the test on a machine without PostgreSQL, but never in CI."""
    if not postgres_answers():
        assert not os.environ.get("CI"), "CI must have PostgreSQL answer"
        pytest.skip("PostgreSQL does not answer on this machine")


@cache
def redis_answers() -> bool:
    """Whether Redis can be used; CI must have it, too."""
    with closing(redis.Redis.from_url(REDIS, socket_connect_timeout=10)) as client:
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False


def need_redis() -> None:
    """Skip the test on a machine without Redis, but never in CI."""
    if not redis_answers():
        assert not os.environ.get("CI"), "CI must have Redis answer"
        pytest.skip("Redis does not answer on this machine")


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Plain tracebacks, as in production: the pretty ones print the locals of every frame, the catalogue among them."""
    renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[structlog.processors.add_log_level, renderer])


@pytest.fixture
def clock() -> SettableClock:
    """Tuesday, 24 November 2026, ten in the morning, until a test says otherwise."""
    return SettableClock()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Argon2 is slow on purpose; tests need its form, not its cost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staff, "_hasher", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        yield


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind without any table; PostgreSQL gets a schema of its own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/desk.sqlite3"
        return
    need_postgres()
    with schema_of_its_own(POSTGRES) as schema:
        yield url_of(POSTGRES, schema)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: every test of its own would spend its time on migrations."""
    path = tmp_path_factory.mktemp("migrated") / "desk.sqlite3"
    database = Database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture(scope="session")
def used_again() -> Iterator[UsedAgain]:
    """The schema of all tests of this process."""
    with schema_of_its_own(POSTGRES) as schema:
        yield UsedAgain(POSTGRES, schema)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated_file: Path) -> Iterator[str]:
    """A database of each kind with the newest tables and no row."""
    if request.param == "sqlite":
        path = tmp_path / "desk.sqlite3"
        shutil.copyfile(migrated_file, path)
        yield f"sqlite:///{path}"
        return
    need_postgres()
    used_again: UsedAgain = request.getfixturevalue("used_again")
    yield used_again.url
    used_again.empty()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database of each kind, open (`tests/db` proves that migrations lead to its tables)."""
    database = Database(database_url)
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
