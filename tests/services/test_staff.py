"""Logins of staff: who gets in, who is locked out, and when a session ends."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.db.tables import Staff, StaffSession
from desk.services import staff as logins
from desk.services.context import Desk
from desk.services.staff import (
    ATTEMPTS,
    IDLE,
    LOCK,
    LONGEST,
    LoginRefused,
    anybody_there,
    create_staff,
    log_in,
    log_out,
    member_of,
)
from tests.conftest import SettableClock

PASSWORD = "東武練馬の金曜日"
#: that of production: tests get a quicker one once they run (tests/conftest.py)
HASHER = logins._hasher


@pytest.fixture
def suzuki(desk: Desk) -> str:
    """The login of a coordinator."""
    create_staff(desk, "suzuki", "鈴木 健", "coordinator", PASSWORD)
    return "suzuki"


def fail_to_log_in(desk: Desk, login: str, times: int) -> None:
    for _ in range(times):
        with pytest.raises(LoginRefused):
            log_in(desk, login, "まちがい")


def test_whoever_knows_the_password_gets_a_session(desk: Desk, suzuki: str) -> None:
    member = member_of(desk, log_in(desk, suzuki, PASSWORD))

    assert member is not None
    assert (member.login, member.name, member.role) == ("suzuki", "鈴木 健", "coordinator")
    assert len(member.csrf_token) >= 32


def test_a_wrong_password_is_refused(desk: Desk, suzuki: str) -> None:
    with pytest.raises(LoginRefused):
        log_in(desk, suzuki, PASSWORD + "。")


@pytest.mark.parametrize("login", ["tanaka", "", "Suzuki", "suzuki "])
def test_an_unknown_login_is_refused_alike(desk: Desk, suzuki: str, login: str) -> None:
    with pytest.raises(LoginRefused):
        log_in(desk, login, PASSWORD)


def test_neither_password_nor_token_stands_in_the_database(desk: Desk, suzuki: str) -> None:
    token = log_in(desk, suzuki, PASSWORD)

    with desk.database.reading() as session:
        staff, login = session.scalars(select(Staff)).one(), session.scalars(select(StaffSession)).one()
    assert staff.password_hash.startswith("$argon2id$")
    assert PASSWORD not in staff.password_hash
    assert token != login.token_hash


def test_guessing_a_password_costs_at_least_what_owasp_asks() -> None:
    assert (HASHER.type.name, HASHER.memory_cost >= 19 * 1024, HASHER.time_cost >= 2) == ("ID", True, True)


def test_each_login_is_a_session_of_its_own(desk: Desk, suzuki: str) -> None:
    office, home = log_in(desk, suzuki, PASSWORD), log_in(desk, suzuki, PASSWORD)

    log_out(desk, home)

    assert office != home
    assert member_of(desk, home) is None
    assert member_of(desk, office) is not None


def test_after_five_failures_even_the_right_password_is_refused_for_a_while(
    desk: Desk, suzuki: str, clock: SettableClock
) -> None:
    fail_to_log_in(desk, suzuki, ATTEMPTS)

    with pytest.raises(LoginRefused):
        log_in(desk, suzuki, PASSWORD)

    clock.at += LOCK + timedelta(seconds=1)
    assert member_of(desk, log_in(desk, suzuki, PASSWORD)) is not None


def test_four_failures_and_a_success_start_the_count_again(desk: Desk, suzuki: str) -> None:
    fail_to_log_in(desk, suzuki, ATTEMPTS - 1)
    log_in(desk, suzuki, PASSWORD)
    fail_to_log_in(desk, suzuki, ATTEMPTS - 1)

    assert log_in(desk, suzuki, PASSWORD)


def test_tries_during_the_lock_do_not_lengthen_it(desk: Desk, suzuki: str, clock: SettableClock) -> None:
    fail_to_log_in(desk, suzuki, ATTEMPTS)
    clock.at += LOCK / 2
    fail_to_log_in(desk, suzuki, ATTEMPTS)

    clock.at += LOCK / 2 + timedelta(seconds=1)

    assert log_in(desk, suzuki, PASSWORD)


def test_after_the_lock_five_more_failures_lock_again(desk: Desk, suzuki: str, clock: SettableClock) -> None:
    fail_to_log_in(desk, suzuki, ATTEMPTS)
    clock.at += LOCK + timedelta(seconds=1)
    fail_to_log_in(desk, suzuki, ATTEMPTS)

    with pytest.raises(LoginRefused):
        log_in(desk, suzuki, PASSWORD)


def test_failures_of_one_do_not_lock_another(desk: Desk, suzuki: str) -> None:
    create_staff(desk, "tanaka", "田中 由美", "lead", "別の合言葉です")
    fail_to_log_in(desk, "tanaka", ATTEMPTS)

    assert log_in(desk, suzuki, PASSWORD)


def test_a_session_left_idle_ends(desk: Desk, suzuki: str, clock: SettableClock) -> None:
    token = log_in(desk, suzuki, PASSWORD)

    clock.at += IDLE + timedelta(seconds=1)

    assert member_of(desk, token) is None
    clock.at -= IDLE
    assert member_of(desk, token) is None, "an ended session does not come back"


def test_whoever_keeps_working_stays_logged_in(desk: Desk, suzuki: str, clock: SettableClock) -> None:
    token = log_in(desk, suzuki, PASSWORD)

    for _ in range(8):
        clock.at += IDLE - timedelta(minutes=1)
        assert member_of(desk, token) is not None


def test_even_a_busy_session_ends_after_half_a_day(desk: Desk, suzuki: str, clock: SettableClock) -> None:
    token = log_in(desk, suzuki, PASSWORD)
    began, pause = clock.at, IDLE - timedelta(minutes=1)
    while clock.at + pause < began + LONGEST:
        clock.at += pause
        assert member_of(desk, token) is not None

    clock.at = began + LONGEST
    assert member_of(desk, token) is not None
    clock.at += timedelta(seconds=1)
    assert member_of(desk, token) is None


def test_logging_out_ends_the_session_and_twice_does_no_harm(desk: Desk, suzuki: str) -> None:
    token = log_in(desk, suzuki, PASSWORD)

    log_out(desk, token)
    log_out(desk, token)

    assert member_of(desk, token) is None


@pytest.mark.parametrize("token", ["", "でたらめ", "x" * 5000])
def test_a_token_that_was_never_given_opens_nothing(desk: Desk, suzuki: str, token: str) -> None:
    assert member_of(desk, token) is None


def test_somebody_who_has_left_loses_the_session_and_cannot_come_back(desk: Desk, suzuki: str) -> None:
    token = log_in(desk, suzuki, PASSWORD)
    with desk.database.transaction() as session:
        session.scalars(select(Staff)).one().active = False

    assert member_of(desk, token) is None
    with pytest.raises(LoginRefused):
        log_in(desk, suzuki, PASSWORD)


def test_a_new_password_replaces_the_old_one_and_lifts_the_lock(desk: Desk, suzuki: str) -> None:
    fail_to_log_in(desk, suzuki, ATTEMPTS)

    create_staff(desk, suzuki, "鈴木 健", "lead", "新しい合言葉です")

    member = member_of(desk, log_in(desk, suzuki, "新しい合言葉です"))
    assert member is not None
    assert member.role == "lead"
    with pytest.raises(LoginRefused):
        log_in(desk, suzuki, PASSWORD)


def test_a_new_password_ends_the_sessions_of_the_old_one(desk: Desk, suzuki: str) -> None:
    create_staff(desk, "tanaka", "田中 由美", "lead", PASSWORD)
    lost, other = log_in(desk, suzuki, PASSWORD), log_in(desk, "tanaka", PASSWORD)

    create_staff(desk, suzuki, "鈴木 健", "coordinator", "新しい合言葉です")

    assert member_of(desk, lost) is None
    assert member_of(desk, other) is not None


def test_a_new_desk_knows_that_nobody_is_there_yet(desk: Desk) -> None:
    assert not anybody_there(desk)
    create_staff(desk, "admin", "管理者", "administrator", PASSWORD)
    assert anybody_there(desk)
