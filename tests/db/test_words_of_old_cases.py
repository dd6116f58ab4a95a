"""Words that were stored while hiragana and katakana were told apart are found in either, on both databases."""

from alembic import command
from sqlalchemy import func, insert, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import String

from desk.db.migrate import alembic_config, migrate
from desk.db.tables import Case, CaseText, Conversation
from desk.domain.case_words import pieces
from desk.services.context import Desk
from desk.services.search_cases import says

#: more than the migration reads at once
CASES = 501


def write_as_before(desk: Desk) -> None:
    """Many cases of plating, the last one of a server, in the words of the last revision that told kana apart."""
    at = {"created_at": desk.now(), "heard_at": desk.now()}
    words = {number: f"i-2026-{number:06d} メッキ加工" for number in range(1, CASES)} | {CASES: "サーバーの相談"}
    with desk.database.engine.begin() as connection:
        command.downgrade(alembic_config(connection), "0020")
        connection.execute(insert(Conversation).values(id="c", channel="web", address="a", **at))
        connection.execute(insert(Case), [_case(desk, number) for number in words])
        for number, text in words.items():
            found_by = func.array_to_tsvector(literal(sorted(pieces(text)), ARRAY(String)))
            on_postgresql = {"pieces": found_by} if connection.dialect.name == "postgresql" else {}
            connection.execute(insert(CaseText).values(case_id=number, text=text, **on_postgresql))


def _case(desk: Desk, number: int) -> dict[str, object]:
    case = {"id": number, "number": f"I-2026-{number:06d}", "conversation_id": "c", "speciality": "technology"}
    return case | {"reason": "asked", "summary": "", "created_at": desk.now(), "due_at": desk.now()}


def how_many(desk: Desk, question: str) -> int | None:
    """Cases that are found."""
    with desk.database.reading() as session:
        return session.scalar(select(func.count(Case.id)).where(says(session, question)))


def test_old_words_are_found_in_both_kana_after_the_migration(desk: Desk) -> None:
    write_as_before(desk)
    assert how_many(desk, "メッキ") == 0

    migrate(desk.database)

    assert [how_many(desk, each) for each in ("メッキ", "めっき", "ﾒｯｷ加工", "メ")] == [CASES - 1] * 4
    assert [how_many(desk, each) for each in ("サーバー", "サーバ", "サーバの相談", "さーばー")] == [1] * 4
    assert how_many(desk, "I-2026-000500") == 1
