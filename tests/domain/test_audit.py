"""The chain of the record shows whatever was changed, removed, slipped in or put in another order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desk.clock import JST
from desk.domain.audit import BEGINNING, Entry, seal, walk

MORNING = datetime(2026, 11, 24, 10, 0, tzinfo=JST)


def chain(length: int) -> list[Entry]:
    """A record that was written as it should be."""
    entries: list[Entry] = []
    for number in range(1, length + 1):
        previous = entries[-1].hash if entries else BEGINNING
        at, words = MORNING + timedelta(minutes=number), ("sato", "console", "case_read", f"I-2026-00000{number}")
        detail = {"page": number}
        entries.append(Entry(number, at, *words, detail, previous, seal(number, at, words, detail, previous)))
    return entries


def test_a_record_that_nobody_touched_fits_to_its_last_row() -> None:
    entries = chain(5)

    assert walk(entries).broken is None
    assert (walk(entries).rows, walk(entries).head) == (5, entries[-1].hash)


def test_an_empty_record_fits() -> None:
    assert (walk([]).rows, walk([]).head, walk([]).broken) == (0, BEGINNING, None)


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "suzuki"},
        {"via": "api"},
        {"kind": "case_changed"},
        {"subject": "I-2026-000009"},
        {"detail": {"page": 9}},
        {"at": MORNING},
        {"hash": "f" * 64},
        {"previous": "f" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_row_is_named(change: dict[str, object]) -> None:
    entries = chain(5)
    entries[2] = replace(entries[2], **change)

    assert walk(entries).broken == 3


def test_a_row_changed_with_its_own_hash_breaks_at_the_next() -> None:
    entries = chain(5)
    words = ("suzuki", "console", "case_read", entries[2].subject)
    forged = seal(3, entries[2].at, words, entries[2].detail, entries[2].previous)
    entries[2] = replace(entries[2], actor="suzuki", hash=forged)

    assert walk(entries).broken == 4


@pytest.mark.parametrize("missing", [0, 2, 3])
def test_a_missing_row_is_named(missing: int) -> None:
    entries = chain(5)
    del entries[missing]

    assert walk(entries).broken == missing + 1


def test_rows_in_another_order_do_not_fit() -> None:
    first, second, *rest = chain(4)

    assert walk([second, first, *rest]).broken == 1


def test_rows_cut_off_the_end_show_by_the_last_hash_alone() -> None:
    entries = chain(5)

    assert walk(entries[:4]).broken is None
    assert walk(entries[:4]).head != walk(entries).head


def test_the_hash_is_the_same_in_any_zone_and_any_order_of_keys() -> None:
    words = ("sato", "console", "cases_listed", "")

    here = seal(1, MORNING, words, {"basket": "new", "page": "2"}, BEGINNING)
    there = seal(1, MORNING.astimezone(UTC), words, {"page": "2", "basket": "new"}, BEGINNING)

    assert here == there
