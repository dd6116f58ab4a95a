"""events and clinics that staff enter."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "occasions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=False),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("called_off_at", Instant(), nullable=True),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_occasions_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_occasions_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
    )
    op.create_index("ix_occasions_coming", "occasions", ["kind", "ends_at"], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_occasions_coming", table_name="occasions")
    op.drop_table("occasions")
