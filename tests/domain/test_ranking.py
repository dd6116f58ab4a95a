"""The written rule of the ranking, one test a line, each with all other things equal."""

from datetime import date
from typing import Any

import pytest

from desk.domain.index import Index
from desk.domain.programs import Audience, Call, Program
from desk.domain.ranking import ranked
from desk.domain.standing import stand
from tests.domain.builders import AREAS, ROLLING, amount, facts, person, press_shop, program

OPEN_SOON_OVER = Call("第2回", date(2026, 11, 1), date(2026, 12, 18), False)
OPEN_LONG = Call("第2回", date(2026, 11, 1), date(2027, 2, 26), False)
NEXT_YEAR = Call("令和9年度", date(2027, 4, 10), date(2027, 5, 10), False)
LAST_YEAR = Call("令和7年度", date(2025, 5, 9), date(2025, 6, 5), False)


def order(*programs: Program, limit: int = 10, home: str = "板橋区", told: Any = None) -> list[str]:
    index = Index(programs)
    standing = stand(index, told or press_shop(purposes=["prototype"], budget_yen=3_000_000))
    return [programs[at].id for at in ranked(standing, AREAS, standing.candidates, limit, home)]


def test_certain_before_open() -> None:
    assert order(program("a", person()), program("b")) == ["b", "a"]


def test_what_one_can_use_oneself_before_what_others_apply_for() -> None:
    found = order(
        program("reference", audience=Audience.REFERENCE),
        program("bank", audience=Audience.INTERMEDIARY),
        program("university", audience=Audience.UNIVERSITY),
        program("direct", person()),
    )
    assert found == ["direct", "university", "bank", "reference"]


def test_more_of_the_purposes_before_fewer() -> None:
    told = press_shop(purposes=["prototype", "testing", "overseas"])
    one, two, three = (
        program("one", purposes=frozenset({"prototype"})),
        program("two", purposes=frozenset({"prototype", "testing"})),
        program("three", purposes=frozenset({"prototype", "testing", "overseas"})),
    )
    assert order(one, two, three, told=told) == ["three", "two", "one"]


def test_made_for_the_purpose_before_made_for_everything() -> None:
    wide = program("a-wide", purposes=frozenset({"prototype", "testing", "digital", "equipment"}))
    assert order(wide, program("b-narrow")) == ["b-narrow", "a-wide"]


def test_the_field_of_the_theme_before_no_field_before_another_field() -> None:
    told = press_shop(purposes=["prototype"], tech_theme="医療機器の小型化")
    found = order(
        program("a-energy", fields=("脱炭素",)), program("b-any"), program("c-medical", fields=("医療機器",)), told=told
    )
    assert found == ["c-medical", "b-any", "a-energy"]


def test_what_is_bound_to_a_field_waits_while_no_theme_is_known() -> None:
    assert order(program("a-medical", fields=("医療機器",)), program("b-any")) == ["b-any", "a-medical"]


def test_money_and_advice_before_databases() -> None:
    assert order(program("a-db", kind="database"), program("b-advice", kind="advice")) == ["b-advice", "a-db"]


def test_calls_by_their_state_and_urgency() -> None:
    found = order(
        program("1-closed", calls=(LAST_YEAR,), recurs="yearly"),
        program("2-unknown", calls=(), recurs="yearly"),
        program("3-upcoming", calls=(NEXT_YEAR,)),
        program("4-rolling", calls=(ROLLING,)),
        program("5-open", calls=(OPEN_LONG,)),
        program("6-urgent", calls=(OPEN_SOON_OVER,)),
    )
    assert found == ["6-urgent", "5-open", "4-rolling", "3-upcoming", "2-unknown", "1-closed"]


def test_a_rolling_call_of_years_ago_is_not_taken_for_granted() -> None:
    found = order(
        program("1-closed", calls=(LAST_YEAR,), recurs="yearly"),
        program("2-years-ago", as_of=date(2024, 11, 21)),
        program("3-upcoming", calls=(NEXT_YEAR,)),
        program("4-lately", as_of=date(2024, 11, 22)),
    )
    assert found == ["4-lately", "3-upcoming", "2-years-ago", "1-closed"]


@pytest.mark.parametrize("place", ["told", "home"])
def test_the_nearer_before_the_wider(place: str) -> None:
    programs = (
        program("1-elsewhere", area="北区"),
        program("2-national", area=None),
        program("3-tokyo", area="東京都"),
        program("4-wards", area="特別区"),
        program("5-ward", area="板橋区"),
    )
    told = facts(area="板橋区") if place == "told" else facts()
    found = order(*programs, told=told, home="板橋区")
    assert found == ["5-ward", "4-wards", "3-tokyo", "2-national", "1-elsewhere"]


def test_the_applicants_own_place_counts_before_the_desks() -> None:
    programs = (program("a", area="板橋区"), program("b", area="北区"))
    assert order(*programs, told=facts(area="北区")) == ["b", "a"]


def test_what_brings_more_for_this_budget_before_what_brings_less() -> None:
    small, large = program("a", amount=amount(max_yen=500_000)), program("b", amount=amount(max_yen=1_800_000))
    assert order(small, large) == ["b", "a"]


def test_without_a_budget_the_highest_amount_counts() -> None:
    small, large = program("a", amount=amount(max_yen=500_000)), program("b", amount=amount(max_yen=9_000_000))
    assert order(small, large, told=press_shop(purposes=["prototype"])) == ["b", "a"]


def test_what_was_checked_lately_before_what_was_not() -> None:
    assert order(program("a", as_of=date(2024, 1, 1)), program("b")) == ["b", "a"]


def test_all_else_equal_the_order_does_not_waver() -> None:
    assert order(program("b"), program("c"), program("a")) == ["a", "b", "c"]


class TestLimitedList:
    """Free advice that fits everybody does not push grants off the list."""

    ADVICE = tuple(program(f"advice-{at}", kind="advice") for at in range(8))
    GRANTS = tuple(program(f"grant-{at}", person()) for at in range(8))

    def test_half_of_the_list_is_kept_for_money(self) -> None:
        found = order(*self.ADVICE, *self.GRANTS, limit=6)
        assert found == ["advice-0", "advice-1", "advice-2", "grant-0", "grant-1", "grant-2"]

    def test_what_one_half_does_not_need_the_other_gets(self) -> None:
        assert len(order(*self.ADVICE, self.GRANTS[0], limit=6)) == 6
        assert len(order(self.ADVICE[0], *self.GRANTS, limit=6)) == 6

    def test_a_single_place_is_for_money(self) -> None:
        assert order(*self.ADVICE, *self.GRANTS, limit=1) == ["grant-0"]

    def test_the_limit_holds(self) -> None:
        assert len(order(*self.ADVICE, *self.GRANTS, limit=3)) == 3


def test_a_short_list_is_the_head_of_the_long_one_within_each_half() -> None:
    programs = [program(f"p{at}", area=["板橋区", "東京都", None][at % 3]) for at in range(30)]
    assert order(*programs, limit=5) == order(*programs, limit=30)[:5]
