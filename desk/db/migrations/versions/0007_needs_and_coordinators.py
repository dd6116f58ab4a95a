"""needs with their assignments, coordinators with skills, hours and absences; every case gets a need.

Columns with foreign keys are added by plain `ALTER TABLE`: rebuilding a table that others refer to fails on SQLite.
"""

import sqlalchemy as sa
from alembic import op

from desk.db.types import Instant, Json

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

#: titles of that day; the desk may word them otherwise later
TITLES = {
    "technology": "技術の課題・共同研究のこと",
    "management": "経営・資金・人材のこと",
    "ip": "特許・商標など知的財産のこと",
    "subsidy": "補助金・助成金のこと",
    "startup": "創業のこと",
    "general": "ご相談の全般",
}
ADDED = (
    ("conversations", "holder_id", "staff"),
    ("cases", "linked_id", "cases"),
)


def upgrade() -> None:
    """Apply."""
    _create_needs()
    _create_coordinators()
    for table, column, target in ADDED:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
            f" CONSTRAINT {op.f(f'fk_{table}_{column}')} REFERENCES {target} (id)"
        )
    op.create_index(op.f("ix_cases_linked_id"), "cases", ["linked_id"])
    for column in ("consent_how", "contact_preference"):
        op.add_column("cases", sa.Column(column, sa.String(), nullable=True))
    op.add_column("cases", sa.Column("urgency", Json, nullable=False, server_default="[]"))
    op.execute("UPDATE cases SET consent_how = 'written' WHERE consent_at IS NOT NULL")
    _fill_needs()


def downgrade() -> None:
    """Undo."""
    op.drop_column("cases", "urgency")
    for column in ("contact_preference", "consent_how"):
        op.drop_column("cases", column)
    op.drop_index(op.f("ix_cases_linked_id"), "cases")
    for table, column, _target in ADDED:
        op.drop_column(table, column)
    for table in ("absences", "coordinators", "assignments", "needs"):
        op.drop_table(table)


def _create_needs() -> None:
    op.create_table(
        "needs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("speciality", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_needs_case_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_needs_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_needs")),
    )
    for column in ("case_id", "status", "owner_id"):
        op.create_index(op.f(f"ix_needs_{column}"), "needs", [column])
    op.create_table(
        "assignments",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("offered_by", sa.String(), nullable=False),
        sa.Column("offered_at", Instant(), nullable=False),
        sa.Column("answered_at", Instant(), nullable=True),
        sa.CheckConstraint("(staff_id IS NULL) <> (body IS NULL)", name=op.f("ck_assignments_one_recipient")),
        sa.ForeignKeyConstraint(["need_id"], ["needs.id"], name=op.f("fk_assignments_need_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_assignments_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sa.UniqueConstraint("need_id", "staff_id", name=op.f("uq_assignments_need_id_staff_id")),
        sa.UniqueConstraint("need_id", "body", name=op.f("uq_assignments_need_id_body")),
    )
    for column in ("need_id", "staff_id"):
        op.create_index(op.f(f"ix_assignments_{column}"), "assignments", [column])


def _create_coordinators() -> None:
    op.create_table(
        "coordinators",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("specialities", Json, nullable=False),
        sa.Column("hours", Json, nullable=False),
        sa.Column("max_load", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_coordinators_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_coordinators")),
    )
    op.create_table(
        "absences",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_absences_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_staff_id"), "absences", ["staff_id"])


def _fill_needs() -> None:
    """One need for each case there is: of its speciality, taken when it has a lead, done when it is closed."""
    titles = " ".join(f"WHEN '{speciality}' THEN '{title}'" for speciality, title in TITLES.items())
    op.execute(
        "INSERT INTO needs (case_id, speciality, title, status, owner_id, created_at, closed_at)"
        f" SELECT id, speciality, CASE speciality {titles} ELSE '{TITLES['general']}' END,"
        " CASE WHEN status = 'closed' THEN 'done' WHEN assignee_id IS NULL THEN 'open' ELSE 'taken' END,"
        " assignee_id, created_at, closed_at FROM cases"
    )
