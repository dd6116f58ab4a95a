"""the next deadline of a case, and indexes for the baskets of the queue."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

INDEXED = ("assignee_id", "created_at", "next_due_at", "closed_at")


def upgrade() -> None:
    """Apply."""
    op.add_column("cases", sa.Column("next_due_at", Instant(), nullable=True))
    op.execute("UPDATE cases SET next_due_at = due_at WHERE status <> 'closed' AND replied_at IS NULL")
    op.execute("UPDATE cases SET next_due_at = contact_due_at WHERE status <> 'closed' AND replied_at IS NOT NULL")
    for column in INDEXED:
        op.create_index(op.f(f"ix_cases_{column}"), "cases", [column])


def downgrade() -> None:
    """Undo."""
    for column in INDEXED:
        op.drop_index(op.f(f"ix_cases_{column}"), "cases")
    op.drop_column("cases", "next_due_at")
