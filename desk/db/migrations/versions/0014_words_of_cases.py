"""the words of cases, to be searched: pieces of three characters on PostgreSQL, FTS5 with trigrams on SQLite.

No extension is needed on PostgreSQL: not every operator may create one, and pg_trgm finds no word of two characters.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from desk.db.types import Json
from desk.domain.case_words import LONGEST_TEXT, normal, pieces

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ON_SQLITE = (
    "CREATE VIRTUAL TABLE case_texts_fts"
    " USING fts5(text, content='case_texts', content_rowid='case_id', tokenize='trigram')",
    "CREATE TRIGGER case_texts_added AFTER INSERT ON case_texts BEGIN"
    " INSERT INTO case_texts_fts (rowid, text) VALUES (new.case_id, new.text); END",
    "CREATE TRIGGER case_texts_removed AFTER DELETE ON case_texts BEGIN"
    " INSERT INTO case_texts_fts (case_texts_fts, rowid, text) VALUES ('delete', old.case_id, old.text); END",
    "CREATE TRIGGER case_texts_changed AFTER UPDATE OF text ON case_texts BEGIN"
    " INSERT INTO case_texts_fts (case_texts_fts, rowid, text) VALUES ('delete', old.case_id, old.text);"
    " INSERT INTO case_texts_fts (rowid, text) VALUES (new.case_id, new.text); END",
)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "case_texts",
        sa.Column("case_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("pieces", sa.Text().with_variant(TSVECTOR(), "postgresql"), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_texts_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_texts")),
    )
    op.create_index("ix_case_texts_pieces", "case_texts", ["pieces"], postgresql_using="gin")
    if op.get_bind().dialect.name == "sqlite":
        for statement in ON_SQLITE:
            op.execute(statement)
    _index_what_is_there()


def downgrade() -> None:
    """Undo."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE case_texts_fts")
    op.drop_table("case_texts")


def _index_what_is_there() -> None:
    """Case by case, as the tables are at this point."""
    cases = sa.table(
        "cases", *map(sa.column, ("id", "conversation_id", "number", "summary")), sa.Column("contact", Json)
    )
    messages = sa.table("messages", *map(sa.column, ("id", "conversation_id", "text")))
    texts = sa.table("case_texts", *map(sa.column, ("case_id", "text", "pieces")))
    connection = op.get_bind()
    for case in connection.execute(sa.select(cases).order_by(cases.c.id)).all():
        said = sa.select(messages.c.text).where(messages.c.conversation_id == case.conversation_id)
        contact = [str(value) for value in (case.contact or {}).values()]
        words = [case.number, case.summary, *contact, *connection.scalars(said.order_by(messages.c.id))]
        text = normal(" ".join(words))[:LONGEST_TEXT]
        found_by = sa.func.array_to_tsvector(sa.literal(sorted(pieces(text)), ARRAY(sa.String())))
        on_postgresql = {"pieces": found_by} if connection.dialect.name == "postgresql" else {}
        connection.execute(sa.insert(texts).values(case_id=case.id, text=text, **on_postgresql))
