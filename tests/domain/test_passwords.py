"""Passwords: long ones are taken, those that anybody would try first are not."""

import pytest

from desk.domain.passwords import LONGEST, SHORTEST, Fault, fault_of, start_password

SATO = ("sato", "佐藤 花子")


@pytest.mark.parametrize(
    "password",
    [
        "東武練馬の金曜日は雨でした",
        "correct horse battery staple",
        "kingyo-sukui-7-gatsu",
        "うめ・さくら・つつじ・ふじ",
        "散歩の道で毎朝あう犬の名前は" + "こむぎ" * 20,
    ],
)
def test_a_long_password_is_taken_without_signs_or_digits(password: str) -> None:
    assert fault_of(password, *SATO) is None


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("", Fault.SHORT),
        ("東武練馬の金曜日", Fault.SHORT),
        ("x" * (SHORTEST - 1), Fault.SHORT),
        ("い" * (LONGEST + 1), Fault.LONG),
        ("password1234", Fault.EASY),
        ("passwordpassword", Fault.EASY),
        ("aaaaaaaaaaaa", Fault.EASY),
        ("123456789012", Fault.EASY),
        ("qwertyuiopas", Fault.EASY),
    ],
)
def test_a_password_that_is_short_or_tried_first_is_refused(password: str, fault: Fault) -> None:
    assert fault_of(password, *SATO) == fault


@pytest.mark.parametrize("password", ["hanako.sato.itabashi", "ＨＡＮＡＫＯ.sato.itabashi", "Hanako.Sato.Itabashi "])
def test_the_own_login_is_no_password(password: str) -> None:
    assert fault_of(password, "hanako.sato.itabashi", "佐藤 花子") == Fault.OWN_NAME


def test_the_own_name_is_no_password() -> None:
    assert fault_of("アレクサンドラ・ウィリアムソン", "alex", "アレクサンドラ・ウィリアムソン") == Fault.OWN_NAME


def test_a_start_password_obeys_the_rule_and_is_never_the_same() -> None:
    made = {start_password() for _ in range(50)}

    assert len(made) == 50
    assert all(fault_of(each, *SATO) is None for each in made)
