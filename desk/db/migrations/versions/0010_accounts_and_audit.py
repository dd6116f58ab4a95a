"""second factor, sessions in steps, and the record of who read and changed what."""

import sqlalchemy as sa
from alembic import op

from desk.db.append_only import protect, release
from desk.db.types import Instant, Json

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STAFF = (
    ("email", sa.String()),
    ("start_password_until", Instant()),
    ("totp_secret", sa.String()),
    ("totp_since", Instant()),
    ("totp_step", sa.Integer()),
    ("oidc_subject", sa.String()),
)
KEPT = ("audit", "case_events")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("via", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", Json, nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit") as batch:
        batch.create_index(batch.f("ix_audit_at"), ["at"])
        batch.create_index(batch.f("ix_audit_kind"), ["kind"])
        batch.create_index(batch.f("ix_audit_subject"), ["subject"])
        batch.create_index("ix_audit_actor_kind_subject", ["actor", "kind", "subject", "id"])
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_recovery_codes_staff_id")),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_recovery_codes")),
    )
    with op.batch_alter_table("recovery_codes") as batch:
        batch.create_index(batch.f("ix_recovery_codes_staff_id"), ["staff_id"])
    with op.batch_alter_table("staff") as batch:
        for name, kind in STAFF:
            batch.add_column(sa.Column(name, kind, nullable=True))
        batch.create_index(batch.f("ix_staff_oidc_subject"), ["oidc_subject"], unique=True)
    with op.batch_alter_table("staff_sessions") as batch:
        batch.add_column(sa.Column("stage", sa.String(), server_default="done", nullable=False))
        batch.add_column(sa.Column("browser", sa.String(), server_default="", nullable=False))
    for table in KEPT:
        for statement in protect(table, op.get_context().dialect):
            op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for table in KEPT:
        for statement in release(table, op.get_context().dialect):
            op.execute(statement)
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_to_change_the_record()")
    with op.batch_alter_table("staff_sessions") as batch:
        batch.drop_column("browser")
        batch.drop_column("stage")
    with op.batch_alter_table("staff") as batch:
        batch.drop_index(batch.f("ix_staff_oidc_subject"))
        for name, _ in STAFF:
            batch.drop_column(name)
    op.drop_table("recovery_codes")
    op.drop_table("audit")
