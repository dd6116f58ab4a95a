"""the clocks of a case, reminders, follow-ups and surveys.

What the clocks know of older cases comes from their events; when the person was to be reached was promised to nobody.
"""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

CLOCKS = ("contact_due_at", "replied_at", "reached_at", "unanswered_since", "waiting_since", "escalated_at")
FIRST_REPLY = """
    UPDATE cases SET replied_at =
        (SELECT min(at) FROM case_events WHERE case_events.case_id = cases.id AND kind = 'answered')
"""
LAST_EVENT = """
    UPDATE cases SET waiting_since = (SELECT max(at) FROM case_events WHERE case_events.case_id = cases.id)
    WHERE status = 'waiting'
"""


def upgrade() -> None:
    """Apply."""
    for column in CLOCKS:
        op.add_column("cases", sa.Column(column, Instant(), nullable=True))
    op.execute(FIRST_REPLY)
    op.execute(LAST_EVENT)
    _create_reminders()
    _create_follow_ups()
    _create_surveys()


def downgrade() -> None:
    """Undo."""
    for table in ("surveys", "follow_ups", "reminders"):
        op.drop_table(table)
    for column in CLOCKS:
        op.drop_column("cases", column)


def _create_reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_reminders_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint("case_id", "clock", "due_at", "rung", name=op.f("uq_reminders_case_id_clock_due_at_rung")),
    )


def _create_follow_ups() -> None:
    op.create_table(
        "follow_ups",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("after_days", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("asked_at", Instant(), nullable=True),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.Column("answered_by", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_follow_ups_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_ups")),
        sa.UniqueConstraint("case_id", "after_days", name=op.f("uq_follow_ups_case_id_after_days")),
    )
    op.create_index(op.f("ix_follow_ups_due_on"), "follow_ups", ["due_on"])


def _create_surveys() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("solved", sa.Boolean(), nullable=True),
        sa.Column("word", sa.Text(), nullable=True),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_surveys_case_id")),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name=op.f("fk_surveys_conversation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
        sa.UniqueConstraint("case_id", name=op.f("uq_surveys_case_id")),
    )
    for column in ("asked_at", "conversation_id"):
        op.create_index(op.f(f"ix_surveys_{column}"), "surveys", [column])
