"""The record of who read and changed what: complete, in order, and protected by the database itself."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from desk.db.tables import AuditEntry
from desk.domain.audit import BEGINNING, Doer, Entry, Kind, Via
from desk.services.audit import ONCE_WITHIN, check_record, entry_of, has_head, record, record_now, record_once
from desk.services.context import Desk
from tests.conftest import SettableClock

SATO, API = Doer("sato"), Doer("api", Via.API)
CASE = "I-2026-000001"


def written(desk: Desk) -> list[Entry]:
    """The whole record."""
    with desk.database.reading() as session:
        return [entry_of(row) for row in session.scalars(select(AuditEntry).order_by(AuditEntry.id))]


def test_what_somebody_did_stands_in_the_record(desk: Desk) -> None:
    record_now(desk, SATO, Kind.CASE_READ, CASE, {"page": "2"})

    (entry,) = written(desk)
    assert (entry.actor, entry.via, entry.kind, entry.subject) == ("sato", "console", "case_read", CASE)
    assert (entry.detail, entry.at, entry.previous) == ({"page": "2"}, desk.now(), BEGINNING)


def test_each_row_holds_the_hash_of_the_row_before_it(desk: Desk) -> None:
    for doer in (SATO, API, SATO):
        record_now(desk, doer, Kind.CASE_READ, CASE)

    first, second, third = written(desk)
    assert (first.hash, second.hash) == (second.previous, third.previous)
    assert check_record(desk).rows == 3
    assert check_record(desk).broken is None


def test_an_entry_shares_the_fate_of_what_it_tells(desk: Desk) -> None:
    with desk.database.transaction() as session:
        record(session, desk, SATO, Kind.STAFF_CHANGED, "suzuki")
        session.rollback()

    assert written(desk) == []


def test_a_page_that_asks_again_and_again_is_one_reading_in_a_quarter_of_an_hour(
    desk: Desk, clock: SettableClock
) -> None:
    for _ in range(3):
        record_once(desk, SATO, Kind.CASES_LISTED, "", {"basket": "new"})
        record_once(desk, SATO, Kind.CASES_LISTED, "", {"basket": "mine"})
    assert len(written(desk)) == 2

    record_once(desk, Doer("suzuki"), Kind.CASES_LISTED, "", {"basket": "new"})
    assert len(written(desk)) == 3

    clock.at += ONCE_WITHIN
    record_once(desk, SATO, Kind.CASES_LISTED, "", {"basket": "new"})
    assert len(written(desk)) == 4


def test_many_who_write_at_once_stand_in_one_line(desk: Desk) -> None:
    writers = [
        threading.Thread(target=record_now, args=(desk, Doer(f"member{number}"), Kind.CASE_READ, CASE))
        for number in range(8)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [entry.number for entry in written(desk)] == list(range(1, 9))
    assert check_record(desk).broken is None


def test_the_database_refuses_to_change_or_remove_a_row(desk: Desk) -> None:
    record_now(desk, SATO, Kind.CASE_READ, CASE)

    for attempt in ("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="only ever added"), desk.database.transaction() as session:
            session.execute(text(attempt))
    assert [entry.actor for entry in written(desk)] == ["sato"]


def test_whoever_switches_the_protection_off_is_found_out(desk: Desk) -> None:
    for _ in range(3):
        record_now(desk, SATO, Kind.CASE_READ, CASE)

    with desk.database.transaction() as session:
        sqlite = desk.database.url.get_backend_name() == "sqlite"
        session.execute(text(f"DROP TRIGGER audit_is_append_only_update{'' if sqlite else ' ON audit'}"))
        session.execute(text("UPDATE audit SET actor = 'suzuki' WHERE id = 2"))

    assert check_record(desk).broken == 2


def test_a_hash_that_was_noted_down_is_found_again(desk: Desk) -> None:
    record_now(desk, SATO, Kind.CASE_READ, CASE)
    head = check_record(desk).head
    record_now(desk, SATO, Kind.CASE_READ, CASE)

    assert has_head(desk, head)
    assert not has_head(desk, "f" * 64)


def test_a_moment_to_the_microsecond_survives_either_database(desk: Desk, clock: SettableClock) -> None:
    clock.at += timedelta(microseconds=123_457)
    record_now(desk, SATO, Kind.CASES_LISTED, "", {"speciality": "ip", "basket": "new", "words": ["ab", "cd"]})

    assert check_record(desk).broken is None
