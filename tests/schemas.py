"""Databases of tests: the newest tables at once, and on PostgreSQL one schema that is emptied and used again.

Migrating, or making and dropping thirty tables, would take most of a test's time.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg
from psycopg import sql
from sqlalchemy import create_mock_engine
from sqlalchemy.schema import DDLElement

from desk.db.base import Base
from desk.db.engine import Database
from desk.db.migrate import newest_revision

VERSION_TABLE = "alembic_version"
#: the names of the tables, the triggers and the counters of a schema
Shape = tuple[list[str], list[str], list[str]]
NAMES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1",
    "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal AND tgenabled = 'O' ORDER BY 1",
    "SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1",
)


@contextmanager
def schema_of_its_own(server: str) -> Iterator[str]:
    """Make an empty schema, give its name, and drop it with all that is in it."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    yield name
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name)))


def url_of(server: str, schema: str) -> str:
    """What `DESK_DATABASE_URL` is set to for one schema."""
    return server.replace("postgresql://", "postgresql+psycopg://") + f"?options=-csearch_path%3D{schema}"


def create_newest(database: Database) -> None:
    """Fill an empty database (`tests/db` proves that migrations lead to just this)."""
    kind = database.url.get_backend_name()
    with database.engine.begin() as connection:
        cursor = connection.connection.cursor()
        run = cursor.executescript if kind == "sqlite" else cursor.execute
        run(_script(kind))


class UsedAgain:
    """A schema with the newest tables, which each test finds without rows."""

    def __init__(self, server: str, schema: str) -> None:
        self.url = url_of(server, schema)
        self._server, self._schema = server, sql.Identifier(schema)
        self._made = self._make()

    def empty(self) -> None:
        """Remove all rows and count anew; tables or triggers that a test has changed are made anew, too."""
        if self._shape() != self._made:
            with self._connected() as connection:
                connection.execute(sql.SQL("DROP SCHEMA {0} CASCADE; CREATE SCHEMA {0}").format(self._schema))
            self._made = self._make()
            return
        tables, _, counters = self._made
        steps = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in tables if table != VERSION_TABLE]
        steps += [sql.SQL("ALTER SEQUENCE {} RESTART").format(sql.Identifier(counter)) for counter in counters]
        with self._connected() as connection:
            # Rows go in any order, and those that are only ever added go, too: no trigger fires for a replica.
            connection.execute("SET session_replication_role = replica")
            connection.execute(sql.SQL("; ").join(steps))

    def _make(self) -> Shape:
        database = Database(self.url)
        create_newest(database)
        database.close()
        return self._shape()

    def _shape(self) -> Shape:
        with self._connected() as connection:
            tables, triggers, counters = ([name for (name,) in connection.execute(query)] for query in NAMES)
        return tables, triggers, counters

    def _connected(self) -> psycopg.Connection[tuple[str, ...]]:
        return psycopg.connect(self._server, autocommit=True, options=f"-csearch_path={self._schema.as_string()}")


@cache
def _script(kind: str) -> str:
    """All statements as one text: sent one by one they take PostgreSQL a second."""
    statements: list[str] = []

    def note(statement: DDLElement, *_: object, **__: object) -> None:
        # In the text of a statement that takes parameters a percent sign stands twice.
        statements.append(str(statement.compile(dialect=engine.dialect)).replace("%%", "%"))

    engine = create_mock_engine({"sqlite": "sqlite://"}.get(kind, "postgresql+psycopg://"), note)
    Base.metadata.create_all(engine, checkfirst=False)
    version = f"CREATE TABLE {VERSION_TABLE} AS SELECT '{newest_revision()}' AS version_num"
    return ";\n".join([*statements, version])
