"""results of cases are only ever added: the database refuses anything else."""

from alembic import op

from desk.db.append_only import protect, release

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for statement in protect("case_results", op.get_context().dialect):
        op.execute(statement)


def downgrade() -> None:
    """Undo."""
    for statement in release("case_results", op.get_context().dialect):
        op.execute(statement)
