"""What came of a case: recorded, taken back, never doubled and never lost, on each database."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DatabaseError

from desk.db.tables import CaseResult
from desk.domain.results import Evidence, Result, ResultKind, UnfitResult
from desk.services.case_rows import NoSuchCase
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.results import (
    AlreadyRecorded,
    NoSuchResult,
    record_result,
    results_of,
    withdraw_result,
)
from tests.services.people import events_of, handed_over, person

MATCH = Result(ResultKind.MATCHED, date(2026, 11, 20), partner="芝浦工業大学", note="材料分析の共同研究へ")
FUNDING = Result(ResultKind.FUNDED, date(2026, 10, 1), 30_000_000_000, partner="城北信用金庫", evidence=Evidence.PUBLIC)


@pytest.fixture
def number(desk: Desk) -> str:
    """The number of a case."""
    return handed_over(desk, person(desk))


def test_a_result_is_read_as_it_was_recorded(desk: Desk, number: str) -> None:
    result_id = record_result(desk, number, "sato", FUNDING)

    (read,) = results_of(desk, number)

    assert (read.id, read.result, read.actor, read.at) == (result_id, FUNDING, "sato", desk.now())
    assert ("sato", "result") in events_of(desk, number)


def test_the_latest_result_comes_first(desk: Desk, number: str) -> None:
    record_result(desk, number, "sato", MATCH)
    record_result(desk, number, "sato", FUNDING)

    assert [each.result.kind for each in results_of(desk, number)] == [ResultKind.MATCHED, ResultKind.FUNDED]


def test_a_result_taken_back_is_no_longer_read_but_both_rows_stay(desk: Desk, number: str) -> None:
    result_id = record_result(desk, number, "sato", MATCH)

    withdraw_result(desk, number, result_id, "suzuki")

    assert results_of(desk, number) == []
    assert ("suzuki", "result_withdrawn") in events_of(desk, number)
    with desk.database.reading() as session:
        rows = session.scalars(select(CaseResult).order_by(CaseResult.id)).all()
        assert [(row.actor, row.withdraws_id) for row in rows] == [("sato", None), ("suzuki", result_id)]


def test_what_was_taken_back_can_be_recorded_again_and_not_taken_back_twice(desk: Desk, number: str) -> None:
    first = record_result(desk, number, "sato", MATCH)
    withdraw_result(desk, number, first, "sato")

    with pytest.raises(NoSuchResult):
        withdraw_result(desk, number, first, "sato")
    assert record_result(desk, number, "sato", MATCH) != first


def test_the_same_result_is_not_recorded_twice(desk: Desk, number: str) -> None:
    record_result(desk, number, "sato", MATCH)

    with pytest.raises(AlreadyRecorded):
        record_result(desk, number, "suzuki", MATCH)

    record_result(desk, number, "sato", replace(MATCH, partner="東京都立大学"))
    assert len(results_of(desk, number)) == 2


def test_a_result_of_another_case_cannot_be_taken_back_from_here(desk: Desk, number: str) -> None:
    other = handed_over(desk, person(desk, "田中"), email="tanaka@example.jp")
    result_id = record_result(desk, other, "sato", MATCH)

    with pytest.raises(NoSuchResult):
        withdraw_result(desk, number, result_id, "sato")


def test_what_cannot_be_is_not_stored(desk: Desk, number: str) -> None:
    with pytest.raises(UnfitResult):
        record_result(desk, number, "sato", replace(MATCH, happened_on=date(2026, 11, 25)))
    with pytest.raises(UnfitResult):
        record_result(desk, number, "sato", replace(MATCH, program_id="なにかの助成"))
    with pytest.raises(NoSuchCase):
        record_result(desk, "I-2026-999999", "sato", MATCH)

    assert results_of(desk, number) == []
    assert ("sato", "result") not in events_of(desk, number)


def test_an_open_console_is_told(desk: Desk, number: str) -> None:
    told: list[str] = []
    with desk.changes.listening(CASES, lambda: told.append("changed")):
        withdraw_result(desk, number, record_result(desk, number, "sato", MATCH), "sato")

    assert told == ["changed", "changed"]


def test_the_database_itself_refuses_to_change_or_remove_a_result(desk: Desk, number: str) -> None:
    record_result(desk, number, "sato", MATCH)

    for statement in (update(CaseResult).values(amount_yen=1), delete(CaseResult)):
        with pytest.raises(DatabaseError), desk.database.transaction() as session:
            session.execute(statement)

    assert [each.result for each in results_of(desk, number)] == [MATCH]
