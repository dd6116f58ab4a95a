"""when a conversation was forgotten because its time was over."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("conversations", sa.Column("forgotten_at", Instant(), nullable=True))


def downgrade() -> None:
    """Undo."""
    op.drop_column("conversations", "forgotten_at")
