"""What is said of the desk itself."""

from dataclasses import replace
from datetime import datetime

from desk.clock import JST
from desk.domain.words import JAPANESE
from desk.services.context import Desk
from desk.services.desk_info import describe_desk
from desk.services.languages import words_in
from tests.conftest import SettableClock


def with_profile(desk: Desk, **changes: str) -> Desk:
    """The desk once the ward has fixed more of it."""
    return replace(desk, seed_profile=desk.seed_profile.model_copy(update=changes))


def test_place_hours_and_fee_are_said(desk: Desk) -> None:
    text = "\n".join(describe_desk(desk).lines_in(JAPANESE))

    assert "板橋区" in text
    assert "9:00〜17:00" in text
    assert "無料" in text


def test_what_the_ward_has_not_fixed_is_not_said(desk: Desk) -> None:
    text = "\n".join(describe_desk(desk).lines_in(JAPANESE))

    assert "電話" not in text
    assert "メール" not in text


def test_a_phone_is_said_once_the_ward_has_one(desk: Desk) -> None:
    info = describe_desk(with_profile(desk, phone="03-0000-0000"))

    assert "電話：03-0000-0000" in info.lines_in(JAPANESE)


def test_who_asks_for_a_number_that_there_is_none_of_is_told_so_in_every_language(desk: Desk) -> None:
    info = describe_desk(desk, "電話番号は？")

    assert any(line.startswith("電話：まだご案内できる番号がありません") for line in info.lines_in(JAPANESE))
    assert any("ask for a call" in line for line in info.lines_in(words_in("en")))
    assert any("まだ 電話番号" in line for line in info.lines_in(words_in("easy")))
    assert "電話" not in describe_desk(desk, "何時まで開いていますか").told


def test_while_open_no_next_opening_is_named(desk: Desk) -> None:
    assert describe_desk(desk).next_opening is None


def test_before_a_holiday_the_next_opening_is_after_it(desk: Desk, clock: SettableClock) -> None:
    clock.at = datetime(2026, 11, 20, 18, 0, tzinfo=JST)

    assert describe_desk(desk).next_opening == datetime(2026, 11, 24, 9, 0, tzinfo=JST)
