"""what came of cases."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "case_results",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("amount_yen", sa.BigInteger(), nullable=True),
        sa.Column("program_id", sa.String(), nullable=True),
        sa.Column("partner", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("withdraws_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_results_case_id")),
        sa.ForeignKeyConstraint(["withdraws_id"], ["case_results.id"], name=op.f("fk_case_results_withdraws_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_results")),
        sa.UniqueConstraint("withdraws_id", name=op.f("uq_case_results_withdraws_id")),
    )
    with op.batch_alter_table("case_results") as batch:
        batch.create_index(batch.f("ix_case_results_case_id"), ["case_id"])
        batch.create_index(batch.f("ix_case_results_happened_on"), ["happened_on"])


def downgrade() -> None:
    """Undo."""
    op.drop_table("case_results")
