"""an index for what was said within a period: indicators read months out of years."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_messages_at", "messages", ["at"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_messages_at", "messages")
