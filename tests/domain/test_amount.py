"""What a budget would bring: rate, cap, floor, tracks."""

from fractions import Fraction
from typing import Any

import pytest

from desk.domain.amount import estimate
from tests.domain.builders import amount, facts, press_shop, program, track


def pays(budget: int, **terms: Any) -> int | None:
    return estimate(program(amount=amount(**terms)), press_shop(budget_yen=budget)).pays


@pytest.mark.parametrize(
    ("budget", "expected"),
    [(0, 0), (1_000_000, 666_666), (2_250_000, 1_500_000), (2_250_003, 1_500_000), (8_000_000, 1_500_000)],
)
def test_a_share_of_the_cost_up_to_the_cap(budget: int, expected: int) -> None:
    assert pays(budget) == expected


def test_the_own_share_is_the_rest() -> None:
    found = estimate(program(amount=amount()), press_shop(budget_yen=8_000_000))
    assert found.own_share == 6_500_000
    assert found.note == "助成の目安は150万円、自己負担は650万円です"


def test_nothing_is_said_without_budget_rate_or_cap() -> None:
    assert estimate(program(), press_shop()).pays is None
    assert pays(8_000_000, rate=None) is None
    assert pays(8_000_000, max_yen=None) is None


def test_below_the_floor_there_is_a_reason_and_no_amount() -> None:
    found = estimate(program(amount=amount(min_yen=1_000_000)), press_shop(budget_yen=1_200_000))
    assert found.pays is None
    assert found.note == "この予算では助成額が80万円となり、申請の下限（100万円）に届きません"


@pytest.mark.parametrize(("budget", "expected"), [(1_499_999, None), (1_500_000, 1_000_000)])
def test_the_floor_itself_is_enough(budget: int, expected: int | None) -> None:
    assert pays(budget, min_yen=1_000_000) == expected


def test_the_ordinary_cap_counts_where_the_highest_needs_more() -> None:
    assert pays(90_000_000, max_yen=25_000_000, base_yen=15_000_000) == 15_000_000


class TestTracks:
    """The best one that is open to this applicant."""

    RAISE = track("賃上げ枠", {"wage_raise_plan": {"is": True}}, max_yen=2_000_000, rate=Fraction(3, 4))

    def found(self, budget: int, **answers: Any) -> tuple[int | None, str | None]:
        got = estimate(program(amount=amount(tracks=(self.RAISE,))), press_shop(budget_yen=budget, **answers))
        return got.pays, got.note

    def test_a_track_that_is_met_pays_more(self) -> None:
        money, note = self.found(4_000_000, wage_raise_plan=True)
        assert money == 2_000_000
        assert note is not None
        assert note.startswith("「賃上げ枠」の場合、")

    def test_a_track_that_is_unknown_is_not_counted_on(self) -> None:
        assert self.found(4_000_000)[0] == 1_500_000

    def test_a_track_that_fails_is_closed(self) -> None:
        assert self.found(4_000_000, wage_raise_plan=False)[0] == 1_500_000

    def test_a_track_without_criterion_is_the_applicants_choice(self) -> None:
        big = track("大型枠", max_yen=5_000_000)
        assert estimate(program(amount=amount(tracks=(big,))), press_shop(budget_yen=9_000_000)).pays == 5_000_000

    def test_a_track_takes_rate_and_cap_of_the_program_when_it_has_none(self) -> None:
        small = track("小規模", "small_basic_act", rate=Fraction(4, 5))
        got = estimate(program(amount=amount(tracks=(small,))), press_shop(budget_yen=1_000_000))
        assert got.pays == 800_000

    def test_rates_by_class_need_no_ordinary_rate(self) -> None:
        small = track("小規模", "small_basic_act", rate=Fraction(4, 5))
        by_class = program(amount=amount(rate=None, tracks=(small,)))
        assert estimate(by_class, press_shop(budget_yen=1_000_000)).pays == 800_000
        assert estimate(by_class, facts(applicant_type="npo", budget_yen=1_000_000)).pays is None
