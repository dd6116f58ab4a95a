"""The rulebook of cases."""

from itertools import product

import pytest

from desk.domain.cases import TRANSITIONS, ImpossibleTransition, Status, case_number, check_transition

ALLOWED = {
    ("new", "assigned"),
    ("new", "in_progress"),
    ("new", "closed"),
    ("assigned", "new"),
    ("assigned", "in_progress"),
    ("assigned", "waiting"),
    ("assigned", "closed"),
    ("in_progress", "assigned"),
    ("in_progress", "waiting"),
    ("in_progress", "closed"),
    ("waiting", "assigned"),
    ("waiting", "in_progress"),
    ("waiting", "closed"),
    ("closed", "in_progress"),
}
PAIRS = [(before, after) for before, after in product(Status, Status) if before != after]


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair in ALLOWED])
def test_a_case_may_take_the_steps_of_the_table(before: Status, after: Status) -> None:
    check_transition(before, after)


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair not in ALLOWED])
def test_a_case_takes_no_other_step(before: Status, after: Status) -> None:
    with pytest.raises(ImpossibleTransition, match=f"{before} → {after}"):
        check_transition(before, after)


@pytest.mark.parametrize("status", Status)
def test_a_case_may_stay_where_it_is(status: Status) -> None:
    check_transition(status, status)


@pytest.mark.parametrize("status", Status)
def test_every_status_can_be_left_and_every_open_one_can_be_closed(status: Status) -> None:
    assert TRANSITIONS[status]
    assert status is Status.CLOSED or Status.CLOSED in TRANSITIONS[status]


def test_a_case_number_is_short_enough_to_be_read_out() -> None:
    assert case_number(2026, 123) == "I-2026-000123"
