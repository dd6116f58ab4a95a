"""Background work is done by one process at a time, and a process that died does not block it for ever."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from desk.clock import JST
from desk.services.context import Desk
from desk.services.leases import claim, give_back

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=JST)
TEN = timedelta(minutes=10)


@pytest.fixture
def held(desk: Desk) -> Desk:
    """A desk where process A has the work."""
    assert claim(desk, "alerts", "a", NOON, TEN)
    return desk


def test_a_second_process_must_wait(held: Desk) -> None:
    assert not claim(held, "alerts", "b", NOON + timedelta(minutes=9), TEN)


def test_the_holder_may_claim_again(held: Desk) -> None:
    assert claim(held, "alerts", "a", NOON, TEN)


def test_other_work_is_not_concerned(held: Desk) -> None:
    assert claim(held, "reminders", "b", NOON, TEN)


def test_what_is_given_back_can_be_taken_at_once(held: Desk) -> None:
    give_back(held, "alerts", "a", NOON)
    assert claim(held, "alerts", "b", NOON, TEN)


def test_nobody_gives_back_what_another_holds(held: Desk) -> None:
    give_back(held, "alerts", "b", NOON)
    assert not claim(held, "alerts", "b", NOON, TEN)


def test_a_process_that_died_loses_the_work_after_a_while(held: Desk) -> None:
    assert claim(held, "alerts", "b", NOON + TEN, TEN)


def test_giving_back_what_nobody_claimed_does_nothing(desk: Desk) -> None:
    give_back(desk, "alerts", "a", NOON)
    assert claim(desk, "alerts", "a", NOON, TEN)


def test_of_many_at_once_one_gets_it(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda number: claim(desk, "alerts", f"process {number}", NOON, TEN), range(8)))
    assert got.count(True) == 1
