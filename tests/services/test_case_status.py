"""Telling how a case stands."""

from datetime import timedelta

import pytest

from desk.domain.cases import Speciality, Status
from desk.services.case_status import Progress, find_progress
from desk.services.cases import update_case
from desk.services.context import Desk
from tests.conftest import SettableClock
from tests.services.people import handed_over, person


def progress(desk: Desk, conversation: str, number: str | None = None) -> Progress:
    """How it stands; there must be a case."""
    found = find_progress(desk, conversation, number)
    assert found is not None
    return found


def test_the_case_of_this_conversation_is_found_without_its_number(desk: Desk) -> None:
    somebody = person(desk)
    number = handed_over(desk, somebody, topic="ip")

    found = progress(desk, somebody)

    assert (found.number, found.status, found.speciality) == (number, Status.NEW, Speciality.IP)
    assert not found.late


def test_of_several_cases_the_newest_is_told_and_an_older_one_by_its_number(desk: Desk) -> None:
    somebody = person(desk)
    first = handed_over(desk, somebody)
    update_case(desk, first, "suzuki", {"status": "closed"})
    second = handed_over(desk, somebody)

    assert progress(desk, somebody).number == second
    assert progress(desk, somebody, first).status == Status.CLOSED


def test_the_number_of_somebody_elses_case_tells_nothing(desk: Desk) -> None:
    number = handed_over(desk, person(desk, "佐々木"))

    assert find_progress(desk, person(desk, "見知らぬ人"), number) is None


def test_a_number_that_was_never_given_looks_the_same(desk: Desk) -> None:
    assert find_progress(desk, person(desk), "I-2026-999999") is None


def test_without_a_case_there_is_nothing_to_tell(desk: Desk) -> None:
    assert find_progress(desk, person(desk), None) is None


@pytest.mark.parametrize(("status", "late"), [("assigned", True), ("in_progress", False), ("closed", False)])
def test_a_promise_that_passed_without_an_answer_is_late(
    desk: Desk, clock: SettableClock, status: str, late: bool
) -> None:
    somebody = person(desk)
    number = handed_over(desk, somebody)
    update_case(desk, number, "suzuki", {"status": status})
    clock.at += timedelta(days=5)

    assert progress(desk, somebody).late is late
