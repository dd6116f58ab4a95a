"""The interview: what it asks next and what it never asks."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from desk.domain.index import Index
from desk.domain.interview import deciding_facts, next_fact, weigh
from desk.domain.programs import Audience, Call, Condition, Program, Status
from desk.domain.situation import Facts
from desk.domain.standing import stand
from tests.domain.builders import amount, facts, hard, person, press_shop, program, soft, track

EFFORTS = {
    "purposes": 1, "started": 1, "area": 1, "site_areas": 1, "applicant_type": 1, "industry": 1, "employees": 1,
    "capital_yen": 1.2, "parent_is_large": 1.2, "age_years": 1, "budget_yen": 1.5, "wage_raise_plan": 1.2,
    "tech_theme": 2, "filed": 1,
}  # fmt: skip
NO_MONEY = amount(max_yen=None, rate=None)


def plain(id: str, *conditions: Condition, **changes: Any) -> Program:
    """A program whose amount depends on nothing."""
    return program(id, *conditions, **({"amount": NO_MONEY} | changes))


def ask(told: Facts, *programs: Program) -> str | None:
    standing = stand(Index(programs), told)
    return next_fact(standing, standing.candidates, EFFORTS)


PROTOTYPE = facts(purposes=["prototype"])


class TestOrder:
    """Purposes, then whether work has begun, then what settles most."""

    def test_purposes_come_first(self) -> None:
        assert ask(facts(), plain("a", hard({"started": {"is": False}}))) == "purposes"

    def test_purposes_are_not_asked_twice(self) -> None:
        told = facts(purposes=None)
        assert ask(told, plain("a", hard({"employees": {"at_most": 20}}))) == "employees"

    def test_work_begun_comes_before_what_settles_more(self) -> None:
        many = [plain(f"p{at}", hard({"any_site_in": ["板橋区"]})) for at in range(9)]
        assert ask(PROTOTYPE, *many, plain("a", hard({"started": {"is": False}}))) == "started"

    def test_but_only_where_a_grant_for_the_purposes_hangs_on_it(self) -> None:
        abroad = plain("a", hard({"started": {"is": False}}), purposes=frozenset({"overseas"}))
        assert ask(PROTOTYPE, abroad, plain("b", hard({"employees": {"at_most": 20}}))) == "employees"

    def test_what_settles_more_programs_comes_first(self) -> None:
        programs = [plain(f"p{at}", hard({"any_site_in": ["板橋区"]})) for at in range(3)]
        assert ask(PROTOTYPE, *programs, plain("a", hard({"employees": {"at_most": 20}}))) == "area"

    def test_a_call_that_closes_soon_weighs_more(self) -> None:
        soon = Call("第2回", date(2026, 11, 1), date(2026, 12, 1), False)
        over = Call("令和7年度", date(2025, 5, 1), date(2025, 6, 1), False)
        programs = [
            plain(f"p{at}", hard({"any_site_in": ["板橋区"]}), calls=(over,), recurs="yearly") for at in range(3)
        ]
        urgent = plain("u", hard({"employees": {"at_most": 20}}), calls=(soon,))
        assert ask(PROTOTYPE, *programs, urgent) == "employees"

    def test_what_is_easier_to_answer_comes_first(self) -> None:
        assert (
            ask(PROTOTYPE, plain("a", hard("not_deemed_large")), plain("b", hard({"filed": {"is": False}}))) == "filed"
        )

    def test_capital_waits_for_the_number_of_employees(self) -> None:
        sme = plain("a", hard("sme_basic_act"))
        told = facts(purposes=["prototype"], applicant_type="company")
        assert ask(told, sme) == "employees"
        assert ask(told.learn("employees", 12), sme) is None
        assert ask(told.learn("employees", 150), sme) == "industry"
        assert ask(told.learn("employees", 420).learn("industry", "manufacturing"), sme) == "capital_yen"

    def test_other_sites_wait_for_the_head_office(self) -> None:
        local = plain("a", hard({"any_site_in": ["板橋区"]}))
        assert ask(PROTOTYPE, local) == "area"
        assert ask(PROTOTYPE.learn("area", "板橋区"), local) is None
        assert ask(PROTOTYPE.learn("area", "川口市"), local) == "site_areas"


class TestNeverAsked:
    """What can change nothing, and what was answered in any way."""

    @pytest.mark.parametrize("answer", ["told", "unsure", "declined"])
    def test_what_was_answered(self, answer: str) -> None:
        told = {
            "told": PROTOTYPE.learn("filed", True),
            "unsure": PROTOTYPE.forget("filed"),
            "declined": PROTOTYPE.forget("filed", declined=True),
        }[answer]
        assert ask(told, plain("a", hard({"filed": {"is": True}}))) is None

    def test_what_only_matters_to_programs_ruled_out(self) -> None:
        out = plain("a", hard({"any_site_in": ["板橋区"]}), hard({"filed": {"is": True}}))
        assert ask(facts(purposes=["prototype"], area="福岡市", site_areas=[]), out) is None

    def test_what_only_matters_to_other_purposes(self) -> None:
        assert ask(PROTOTYPE, plain("a", hard({"filed": {"is": True}}), purposes=frozenset({"overseas"}))) is None

    @pytest.mark.parametrize(
        "changes",
        [
            {"status": Status.UNPUBLISHED, "status_reason": "確認中"},
            {"status": Status.ENDED, "status_reason": "終了"},
            {"audience": Audience.OPERATOR},
            {"audience": Audience.INTERMEDIARY},
            {"calls": (Call("1回", None, date(2026, 1, 31), False),), "recurs": "once"},
        ],
    )
    def test_what_only_matters_to_programs_out_of_reach(self, changes: dict[str, Any]) -> None:
        assert ask(PROTOTYPE, plain("a", hard({"filed": {"is": True}}), **changes)) is None

    def test_what_is_only_preferred(self) -> None:
        assert ask(PROTOTYPE, plain("a", soft({"wage_raise_plan": {"is": True}}))) is None

    def test_what_a_person_must_check(self) -> None:
        assert ask(PROTOTYPE, plain("a", person())) is None

    def test_what_cannot_apply(self) -> None:
        told = facts(purposes=["prototype"], applicant_type="pre_founding")
        assert ask(told, plain("a", hard({"age_years": {"below": 5}}))) is None

    def test_the_twin_of_what_is_known(self) -> None:
        told = facts(purposes=["prototype"], founded_year=2016)
        assert ask(told, plain("a", hard({"age_years": {"below": 10}}))) is None

    def test_what_has_no_question(self) -> None:
        assert ask(PROTOTYPE, plain("a", hard({"disclosed": {"is": False}}))) is None

    def test_nothing_at_all_where_there_is_no_program(self) -> None:
        assert ask(facts()) is None


class TestEstimateAndOrder:
    """What moves no verdict is asked last, and only where it moves the estimate or the list."""

    RAISE = track("賃上げ枠", {"wage_raise_plan": {"is": True}}, max_yen=2_000_000, rate=Fraction(3, 4))

    def test_the_budget_after_the_verdict(self) -> None:
        grant = program("a", hard({"filed": {"is": True}}))
        assert ask(PROTOTYPE, grant) == "filed"
        assert ask(PROTOTYPE.learn("filed", True), grant) == "budget_yen"

    def test_no_budget_where_no_amount_follows_from_it(self) -> None:
        assert ask(PROTOTYPE, plain("a")) is None

    def test_a_better_track_only_while_an_estimate_is_possible(self) -> None:
        grant = program("a", amount=amount(tracks=(self.RAISE,)))
        assert ask(PROTOTYPE.learn("budget_yen", 3_000_000), grant) == "wage_raise_plan"
        assert ask(PROTOTYPE.forget("budget_yen"), grant) is None

    def test_the_theme_only_where_a_program_is_bound_to_a_field(self) -> None:
        assert ask(PROTOTYPE, plain("a", fields=("医療機器",))) == "tech_theme"
        assert ask(PROTOTYPE, plain("a")) is None


def test_worth_is_counted_over_the_pool_alone() -> None:
    programs = (plain("a", hard({"filed": {"is": True}})), plain("b", hard({"employees": {"at_most": 20}})))
    standing = stand(Index(programs), PROTOTYPE)
    assert weigh(standing, 0b01).keys() == {"filed"}
    assert deciding_facts(standing, 0b11) == {"filed", "employees"}


def test_a_press_shop_that_told_everything_is_asked_nothing() -> None:
    told = press_shop(purposes=["prototype"], started=False, budget_yen=3_000_000)
    assert ask(told, program("a", hard({"started": {"is": False}}), hard("sme_patent_order"))) is None
