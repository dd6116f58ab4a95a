"""One engine for the process, and the transaction that services run in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool

from desk.db.searchable import keep_searchable
from desk.db.told import keep_told


class Database:
    """The desk's database, SQLite or PostgreSQL, by its SQLAlchemy URL."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _engine(url)
        self._aside = _engine(url, poolclass=NullPool)
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        keep_searchable(self._sessions)
        keep_told(self._sessions)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that commits at the end of the block and rolls back on an exception."""
        with self._sessions.begin() as session:
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads: on SQLite it does not wait for a writer."""
        with _reading(self.engine) as session:
            yield session

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """As `reading`, on a connection of its own: whoever looks may hold the last one of the pool."""
        with _reading(self._aside) as session:
            yield session

    def ping(self) -> None:
        """Raise when the database does not answer."""
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


@contextmanager
def _reading(engine: Engine) -> Iterator[Session]:
    with engine.connect().execution_options(desk_reading=True) as connection, Session(connection) as session:
        yield session


def _engine(url: str, **pool: Any) -> Engine:
    """Parameters stay out of errors and logs: they hold a person's words."""
    parsed, pool = make_url(url), pool or {"pool_pre_ping": True, "pool_size": 10}
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, hide_parameters=True, **pool)
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True, **pool)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Write-ahead log for readers beside a writer; transactions begin when SQLAlchemy says so."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: one that only finds out later that it must write would fail, not wait."""
    reading = connection.get_execution_options().get("desk_reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
