"""Cases from before there were needs get one each."""

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import text

from desk.db.engine import Database
from desk.db.migrate import alembic_config, migrate

CASES = [
    ("I-2026-000001", "new", "ip", None),
    ("I-2026-000002", "in_progress", "subsidy", 1),
    ("I-2026-000003", "closed", "unheard_of", None),
]


@pytest.fixture
def old(empty_database_url: str) -> Iterator[Database]:
    """A database of the last revision without needs, with three cases."""
    database = Database(empty_database_url)
    with database.engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0006")
    at = "2026-11-20 01:00:00+00:00" if database.url.get_backend_name() != "sqlite" else "2026-11-20 01:00:00"
    with database.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO conversations (id, channel, address, gate, draft, questions, misunderstandings,"
                " created_at, heard_at) VALUES ('c', 'web', 'a', 'bot', '{}', 0, 0, :at, :at)"
            ),
            {"at": at},
        )
        connection.execute(
            text(
                "INSERT INTO staff (id, login, name, role, password_hash, active, failed_logins)"
                " VALUES (1, 'sato', '佐藤 花子', 'coordinator', '', true, 0)"
            )
        )
        for number, status, speciality, lead in CASES:
            connection.execute(
                text(
                    "INSERT INTO cases (number, conversation_id, status, speciality, priority, reason, summary,"
                    " contact, created_at, due_at, assignee_id, consent_at)"
                    " VALUES (:number, 'c', :status, :speciality, 'normal', 'asked', '', '{}', :at, :at, :lead, :at)"
                ),
                {"number": number, "status": status, "speciality": speciality, "lead": lead, "at": at},
            )
    yield database
    database.close()


def test_every_old_case_gets_a_need_that_fits_its_state(old: Database) -> None:
    migrate(old)

    with old.engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT number, needs.status, needs.speciality, title, owner_id, consent_how FROM needs"
                " JOIN cases ON cases.id = case_id ORDER BY number"
            )
        )
        assert [tuple(row) for row in rows] == [
            ("I-2026-000001", "open", "ip", "特許・商標など知的財産のこと", None, "written"),
            ("I-2026-000002", "taken", "subsidy", "補助金・助成金のこと", 1, "written"),
            ("I-2026-000003", "done", "unheard_of", "ご相談の全般", None, "written"),
        ]
