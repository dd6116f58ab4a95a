"""programs spoken of, and subscriptions to their calls."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "subscriptions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("program_id", sa.String(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("opened_notified_on", sa.Date(), nullable=True),
        sa.Column("closing_notified_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_subscriptions_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
        sa.UniqueConstraint("conversation_id", "program_id", name=op.f("uq_subscriptions_conversation_id_program_id")),
    )
    with op.batch_alter_table("subscriptions") as batch:
        batch.create_index(batch.f("ix_subscriptions_conversation_id"), ["conversation_id"])
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.add_column("conversations", sa.Column("topic_program", sa.String(), nullable=True))


def downgrade() -> None:
    """Undo."""
    op.drop_column("conversations", "topic_program")
    op.drop_table("leases")
    with op.batch_alter_table("subscriptions") as batch:
        batch.drop_index(batch.f("ix_subscriptions_conversation_id"))
    op.drop_table("subscriptions")
