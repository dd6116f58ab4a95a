"""Times and JSON come back from both databases as they went in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from desk.clock import JST
from desk.db.engine import Database
from desk.db.tables import Conversation, Fact, StaffSession

MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=JST)


def conversation(at: datetime, draft: dict[str, object] | None = None) -> Conversation:
    return Conversation(id="c1", channel="rest", address="suzuki", draft=draft or {}, created_at=at, heard_at=at)


def stored(database: Database, row: Conversation) -> Conversation:
    with database.transaction() as session:
        session.add(row)
    with database.reading() as session:
        return session.scalars(select(Conversation)).one()


def test_a_time_without_an_offset_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="without an offset"), database.transaction() as session:
        session.add(conversation(datetime(2026, 11, 24, 9, 30)))

    with database.reading() as session:
        assert session.scalars(select(Conversation)).all() == []


def test_a_comparison_with_a_naive_time_is_refused_as_well(database: Database) -> None:
    query = select(StaffSession).where(StaffSession.seen_at < datetime(2026, 11, 24))

    with pytest.raises(StatementError, match="without an offset"), database.reading() as session:
        session.scalars(query).all()


@pytest.mark.parametrize(
    "given",
    [MORNING, MORNING.astimezone(UTC), MORNING.astimezone(timezone(timedelta(hours=-8)))],
    ids=["Tokyo", "UTC", "Los Angeles in winter"],
)
def test_a_time_comes_back_in_japan_time_wherever_it_was_taken(database: Database, given: datetime) -> None:
    found = stored(database, conversation(given))

    assert found.created_at == MORNING
    assert found.created_at.utcoffset() == timedelta(hours=9)
    assert found.created_at.isoformat() == "2026-11-24T09:30:00+09:00"


def test_microseconds_are_kept(database: Database) -> None:
    exact = MORNING.replace(microsecond=123456)

    assert stored(database, conversation(exact)).created_at == exact


def test_an_absent_time_stays_absent(database: Database) -> None:
    with database.transaction() as session:
        session.add(conversation(MORNING))
        session.flush()
        session.add(Fact(conversation_id="c1", name="area", state="known", content={"value": "板橋区"}, at=MORNING))

    with database.reading() as session:
        assert session.scalars(select(Fact.retracted_at)).all() == [None]


def test_times_are_ordered_by_the_moment_not_by_the_offset(database: Database) -> None:
    # given a session seen at 09:00 in Tokyo, which is midnight in UTC
    later = datetime(2026, 11, 24, 9, 0, tzinfo=JST)
    earlier = datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
    with database.transaction() as session:
        session.add(conversation(later))

    # then it counts as after 23:59 UTC of the day before
    with database.reading() as session:
        assert session.scalars(select(Conversation).where(Conversation.created_at > earlier)).all()


def test_japanese_in_json_comes_back_as_it_went_in(database: Database) -> None:
    draft = {"reason": "asked", "contact": {"name": "髙橋 一郎", "company": "㈱めっき工房"}, "skipped": ["email"]}

    assert stored(database, conversation(MORNING, draft)).draft == draft
