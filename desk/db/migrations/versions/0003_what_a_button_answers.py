"""what a button answers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("offers", sa.Column("pending", sa.String(), nullable=True))


def downgrade() -> None:
    """Undo."""
    op.drop_column("offers", "pending")
