"""an index for the follow-ups without an answer."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    waiting = sa.text("answer IS NULL")
    op.create_index("ix_follow_ups_waiting", "follow_ups", ["case_id"], sqlite_where=waiting, postgresql_where=waiting)


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_follow_ups_waiting", "follow_ups")
