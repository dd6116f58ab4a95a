"""Area and industry stand in the row of a case as they were told last, on both databases."""

from collections.abc import Iterator

import pytest
from alembic import command
from sqlalchemy import select, text

from desk.db.engine import Database
from desk.db.migrate import alembic_config, migrate
from desk.db.tables import Case, Conversation
from desk.services import facts
from desk.services.context import Desk
from tests.services.people import handed_over, person


def told(desk: Desk, conversation_id: str, **heard: str) -> None:
    """The person says something of themselves."""
    with desk.database.transaction() as session:
        facts.remember(session, desk, session.get_one(Conversation, conversation_id), heard, None)


def standing(desk: Desk) -> list[tuple[str | None, str | None]]:
    """What stands in the rows of all cases."""
    with desk.database.reading() as session:
        rows = session.execute(select(Case.area, Case.industry).order_by(Case.id))
        return [(area, industry) for area, industry in rows]


def test_a_new_case_holds_what_was_told_before_it(desk: Desk) -> None:
    conversation = person(desk)
    told(desk, conversation, area="豊島区", industry="software")
    told(desk, conversation, area="板橋区")
    handed_over(desk, conversation)

    assert standing(desk) == [("板橋区", "software")]


def test_what_is_told_later_is_followed_and_others_are_left_alone(desk: Desk) -> None:
    first, second = person(desk, "a"), person(desk, "b")
    told(desk, second, area="北区")
    for each in (first, second):
        handed_over(desk, each)
    told(desk, first, area="板橋区", industry="manufacturing")

    assert standing(desk) == [("板橋区", "manufacturing"), ("北区", None)]


def test_what_is_taken_back_or_no_longer_known_is_gone(desk: Desk) -> None:
    conversation = person(desk)
    told(desk, conversation, area="板橋区", industry="software")
    handed_over(desk, conversation)
    with desk.database.transaction() as session:
        row = session.get_one(Conversation, conversation)
        facts.forget(session, desk, row, "area")
        facts.remember_unknown(session, desk, row, "industry")

    assert standing(desk) == [(None, None)]


@pytest.fixture
def old(empty_database_url: str) -> Iterator[Database]:
    """A database of the revision before these columns, with a case of somebody who changed their mind."""
    database = Database(empty_database_url)
    at = "2026-11-20 01:00:00"
    with database.engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0018")
    with database.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO conversations (id, channel, address, gate, draft, questions, misunderstandings,"
                f" created_at, heard_at) VALUES ('c', 'web', 'a', 'bot', '{{}}', 0, 0, '{at}', '{at}')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO cases (number, conversation_id, status, speciality, priority, urgency, reason, summary,"
                " contact, created_at, due_at) VALUES ('I-2026-000001', 'c', 'new', 'ip', 'normal', '[]', 'asked', '',"
                f" '{{}}', '{at}', '{at}')"
            )
        )
        for area, retracted in (("豊島区", None), ("板橋区", None), ("北区", at)):
            connection.execute(
                text(
                    "INSERT INTO facts (conversation_id, name, state, content, at, retracted_at)"
                    f" VALUES ('c', 'area', 'known', :content, '{at}', :retracted)"
                ),
                {"content": f'{{"value": "{area}"}}', "retracted": retracted},
            )
    yield database
    database.close()


def test_old_cases_get_what_their_persons_told_last(old: Database) -> None:
    migrate(old)

    with old.engine.connect() as connection:
        assert connection.execute(select(Case.area, Case.industry)).all() == [("板橋区", None)]
