"""Recovery codes: each opens once in the place of a telephone that is lost, and only for whom it was made."""

import pytest

from desk.services.context import Desk
from desk.services.second_factor import WrongCode, pass_second_factor, read_factor, renew_codes
from desk.services.staff import Stage, log_in
from tests.services.logins import PASSWORD, logged_in, with_telephone


def test_a_recovery_code_opens_once_however_it_is_typed(desk: Desk) -> None:
    _, codes = with_telephone(desk, *logged_in(desk))

    typed = f" {codes[3].upper().replace('-', ' ')} "
    assert pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), typed) == Stage.DONE
    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), codes[3])


def test_a_recovery_code_of_somebody_else_opens_nothing(desk: Desk) -> None:
    with_telephone(desk, *logged_in(desk))
    _, codes = with_telephone(desk, *logged_in(desk, "tanaka"))

    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), codes[0])


def test_new_recovery_codes_replace_the_old_ones(desk: Desk) -> None:
    member, token = logged_in(desk)
    _, old = with_telephone(desk, member, token)
    with pytest.raises(WrongCode):
        renew_codes(desk, member, "ちがう合言葉")

    new = renew_codes(desk, member, PASSWORD)

    assert not set(old) & set(new)
    assert read_factor(desk, member.id).codes_left == 10
    assert pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), new[0]) == Stage.DONE
    with pytest.raises(WrongCode):
        pass_second_factor(desk, log_in(desk, "suzuki", PASSWORD), old[0])
