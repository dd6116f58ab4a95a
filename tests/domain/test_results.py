"""What can come of a case, and what cannot be."""

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.results import (
    EVIDENCE,
    MONEY_ALLOWED,
    PARTNER_NEEDED,
    TITLES,
    Evidence,
    Result,
    ResultKind,
    UnfitResult,
    check_result,
    read_yen,
)

TODAY = date(2026, 11, 24)


def sound(kind: ResultKind) -> Result:
    """A result of this kind that nobody can object to."""
    amount = 3_000_000 if kind in MONEY_ALLOWED else None
    return Result(kind, date(2026, 10, 1), amount, partner="東京都立大学" if kind in PARTNER_NEEDED else None)


@pytest.mark.parametrize("kind", ResultKind)
def test_a_sound_result_of_each_kind_is_taken(kind: ResultKind) -> None:
    check_result(sound(kind), TODAY)


def test_every_kind_and_every_evidence_has_a_japanese_title() -> None:
    assert (set(TITLES), set(EVIDENCE)) == (set(ResultKind), set(Evidence))


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2015, 12, 31)])
def test_a_day_to_come_and_one_long_gone_are_refused(day: date) -> None:
    assert fault(replace(sound(ResultKind.FILED), happened_on=day)) == "happened_on"


@pytest.mark.parametrize("kind", [ResultKind.SALES, ResultKind.FUNDED])
def test_sales_and_funding_are_nothing_without_a_sum(kind: ResultKind) -> None:
    assert fault(replace(sound(kind), amount_yen=None)) == "amount_yen"


@pytest.mark.parametrize("amount", [0, -1, 10**12 + 1])
def test_a_sum_that_cannot_be_is_refused(amount: int) -> None:
    assert fault(replace(sound(ResultKind.GRANTED), amount_yen=amount)) == "amount_yen"


def test_a_patent_has_no_sum() -> None:
    assert fault(replace(sound(ResultKind.FILED), amount_yen=1)) == "amount_yen"


def test_a_grant_may_be_recorded_before_its_sum_is_known() -> None:
    check_result(replace(sound(ResultKind.GRANTED), amount_yen=None), TODAY)


@pytest.mark.parametrize("kind", sorted(PARTNER_NEEDED))
def test_a_match_needs_somebody_on_the_other_side(kind: ResultKind) -> None:
    assert fault(replace(sound(kind), partner=None)) == "partner"


def fault(result: Result) -> str:
    """The field that is refused."""
    with pytest.raises(UnfitResult) as refused:
        check_result(result, TODAY)
    return refused.value.field


@pytest.mark.parametrize(
    ("written", "yen"),
    [
        ("3,000,000", 3_000_000),
        ("３００万円", 3_000_000),
        ("¥ 200,000", 200_000),
        ("1.5億", 150_000_000),
        ("2千万円", 20_000_000),
        ("", None),
        (" ", None),
    ],
)
def test_a_sum_is_read_as_people_write_it(written: str, yen: int | None) -> None:
    assert read_yen(written) == yen


@pytest.mark.parametrize("written", ["約300万", "三百万", "-1", "1.2.3", "百"])
def test_what_is_no_sum_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(UnfitResult) as refused:
        read_yen(written)
    assert "300万円" in refused.value.advice
