"""Numbers in every notation that people use."""

from __future__ import annotations

import pytest

from bot.entities.numbers import numbers, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12), ("1,200", 1200), ("1200", 1200), ("3,000万", 30_000_000), ("1億2千万", 120_000_000),
        ("三千万", 30_000_000), ("1.5億", 150_000_000), ("十二", 12), ("百二十", 120), ("二〇一九", 2019),
        ("3千万", 30_000_000), ("二千五百", 2500), ("一億五千万", 150_000_000), ("3百万", 3_000_000), ("千", 1000),
        ("千万", 10_000_000), ("2億5000万", 250_000_000), ("300まん", 3_000_000), ("参千万", 30_000_000), ("0", 0), ("〇", 0),
        ("12 000 000", 12_000_000), ("8 0 0万", 8_000_000), ("1.000.000", 1_000_000), ("二、四五〇、〇〇〇", 2_450_000),
        ("一〇、〇〇〇千", 10_000_000), ("伍百萬", 5_000_000),
    ],
)  # fmt: skip
def test_a_number_has_its_value(text: str, value: float) -> None:
    assert [number.value for number in numbers(f"{text}円")] == [value]


@pytest.mark.parametrize(
    ("text", "vague"),
    [("十数人", True), ("数百万", True), ("何十人", True), ("社員数200", False), ("20人", False), ("一桁", True)],
)
def test_vague_numbers_are_marked(text: str, vague: bool) -> None:
    assert [number.vague for number in numbers(text)] == [vague]


@pytest.mark.parametrize(
    ("text", "value"), [("よんひゃくまんの機械", 4_000_000), ("いまは よにん", 4), ("さんじゅうごねん", 35)]
)
def test_a_number_in_hiragana_has_its_value(text: str, value: float) -> None:
    assert [number.value for number in numbers(text)] == [value]


@pytest.mark.parametrize("text", ["七、八", "二、三", "090 1234", "3 5万"])
def test_neighbours_are_numbers_of_their_own(text: str) -> None:
    assert len(list(numbers(text))) == 2


@pytest.mark.parametrize("run", ["12三", "5十2百x", "二三十五百"])
def test_parts_that_do_not_fit_are_no_number(run: str) -> None:
    assert parse(run) is None


def test_a_run_of_digits_without_end_is_no_number() -> None:
    assert list(numbers("9" * 5000)) == []


def test_positions_are_those_of_the_text() -> None:
    (number,) = numbers("社員は十二名です")
    assert ("社員は十二名です"[number.start : number.end], number.whole) == ("十二", 12)
