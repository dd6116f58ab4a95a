"""Tables whose rows are only ever added: the database itself refuses to change or remove one."""

from sqlalchemy import DDL, Table, event
from sqlalchemy.engine import Dialect

_FUNCTION = "refuse_to_change_the_record"


def keep(table: Table) -> None:
    """Protect a table wherever it is created from the metadata."""
    for dialect in ("sqlite", "postgresql"):
        for statement in _protect(table.name, dialect):
            made = DDL(_escaped(statement))  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", made.execute_if(dialect=dialect))


def protect(name: str, dialect: Dialect) -> list[str]:
    """The statements for a migration that protects a table."""
    return _protect(name, dialect.name)


def release(name: str, dialect: Dialect) -> list[str]:
    """The statements for a migration that must rebuild or drop a protected table."""
    triggers = [f"{name}_is_append_only_{event}" for event in _EVENTS[dialect.name]]
    return [f"DROP TRIGGER {trigger}{'' if dialect.name == 'sqlite' else f' ON {name}'}" for trigger in triggers]


_EVENTS = {"sqlite": ("update", "delete", "insert"), "postgresql": ("update", "delete", "truncate")}


def _protect(name: str, dialect: str) -> list[str]:
    if dialect == "sqlite":
        return [_sqlite_trigger(name, event) for event in _EVENTS["sqlite"]]
    return [_POSTGRES_FUNCTION, *(_postgres_trigger(name, event) for event in _EVENTS["postgresql"])]


def _sqlite_trigger(name: str, event: str) -> str:
    """`INSERT OR REPLACE` would remove a row without asking the trigger for deletions."""
    when = f"WHEN EXISTS (SELECT 1 FROM {name} WHERE id = NEW.id) " if event == "insert" else ""
    return (
        f"CREATE TRIGGER {name}_is_append_only_{event} BEFORE {event.upper()} ON {name} {when}"
        f"BEGIN SELECT RAISE(ABORT, 'rows of {name} are only ever added'); END"
    )


def _postgres_trigger(name: str, event: str) -> str:
    each = "STATEMENT" if event == "truncate" else "ROW"
    return (
        f"CREATE TRIGGER {name}_is_append_only_{event} BEFORE {event.upper()} ON {name} "
        f"FOR EACH {each} EXECUTE FUNCTION {_FUNCTION}()"
    )


_POSTGRES_FUNCTION = (
    f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME; END $$"
)


def _escaped(statement: str) -> str:
    """`DDL` formats its text."""
    return statement.replace("%", "%%")
