"""Alembic runs migrations on the connection it is handed (see `desk.db.migrate`)."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from desk.db import tables
from desk.db.types import Instant, Json


def render_item(kind: str, item: Any, generator: AutogenContext) -> str | Literal[False]:
    """Write the desk's own column types by their names."""
    if kind != "type" or not (isinstance(item, Instant) or item is Json):
        return False
    name = "Instant()" if isinstance(item, Instant) else "Json"
    generator.imports.add(f"from desk.db.types import {name.removesuffix('()')}")
    return name


connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=tables.Case.metadata, render_as_batch=True, render_item=render_item
)
with context.begin_transaction():
    context.run_migrations()
