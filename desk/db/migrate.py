"""Bring a database to the newest schema; migrations are numbered and linear."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desk.db.engine import Database

SCRIPTS = Path(__file__).parent / "migrations"


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration without an ini file."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def current_revision(database: Database) -> str | None:
    """The revision the database is at; None for an empty one."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The revision this code needs."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


def migrate(database: Database) -> bool:
    """Upgrade to the newest schema. True when something had to be done."""
    if current_revision(database) == newest_revision():
        return False
    with database.engine.begin() as connection:
        command.upgrade(alembic_config(connection), "head")
    return True


def make_revision(database: Database, message: str, number: str) -> None:
    """Write the next numbered migration from the difference between tables and database."""
    with database.engine.begin() as connection:
        command.revision(alembic_config(connection), message, autogenerate=True, rev_id=number)
