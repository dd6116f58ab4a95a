"""What administrators do with the logins of others, and what nobody can do."""

import threading
from contextlib import suppress

import pytest

from desk.domain.audit import Doer
from desk.domain.roles import LastAdministrator, OwnAccount, Role
from desk.services import staff
from desk.services.case_rows import NoSuchStaff
from desk.services.context import Desk
from desk.services.staff import LoginRefused, create_staff, log_in, member_of
from desk.services.staff_management import (
    Described,
    LoginTaken,
    UnfitStaff,
    add_staff,
    change_staff,
    deactivate_staff,
    end_sessions_of,
    list_staff,
    reactivate_staff,
    read_staff,
    reset_password,
    reset_second_factor,
    unlink_staff,
)
from tests.services.logins import PASSWORD, logged_in, present, recorded, with_telephone

ADMIN = Doer("admin")
TANAKA = Described("田中 由美", Role.COORDINATOR, "tanaka@city.example.jp")


@pytest.fixture(autouse=True)
def admin(desk: Desk) -> None:
    """The one administrator."""
    create_staff(desk, "admin", "管理者", Role.ADMINISTRATOR, PASSWORD)


def test_somebody_is_added_with_a_password_that_is_told_once(desk: Desk) -> None:
    started = add_staff(desk, "tanaka", TANAKA, ADMIN)

    line = read_staff(desk, "tanaka")
    assert (line.name, line.role, line.email) == ("田中 由美", Role.COORDINATOR, "tanaka@city.example.jp")
    assert line.start_password_until is not None
    assert log_in(desk, "tanaka", started)
    assert recorded(desk, "staff_changed")[-1] == (
        "admin",
        "staff_changed",
        "tanaka",
        {"action": "added", "role": "coordinator"},
    )


@pytest.mark.parametrize("login", ["", "T", "Tanaka", "田中", "tanaka yumi", "api", "cli", "user", "-tanaka", "x" * 51])
def test_a_login_that_cannot_be_is_refused(desk: Desk, login: str) -> None:
    with pytest.raises(UnfitStaff):
        add_staff(desk, login, TANAKA, ADMIN)


@pytest.mark.parametrize(
    "described",
    [Described(" ", Role.LEAD), Described("田中", Role.LEAD, "tanaka"), Described("田中", Role.LEAD, "a@b")],
)
def test_a_name_or_an_address_that_cannot_be_is_refused(desk: Desk, described: Described) -> None:
    with pytest.raises(UnfitStaff):
        add_staff(desk, "tanaka", described, ADMIN)


def test_a_login_is_given_once(desk: Desk) -> None:
    add_staff(desk, "tanaka", TANAKA, ADMIN)

    with pytest.raises(LoginTaken):
        add_staff(desk, "tanaka", TANAKA, ADMIN)


def test_a_new_role_counts_from_the_next_click(desk: Desk) -> None:
    _, token = logged_in(desk)

    change_staff(desk, "suzuki", Described("鈴木 健太", Role.AUDITOR), ADMIN)

    member = present(member_of(desk, token))
    assert (member.name, member.role) == ("鈴木 健太", "auditor")
    changed = {"action": "changed", "role": "auditor", "before": "coordinator"}
    assert recorded(desk, "staff_changed")[-1][3] == changed


def test_whoever_leaves_is_out_at_once_and_stays_in_the_list(desk: Desk) -> None:
    _, token = logged_in(desk)

    deactivate_staff(desk, "suzuki", ADMIN)

    assert member_of(desk, token) is None
    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)
    assert [(line.login, line.active) for line in list_staff(desk)] == [("admin", True), ("suzuki", False)]


def test_whoever_comes_back_gets_a_new_password(desk: Desk) -> None:
    logged_in(desk)
    deactivate_staff(desk, "suzuki", ADMIN)

    started = reactivate_staff(desk, "suzuki", ADMIN)

    assert log_in(desk, "suzuki", started)
    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)


def test_nobody_changes_their_own_role_or_takes_themselves_out(desk: Desk) -> None:
    create_staff(desk, "second", "もう一人の管理者", Role.ADMINISTRATOR, PASSWORD)

    with pytest.raises(OwnAccount):
        change_staff(desk, "admin", Described("管理者", Role.LEAD), ADMIN)
    with pytest.raises(OwnAccount):
        deactivate_staff(desk, "admin", ADMIN)
    change_staff(desk, "admin", Described("管理者（本人）", Role.ADMINISTRATOR), ADMIN)


def test_the_last_administrator_stays(desk: Desk) -> None:
    operator = staff.OPERATOR
    with pytest.raises(LastAdministrator):
        deactivate_staff(desk, "admin", operator)
    with pytest.raises(LastAdministrator):
        change_staff(desk, "admin", Described("管理者", Role.LEAD), operator)
    with pytest.raises(LastAdministrator):
        create_staff(desk, "admin", "管理者", Role.LEAD, PASSWORD)

    create_staff(desk, "second", "もう一人の管理者", Role.ADMINISTRATOR, PASSWORD)
    deactivate_staff(desk, "admin", Doer("second"))
    with pytest.raises(LastAdministrator):
        deactivate_staff(desk, "second", operator)


def test_two_administrators_who_take_each_other_away_leave_one(desk: Desk) -> None:
    create_staff(desk, "second", "もう一人の管理者", Role.ADMINISTRATOR, PASSWORD)
    began = threading.Barrier(2)

    def take_away(login: str, by: str) -> None:
        began.wait()
        with suppress(LastAdministrator):
            deactivate_staff(desk, login, Doer(by))

    rivals = [threading.Thread(target=take_away, args=pair) for pair in (("admin", "second"), ("second", "admin"))]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()

    assert [line.active for line in list_staff(desk)] == [True, False]


def test_a_lost_password_is_replaced_and_the_lock_lifted(desk: Desk) -> None:
    _, token = logged_in(desk)
    for _ in range(staff.ATTEMPTS):
        with pytest.raises(LoginRefused):
            log_in(desk, "suzuki", "ちがう")
    assert read_staff(desk, "suzuki").locked

    started = reset_password(desk, "suzuki", ADMIN)

    assert member_of(desk, token) is None
    assert not read_staff(desk, "suzuki").locked
    assert log_in(desk, "suzuki", started)


def test_a_lost_telephone_is_forgotten(desk: Desk) -> None:
    member, token = logged_in(desk)
    with_telephone(desk, member, token)
    assert read_staff(desk, "suzuki").second_factor

    reset_second_factor(desk, "suzuki", ADMIN)

    assert member_of(desk, token) is None
    assert member_of(desk, log_in(desk, "suzuki", PASSWORD)) is not None


def test_sessions_are_counted_and_ended(desk: Desk) -> None:
    logged_in(desk)
    log_in(desk, "suzuki", PASSWORD)
    assert read_staff(desk, "suzuki").sessions == 2

    end_sessions_of(desk, "suzuki", ADMIN)

    assert read_staff(desk, "suzuki").sessions == 0


@pytest.mark.parametrize("act", [deactivate_staff, reactivate_staff, reset_password, reset_second_factor, unlink_staff])
def test_nothing_happens_to_somebody_who_is_not_there(desk: Desk, act: object) -> None:
    with pytest.raises(NoSuchStaff):
        act(desk, "nobody", ADMIN)  # type: ignore[operator]
