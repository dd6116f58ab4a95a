"""What protects accounts beside the database."""

import pytest

from desk.domain.roles import Role
from desk.services.safeguards import Safeguards, WrongKey, fleeting


def test_what_is_hidden_is_revealed_by_the_same_key_alone() -> None:
    ours, theirs = Safeguards(), Safeguards()
    hidden = ours.hide("JBSWY3DPEHPK3PXP")

    assert "JBSWY3DPEHPK3PXP" not in hidden
    assert ours.reveal(hidden) == "JBSWY3DPEHPK3PXP"
    with pytest.raises(WrongKey):
        theirs.reveal(hidden)


def test_a_word_has_one_digest_however_it_is_typed_and_another_for_each_key() -> None:
    secret = fleeting()
    ours, again = Safeguards(secret), Safeguards(secret)

    assert ours.digest("ﾀﾅｶ") == again.digest("タナカ")
    assert ours.digest("Tanaka") == ours.digest("ＴＡＮＡＫＡ")
    assert ours.digest("田中") != ours.digest("田中製作所")
    assert ours.digest("田中") != Safeguards().digest("田中")


@pytest.mark.parametrize(
    ("policy", "strict", "administrator", "coordinator"),
    [
        ("off", True, False, False),
        ("optional", False, False, False),
        ("optional", True, True, False),
        ("required", False, True, True),
    ],
)
def test_who_may_not_go_without_a_second_factor(
    policy: str, strict: bool, administrator: bool, coordinator: bool
) -> None:
    safeguards = Safeguards(second_factor=policy, strict_for_administrators=strict)

    assert safeguards.needs_second_factor(Role.ADMINISTRATOR) == administrator
    assert safeguards.needs_second_factor(Role.COORDINATOR) == coordinator
