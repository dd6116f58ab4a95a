"""Transactions on both databases: all or nothing, readers beside a writer, rules of the tables enforced."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from desk.db.engine import Database
from desk.db.tables import Conversation, Counter, Message
from tests.conftest import TUESDAY_MORNING


def conversation(name: str = "c1", address: str = "suzuki") -> Conversation:
    return Conversation(
        id=name, channel="rest", address=address, draft={}, created_at=TUESDAY_MORNING, heard_at=TUESDAY_MORNING
    )


def message(conversation_id: str, external_id: str | None = None) -> Message:
    return Message(
        conversation_id=conversation_id,
        author="user",
        text="助成金を探しています",
        content={},
        understood={},
        external_id=external_id,
        at=TUESDAY_MORNING,
    )


def counted(database: Database) -> list[int]:
    with database.reading() as session:
        return list(session.scalars(select(Counter.value)))


def test_a_block_that_ends_well_is_committed(database: Database) -> None:
    with database.transaction() as session:
        session.add(Counter(name="case-2026", value=7))

    assert counted(database) == [7]


def test_a_block_that_fails_leaves_nothing_behind(database: Database) -> None:
    with pytest.raises(RuntimeError):
        write_then_fail(database)

    assert counted(database) == []


def write_then_fail(database: Database) -> None:
    with database.transaction() as session:
        session.add(Counter(name="case-2026", value=7))
        session.flush()
        raise RuntimeError("停電")


def test_a_message_of_no_conversation_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(message("nobody"))


def test_one_address_of_a_channel_is_one_conversation(database: Database) -> None:
    with database.transaction() as session:
        session.add(conversation("c1"))

    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(conversation("c2"))


def test_one_event_of_a_platform_is_one_message_in_a_conversation(database: Database) -> None:
    with database.transaction() as session:
        session.add_all([conversation("c1"), conversation("c2", "tanaka")])
        session.flush()
        session.add_all([message("c1", "e-1"), message("c2", "e-1"), message("c1"), message("c1")])

    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(message("c1", "e-1"))


def test_reading_does_not_wait_for_a_writer(database: Database) -> None:
    # given a transaction that has written and is still open
    with database.transaction() as session:
        session.add(Counter(name="case-2026", value=1))
        session.flush()

        # then somebody else reads what was committed before, at once
        assert counted(database) == []

    assert counted(database) == [1]


def test_writers_wait_for_each_other_and_none_is_lost(database: Database) -> None:
    # given a counter that twelve writers read first and then raise
    with database.transaction() as session:
        session.add(Counter(name="case-2026", value=0))
    writers = [threading.Thread(target=raise_counter, args=(database,)) for _ in range(12)]

    # when they all start at once
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    # then each has counted
    assert counted(database) == [12]


def raise_counter(database: Database) -> None:
    with database.transaction() as session:
        row = session.scalars(select(Counter).with_for_update()).one()
        row.value += 1


def test_a_database_that_answers_is_pinged_silently(database: Database) -> None:
    database.ping()


def test_the_folder_of_an_sqlite_file_is_made(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/var/desk/desk.sqlite3")

    database.ping()
    database.close()

    assert (tmp_path / "var" / "desk" / "desk.sqlite3").exists()


def test_an_error_of_the_database_does_not_repeat_a_persons_words(database: Database) -> None:
    with pytest.raises(IntegrityError) as refused, database.transaction() as session:
        session.add(message("nobody"))

    assert "助成金を探しています" not in str(refused.value)
