"""area and industry in the row of a case, and an index for each: lists are narrowed by them."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Json

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TOLD = ("area", "industry")


def upgrade() -> None:
    """Apply."""
    for name in TOLD:
        op.add_column("cases", sa.Column(name, sa.String(), nullable=True))
        op.create_index(f"ix_cases_{name}", "cases", [name, "status"])
    _fill_in()


def downgrade() -> None:
    """Undo."""
    for name in TOLD:
        op.drop_index(f"ix_cases_{name}", "cases")
        op.drop_column("cases", name)


def _fill_in() -> None:
    """What was told last and not taken back."""
    cases = sa.table("cases", *map(sa.column, ("conversation_id", *TOLD)))
    facts = sa.table(
        "facts", *map(sa.column, ("id", "conversation_id", "name", "retracted_at")), sa.Column("content", Json)
    )
    told = sa.select(facts.c.content["value"].as_string()).where(facts.c.conversation_id == cases.c.conversation_id)
    told = told.where(facts.c.retracted_at.is_(None)).order_by(facts.c.id.desc()).limit(1)
    values = {name: told.where(facts.c.name == name).scalar_subquery() for name in TOLD}
    op.execute(sa.update(cases).values(values))
