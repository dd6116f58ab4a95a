"""The console's questions to the record beside the queue, on each database."""

from datetime import timedelta

import pytest

from desk.services.cases import read_case
from desk.services.console import colleagues, take_over, watch_session
from desk.services.context import Desk
from desk.services.staff import IDLE, create_staff, log_in
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, open_case


@pytest.fixture
def staff(desk: Desk) -> None:
    """A coordinator."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)


def test_colleagues_are_listed_by_name_with_whether_they_work_on_cases(desk: Desk) -> None:
    create_staff(desk, "b", "い", "coordinator", PASSWORD)
    create_staff(desk, "a", "あ", "auditor", PASSWORD)
    assert [(each.login, each.caseworker) for each in colleagues(desk)] == [("a", False), ("b", True)]


def test_looking_at_a_session_keeps_it_no_longer_alive(desk: Desk, staff: None, clock: SettableClock) -> None:
    token = log_in(desk, "sato", PASSWORD)
    clock.at += timedelta(minutes=20)
    watched = watch_session(desk, token)
    assert watched is not None
    assert (watched[0].name, watched[1]) == ("佐藤 花子", IDLE - timedelta(minutes=20))
    clock.at += timedelta(minutes=10)
    assert watch_session(desk, token) is None


def test_an_unknown_session_is_nobody(desk: Desk) -> None:
    assert watch_session(desk, "made up") is None


def test_taking_over_silences_the_bot_and_is_recorded(desk: Desk, staff: None) -> None:
    number = open_case(desk, "a")
    take_over(desk, number, "sato")
    file = read_case(desk, number)
    assert file.gate == "staff"
    assert (file.events[-1].kind, file.events[-1].actor) == ("taken_over", "sato")
