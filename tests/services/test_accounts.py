"""What everybody does with their own account: password and sessions."""

from datetime import timedelta

import pytest

from desk.domain.audit import Doer
from desk.domain.passwords import Fault
from desk.domain.roles import Role
from desk.services.accounts import (
    UnfitPassword,
    WrongPassword,
    change_password,
    choose_first_password,
    end_other_sessions,
    end_session,
    own_sessions,
)
from desk.services.context import Desk
from desk.services.staff import ATTEMPTS, IDLE, LoginRefused, Stage, log_in, member_of, on_the_way
from desk.services.staff_management import START_PASSWORD_LASTS, Described, add_staff
from tests.conftest import SettableClock
from tests.services.logins import PASSWORD, logged_in, present, recorded

NEW = "板橋駅の本屋で待ち合わせ"
ADMIN = Doer("admin")


def test_a_password_is_changed_and_other_sessions_end(desk: Desk) -> None:
    member, token = logged_in(desk)
    elsewhere = log_in(desk, "suzuki", PASSWORD)

    change_password(desk, member, token, PASSWORD, NEW)

    assert member_of(desk, token) is not None
    assert member_of(desk, elsewhere) is None
    assert log_in(desk, "suzuki", NEW)
    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)
    assert [kind for _, kind, _, _ in recorded(desk, "password_changed")] == ["password_changed"]


def test_whoever_sits_down_at_somebodys_desk_cannot_change_the_password(desk: Desk) -> None:
    member, token = logged_in(desk)
    for _ in range(ATTEMPTS):
        with pytest.raises(WrongPassword):
            change_password(desk, member, token, "当てずっぽうの合言葉", NEW)

    with pytest.raises(WrongPassword):
        change_password(desk, member, token, PASSWORD, NEW)


@pytest.mark.parametrize(("new", "fault"), [("短い", Fault.SHORT), ("password1234", Fault.EASY)])
def test_an_unfit_password_is_refused_with_its_reason(desk: Desk, new: str, fault: Fault) -> None:
    member, token = logged_in(desk)

    with pytest.raises(UnfitPassword) as refused:
        change_password(desk, member, token, PASSWORD, new)

    assert refused.value.fault == fault
    assert log_in(desk, "suzuki", PASSWORD)


def test_whoever_is_new_chooses_a_password_before_anything_opens(desk: Desk) -> None:
    started = add_staff(desk, "tanaka", Described("田中 由美", Role.LEAD), ADMIN)
    token = log_in(desk, "tanaka", started)
    assert member_of(desk, token) is None
    member, stage = present(on_the_way(desk, token))
    assert stage == Stage.PASSWORD

    with pytest.raises(UnfitPassword) as refused:
        choose_first_password(desk, member, token, started)
    assert refused.value.fault == Fault.OLD

    assert choose_first_password(desk, member, token, NEW) == Stage.DONE
    assert present(member_of(desk, token)).name == "田中 由美"
    assert log_in(desk, "tanaka", NEW)
    with pytest.raises(LoginRefused):
        log_in(desk, "tanaka", started)


def test_a_start_password_runs_out(desk: Desk, clock: SettableClock) -> None:
    started = add_staff(desk, "tanaka", Described("田中 由美", Role.LEAD), ADMIN)

    clock.at += START_PASSWORD_LASTS + timedelta(seconds=1)

    with pytest.raises(LoginRefused):
        log_in(desk, "tanaka", started)


def test_a_session_that_is_complete_chooses_no_first_password(desk: Desk) -> None:
    member, token = logged_in(desk)

    assert choose_first_password(desk, member, token, NEW) == Stage.DONE
    assert log_in(desk, "suzuki", PASSWORD)


def test_everybody_sees_where_they_are_logged_in(desk: Desk, clock: SettableClock) -> None:
    member, token = logged_in(desk)
    logged_in(desk, "tanaka")
    clock.at += timedelta(minutes=5)
    log_in(desk, "suzuki", PASSWORD, "Firefox（Windows）")

    phone, this = own_sessions(desk, member, token)

    assert (phone.browser, phone.this) == ("Firefox（Windows）", False)
    assert (this.this, phone.created_at - this.created_at) == (True, timedelta(minutes=5))


def test_what_has_run_out_is_not_listed(desk: Desk, clock: SettableClock) -> None:
    member, _ = logged_in(desk)
    clock.at += IDLE + timedelta(seconds=1)
    fresh = log_in(desk, "suzuki", PASSWORD)

    assert [each.this for each in own_sessions(desk, member, fresh)] == [True]


def test_one_session_is_ended_by_its_name_and_nobody_elses(desk: Desk) -> None:
    member, token = logged_in(desk)
    other = log_in(desk, "suzuki", PASSWORD)
    tanaka, tanakas = logged_in(desk, "tanaka")
    (name,) = [each.name for each in own_sessions(desk, member, token) if not each.this]
    (tanakas_name,) = [each.name for each in own_sessions(desk, tanaka, tanakas)]

    end_session(desk, member, name)
    end_session(desk, member, tanakas_name)

    assert member_of(desk, other) is None
    assert member_of(desk, token) is not None
    assert member_of(desk, tanakas) is not None


def test_all_other_sessions_are_ended_at_once(desk: Desk) -> None:
    member, token = logged_in(desk)
    others = [log_in(desk, "suzuki", PASSWORD) for _ in range(2)]

    end_other_sessions(desk, member, token)

    assert [member_of(desk, other) for other in others] == [None, None]
    assert member_of(desk, token) is not None
