"""Looking into the record: by person, case, kind, day and word, page by page."""

from datetime import date, timedelta

import pytest

from desk.domain.audit import Doer, Kind
from desk.services.audit import record_now
from desk.services.audit_reading import PAGE_SIZE, Sought, actors, export_record, read_record
from desk.services.context import Desk
from desk.services.staff import create_staff
from desk.services.staff_management import deactivate_staff
from tests.conftest import SettableClock

SATO, SUZUKI = Doer("sato"), Doer("suzuki")
CASE, OTHER = "I-2026-000001", "I-2026-000002"


@pytest.fixture(autouse=True)
def two_days(desk: Desk, clock: SettableClock) -> None:
    """佐藤 searches and reads on the 24th, 鈴木 reads and writes on the 25th."""
    record_now(desk, SATO, Kind.CASES_LISTED, "", {"words": [desk.safeguards.digest("めっき")]})
    record_now(desk, SATO, Kind.CASE_READ, CASE)
    clock.at += timedelta(days=1)
    record_now(desk, SUZUKI, Kind.CASE_READ, OTHER)
    record_now(desk, SUZUKI, Kind.MESSAGE_SENT, OTHER)


@pytest.mark.parametrize(
    ("sought", "numbers"),
    [
        (Sought(), [4, 3, 2, 1]),
        (Sought(actor="sato"), [2, 1]),
        (Sought(subject=OTHER), [4, 3]),
        (Sought(kind=Kind.CASE_READ), [3, 2]),
        (Sought(since=date(2026, 11, 25)), [4, 3]),
        (Sought(until=date(2026, 11, 24)), [2, 1]),
        (Sought(since=date(2026, 11, 24), until=date(2026, 11, 25)), [4, 3, 2, 1]),
        (Sought(word="ﾒｯｷ"), []),
        (Sought(word="めっき"), [1]),
        (Sought(word="め"), []),
        (Sought(before=3), [2, 1]),
        (Sought(actor="sato", kind=Kind.CASE_READ, subject=OTHER), []),
    ],
)
def test_what_is_asked_for_is_found_the_latest_first(desk: Desk, sought: Sought, numbers: list[int]) -> None:
    assert [entry.number for entry in read_record(desk, sought).entries] == numbers
    assert [entry.number for entry in export_record(desk, sought)] == numbers


def test_pages_follow_each_other_without_gap_or_repetition(desk: Desk) -> None:
    for _ in range(PAGE_SIZE):
        record_now(desk, SATO, Kind.CASES_LISTED)

    first = read_record(desk, Sought())
    assert first.next_before is not None
    second = read_record(desk, Sought(before=first.next_before))

    assert [entry.number for entry in first.entries + second.entries] == list(range(PAGE_SIZE + 4, 0, -1))
    assert second.next_before is None


def test_whoever_has_left_keeps_a_name_in_the_record(desk: Desk) -> None:
    create_staff(desk, "sato", "佐藤 花子", "coordinator", "東武練馬の金曜日は雨でした")
    deactivate_staff(desk, "sato", Doer("admin"))

    assert actors(desk) == {"sato": "佐藤 花子"}
