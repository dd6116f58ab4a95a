"""an index for the lists of programs that were shown within a period, as 0018 is for what was said."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_verdicts_at", "verdicts", ["at"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_verdicts_at", "verdicts")
