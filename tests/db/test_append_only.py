"""Tables that are only ever added to keep their protection through all migrations, on both databases."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from desk.db.engine import Database
from desk.db.migrate import migrate
from desk.services.context import Desk
from tests.schemas import create_newest
from tests.services.people import handed_over, person

KEPT = ("audit", "case_events")
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE relnamespace = current_schema()::regnamespace",
}
GUARDED = {"sqlite": ("update", "delete", "insert"), "postgresql": ("update", "delete", "truncate")}


@pytest.mark.parametrize("bring_up", [migrate, create_newest], ids=["migrated", "created at once"])
def test_a_database_protects_what_is_only_added_to(
    empty_database_url: str, bring_up: Callable[[Database], object]
) -> None:
    database = Database(empty_database_url)
    bring_up(database)
    kind = database.url.get_backend_name()

    with database.engine.connect() as connection:
        triggers = set(connection.scalars(text(TRIGGERS[kind])))
    database.close()

    assert {f"{table}_is_append_only_{event}" for table in KEPT for event in GUARDED[kind]} <= triggers


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE case_events SET actor = 'nobody'",
        "DELETE FROM case_events",
        "{replace}",
    ],
)
def test_what_happened_to_a_case_is_neither_changed_nor_removed(desk: Desk, attempt: str) -> None:
    handed_over(desk, person(desk))
    sqlite = desk.database.url.get_backend_name() == "sqlite"
    replace = "REPLACE INTO case_events SELECT * FROM case_events" if sqlite else "TRUNCATE case_events"

    with pytest.raises(Exception, match="only ever added"), desk.database.transaction() as session:
        session.execute(text(attempt.format(replace=replace)))
