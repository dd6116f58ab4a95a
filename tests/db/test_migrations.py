"""Migrations are numbered, form one line, and lead to the tables that the code describes."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from desk.db.base import Base
from desk.db.engine import Database
from desk.db.migrate import SCRIPTS, alembic_config, current_revision, migrate, newest_revision
from desk.services.context import Desk
from desk.services.conversations import find_conversation, open_conversation

#: SQLite's own tables of the full-text search are nobody's to describe
OURS = {"include_name": lambda name, kind, _parents: kind != "table" or not name.startswith("case_texts_fts")}
SCRIPT_LINE = list(ScriptDirectory.from_config(alembic_config()).walk_revisions())[::-1]


@pytest.fixture
def empty(empty_database_url: str) -> Database:
    database = Database(empty_database_url)
    yield database
    database.close()


def test_migrations_are_numbered_one_after_the_other() -> None:
    numbers = [script.revision for script in SCRIPT_LINE]

    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]


def test_each_migration_follows_the_one_before_it() -> None:
    assert [script.down_revision for script in SCRIPT_LINE] == [None, *(script.revision for script in SCRIPT_LINE[:-1])]


def test_the_files_bear_the_numbers_of_their_migrations() -> None:
    files = sorted(path.name[:4] for path in (SCRIPTS / "versions").glob("*.py"))

    assert files == [script.revision for script in SCRIPT_LINE]


def test_an_empty_database_comes_up_to_what_the_tables_describe(empty: Database) -> None:
    # given a database without any table
    assert current_revision(empty) is None

    # when it is migrated
    did_something = migrate(empty)

    # then it is at the newest revision, and nothing differs from the tables in the code
    assert did_something
    assert current_revision(empty) == newest_revision()
    with empty.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=OURS), Base.metadata) == []


def test_a_database_that_is_up_to_date_is_left_alone(empty: Database) -> None:
    migrate(empty)

    assert migrate(empty) is False


def test_what_is_stored_outlives_another_start(desk: Desk) -> None:
    # given a conversation
    conversation = open_conversation(desk, "rest", "金属加工の佐々木さん")

    # when the desk starts again and migrates
    migrate(desk.database)

    # then the conversation is still there
    assert find_conversation(desk, "rest", "金属加工の佐々木さん") == conversation


def test_going_down_to_the_beginning_leaves_no_table_behind(empty: Database) -> None:
    migrate(empty)

    with empty.engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")

    assert set(inspect(empty.engine).get_table_names()) <= {"alembic_version"}
    assert current_revision(empty) is None


def test_down_and_up_again_comes_to_the_same_tables(empty: Database) -> None:
    migrate(empty)
    with empty.engine.begin() as connection:
        command.downgrade(alembic_config(connection), "base")

    migrate(empty)

    with empty.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=OURS), Base.metadata) == []
