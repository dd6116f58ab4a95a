"""what staff write over the seeds: revisions of programs and entries, and the desk's own data."""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant, Json

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", Json, nullable=False),
        sa.Column("base_serial", sa.Integer(), nullable=True),
        sa.Column("seed_digest", sa.String(), nullable=True),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("edited_at", Instant(), nullable=False),
        sa.Column("submitted_at", Instant(), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("serial", sa.Integer(), nullable=True),
        sa.CheckConstraint("decided_by_id IS NULL OR decided_by_id <> author_id", name=op.f("ck_revisions_four_eyes")),
        sa.CheckConstraint(
            "state NOT IN ('published', 'returned') OR decided_by_id IS NOT NULL",
            name=op.f("ck_revisions_somebody_decided"),
        ),
        sa.CheckConstraint(
            "(state = 'published') = (serial IS NOT NULL)", name=op.f("ck_revisions_published_in_order")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_revisions_author_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["staff.id"], name=op.f("fk_revisions_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
        sa.UniqueConstraint("serial", name=op.f("uq_revisions_serial")),
    )
    with op.batch_alter_table("revisions") as batch:
        batch.create_index("ix_revisions_subject", ["kind", "subject", "state"])
    op.create_table(
        "profile_edits",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["staff.id"], name=op.f("fk_profile_edits_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_edits")),
    )


def downgrade() -> None:
    """Undo."""
    op.drop_table("profile_edits")
    op.drop_table("revisions")
