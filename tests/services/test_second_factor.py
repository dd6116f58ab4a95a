"""The second factor: set up by a first code, asked for at each login, taken once, replaced by recovery codes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.services import staff
from desk.services.context import Desk
from desk.services.safeguards import Safeguards, WrongKey
from desk.services.second_factor import (
    NotAgreed,
    WrongCode,
    begin_enrolment,
    confirm_enrolment,
    pass_second_factor,
    read_factor,
    switch_off,
)
from desk.services.staff import ATTEMPTS, LOCK, LoginRefused, Stage, log_in, member_of, on_the_way
from tests.conftest import SettableClock
from tests.services.logins import PASSWORD, Telephone, logged_in, present, recorded, row_of, with_telephone

HALF_A_MINUTE = timedelta(seconds=30)


def later(clock: SettableClock, by: timedelta = HALF_A_MINUTE) -> None:
    """The code of the enrolment is spent: the next one comes."""
    clock.at += by


def test_with_a_second_factor_the_password_alone_opens_nothing(desk: Desk, clock: SettableClock) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)
    later(clock)

    # given the password alone
    second = log_in(desk, "suzuki", PASSWORD)
    assert member_of(desk, second) is None
    assert present(on_the_way(desk, second))[1] == Stage.SECOND_FACTOR

    # when the code is given, too
    assert pass_second_factor(desk, second, telephone.code()) == Stage.DONE

    # then the session opens
    assert present(member_of(desk, second)).login == "suzuki"


def test_the_session_that_set_it_up_goes_on_and_others_end(desk: Desk) -> None:
    member, token = logged_in(desk)
    elsewhere = log_in(desk, "suzuki", PASSWORD)

    with_telephone(desk, member, token)

    assert member_of(desk, token) is not None
    assert member_of(desk, elsewhere) is None


def test_nothing_is_switched_on_before_a_first_code_fits(desk: Desk) -> None:
    member, token = logged_in(desk)
    enrolment = present(begin_enrolment(desk, member.id))

    with pytest.raises(WrongCode):
        confirm_enrolment(desk, member, token, "000000")

    assert member_of(desk, log_in(desk, "suzuki", PASSWORD)) is not None
    assert present(begin_enrolment(desk, member.id)).secret == enrolment.secret, "the telephone may hold it already"


def test_what_is_stored_tells_neither_secret_nor_codes(desk: Desk) -> None:
    member, token = logged_in(desk)
    telephone, codes = with_telephone(desk, member, token)

    stored = row_of(desk, "suzuki")
    assert stored.totp_secret is not None
    assert telephone.secret not in stored.totp_secret
    assert len(set(codes)) == 10
    with pytest.raises(WrongKey):
        Safeguards().reveal(stored.totp_secret)


def test_once_set_up_the_secret_is_never_shown_again(desk: Desk) -> None:
    member, token = logged_in(desk)
    with_telephone(desk, member, token)

    assert begin_enrolment(desk, member.id) is None


def test_a_code_is_taken_once(desk: Desk, clock: SettableClock) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)
    later(clock)
    code = telephone.code()
    pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), code)

    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), code)


def test_the_code_that_switched_it_on_opens_no_login(desk: Desk) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)

    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), telephone.code())


@pytest.mark.parametrize(("seconds", "fits"), [(-30, True), (30, True), (-90, False), (90, False)])
def test_a_clock_may_be_half_a_minute_off(desk: Desk, clock: SettableClock, seconds: int, fits: bool) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)
    later(clock, timedelta(minutes=10))
    waiting = log_in(desk, "suzuki", PASSWORD)
    clock.at += timedelta(seconds=seconds)
    code = telephone.code()
    clock.at -= timedelta(seconds=seconds)

    if fits:
        assert pass_second_factor(desk, waiting, code) == Stage.DONE
    else:
        with pytest.raises(WrongCode):
            pass_second_factor(desk, waiting, code)


def test_tries_are_counted_as_those_of_passwords(desk: Desk, clock: SettableClock) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)
    later(clock)
    waiting = log_in(desk, "suzuki", PASSWORD)
    for _ in range(ATTEMPTS):
        with pytest.raises(WrongCode):
            pass_second_factor(desk, waiting, "000000")

    with pytest.raises(WrongCode):
        pass_second_factor(desk, waiting, telephone.code())
    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)

    clock.at += LOCK + timedelta(seconds=1)
    assert pass_second_factor(desk, waiting, telephone.code()) == Stage.DONE


def test_logging_in_again_gives_no_more_tries(desk: Desk, clock: SettableClock) -> None:
    with_telephone(desk, *logged_in(desk))
    later(clock)
    for _ in range(ATTEMPTS):
        with pytest.raises(WrongCode):
            pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), "000000")

    with pytest.raises(LoginRefused):
        log_in(desk, "suzuki", PASSWORD)


def test_it_is_switched_off_with_the_password_alone(desk: Desk) -> None:
    member, token = logged_in(desk)
    with_telephone(desk, member, token)
    with pytest.raises(WrongCode):
        switch_off(desk, member, "ちがう合言葉")

    switch_off(desk, member, PASSWORD)

    assert member_of(desk, log_in(desk, "suzuki", PASSWORD)) is not None
    assert not read_factor(desk, member.id).on


@pytest.mark.parametrize("code", ["", " ", "１２３４５６", "000000\x00", "x" * 1000])
def test_nonsense_is_no_code(desk: Desk, code: str) -> None:
    with_telephone(desk, *logged_in(desk))

    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), code)


def test_a_finished_session_and_a_made_up_one_take_no_code(desk: Desk) -> None:
    member, token = logged_in(desk)
    telephone, _ = with_telephone(desk, member, token)

    for opened in (token, "made up"):
        with pytest.raises(WrongCode):
            pass_second_factor(desk, opened, telephone.code())


def test_the_record_tells_of_setting_up_and_of_failures(desk: Desk) -> None:
    with_telephone(desk, *logged_in(desk))
    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), "000000")

    assert recorded(desk, "second_factor_changed") == [("suzuki", "second_factor_changed", "suzuki", {"action": "on"})]
    assert recorded(desk, "login_failed") == [("suzuki", "login_failed", "suzuki", {"by": "second_factor"})]


class TestWhereItIsNeeded:
    """The desk, or the role, may not go without."""

    @pytest.fixture
    def desk(self, desk: Desk) -> Desk:
        """Where everybody needs one."""
        return replace(desk, safeguards=Safeguards(second_factor="required"))

    def test_the_next_login_leads_to_setting_it_up(self, desk: Desk) -> None:
        staff.create_staff(desk, "suzuki", "鈴木 健", "coordinator", PASSWORD)
        token = log_in(desk, "suzuki", PASSWORD)
        member, stage = present(on_the_way(desk, token))
        assert stage == Stage.ENROLMENT

        telephone = Telephone(desk, present(begin_enrolment(desk, member.id)).secret)
        confirm_enrolment(desk, member, token, telephone.code())

        assert member_of(desk, token) is not None

    def test_it_cannot_be_switched_off(self, desk: Desk) -> None:
        staff.create_staff(desk, "suzuki", "鈴木 健", "coordinator", PASSWORD)
        token = log_in(desk, "suzuki", PASSWORD)
        member, _ = present(on_the_way(desk, token))
        with_telephone(desk, member, token)

        with pytest.raises(NotAgreed):
            switch_off(desk, member, PASSWORD)
