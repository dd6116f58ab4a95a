"""the words of cases anew, in a form that no longer tells hiragana from katakana.

Nothing is lost on the way down: there the words stay as they are, and katakana is found in hiragana only.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR

from desk.domain.case_words import normal, pieces

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

AT_ONCE = 500


def upgrade() -> None:
    """Apply, some cases at a time: all texts of a large desk are more than belongs into memory."""
    pieces_type = sa.Text().with_variant(TSVECTOR(), "postgresql")
    texts = sa.table("case_texts", sa.column("case_id"), sa.column("text"), sa.column("pieces", pieces_type))
    connection, last = op.get_bind(), 0
    query = sa.select(texts.c.case_id, texts.c.text).order_by(texts.c.case_id).limit(AT_ONCE)
    while rows := connection.execute(query.where(texts.c.case_id > last)).all():
        for case_id, text in rows:
            _store(connection, texts, case_id, normal(text))
        last = rows[-1].case_id


def downgrade() -> None:
    """Undo."""


def _store(connection: sa.Connection, texts: sa.TableClause, case_id: int, text: str) -> None:
    found_by = sa.func.array_to_tsvector(sa.literal(sorted(pieces(text)), ARRAY(sa.String())))
    on_postgresql = {"pieces": found_by} if connection.dialect.name == "postgresql" else {}
    connection.execute(sa.update(texts).where(texts.c.case_id == case_id).values(text=text, **on_postgresql))
