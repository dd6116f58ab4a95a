"""Near misses: one or two things that the applicant could change, in words; nothing that nobody can."""

from typing import Any

import pytest

from desk.domain.calls import State
from desk.domain.index import Index
from desk.domain.near_miss import changes_for, missing, near
from desk.domain.programs import Audience, Status
from desk.domain.standing import stand
from tests.domain.builders import AREAS, facts, hard, press_shop, program, rule


def changes(raw: Any, **answers: Any) -> tuple[str, ...] | None:
    return changes_for(rule(raw), facts(**answers), AREAS)


class TestWords:
    """What would have to change."""

    def test_a_site_can_be_opened_in_the_same_prefecture(self) -> None:
        assert changes({"any_site_in": ["板橋区"]}, area="新宿区", site_areas=[]) == ("板橋区に事業所を設ける",)

    def test_but_not_far_away(self) -> None:
        assert changes({"any_site_in": ["板橋区"]}, area="福岡市", site_areas=[]) is None

    def test_a_head_office_moves_only_to_where_a_site_is(self) -> None:
        assert changes({"head_office_in": ["板橋区"]}, area="新宿区", site_areas=["板橋区"]) == ("本店を板橋区に移す",)
        assert changes({"head_office_in": ["板橋区"]}, area="新宿区", site_areas=[]) is None

    def test_years_can_be_waited_for(self) -> None:
        (text,) = changes({"age_years": {"at_least": 1}}, age_years=0.5) or ()
        assert text == "設立・開業からの年数が1年になるのを待つ（いまは0.5年）"
        assert changes({"age_years": {"at_least": 10}}, age_years=3) is None
        assert changes({"age_years": {"below": 5}}, age_years=7) is None

    def test_a_few_people_can_be_hired(self) -> None:
        assert changes({"employees": {"at_least": 1}}, employees=0) == ("従業員数が1人以上になる（いまは0人）",)
        assert changes({"employees": {"at_least": 50}}, employees=3) is None

    @pytest.mark.parametrize(("employees", "close"), [(301, True), (330, True), (331, False), (420, False)])
    def test_nobody_is_told_to_dismiss_people_but_just_above_the_limit_is_close(
        self, employees: int, close: bool
    ) -> None:
        assert bool(changes({"employees": {"at_most": 300}}, employees=employees)) is close
        size = {"applicant_type": "company", "industry": "manufacturing", "capital_yen": 500_000_000}
        assert bool(changes("sme_basic_act", employees=employees, **size)) is close

    def test_a_parent_company_does_not_go_away(self) -> None:
        assert changes("not_deemed_large", parent_is_large=True) is None

    def test_founding_and_incorporating(self) -> None:
        company = {"applicant_type": {"in": ["company"]}}
        assert changes(company, applicant_type="pre_founding") == ("創業する（会社の設立か開業届）",)
        assert changes(company, applicant_type="sole_proprietor") == ("会社を設立する（法人化）",)
        assert changes(company, applicant_type="university") is None
        assert changes({"applicant_type": {"in": ["university"]}}, applicant_type="company") is None
        assert changes({"applicant_type": {"not_in": ["pre_founding"]}}, applicant_type="pre_founding") == (
            "創業する（会社の設立か開業届）",
        )

    def test_plans_partners_and_budgets(self) -> None:
        assert changes({"wage_raise_plan": {"is": True}}, wage_raise_plan=False) == ("賃上げの計画を立てる",)
        assert changes({"partner_status": {"in": ["agreed"]}}, partner_status="searching") == (
            "連携する大学・公的研究機関を決める",
        )
        assert changes({"budget_yen": {"at_least": 15_000_000}}, budget_yen=8_000_000) == (
            "事業費の予定額を1,500万円以上に増やす",
        )
        assert changes({"filed": {"is": True}}, filed=False) == ("特許などを出願する",)

    def test_what_has_begun_needs_another_plan(self) -> None:
        (text,) = changes({"started": {"is": False}}, started=True) or ()
        assert "別の計画" in text

    def test_what_was_shown_cannot_be_hidden_again(self) -> None:
        assert changes({"disclosed": {"is": False}}, disclosed=True) is None

    def test_what_holds_or_is_open_needs_no_change(self) -> None:
        assert changes({"started": {"is": False}}, started=False) == ()
        assert changes({"started": {"is": False}}) == ()


class TestTrees:
    """Joint requirements add up; of alternatives the easiest counts."""

    def test_all_changes_are_named(self) -> None:
        both = {"all": [{"started": {"is": False}}, {"wage_raise_plan": {"is": True}}]}
        assert len(changes(both, started=True, wage_raise_plan=False) or ()) == 2

    def test_one_impossible_part_makes_it_impossible(self) -> None:
        both = {"all": [{"wage_raise_plan": {"is": True}}, {"industry": {"in": ["manufacturing"]}}]}
        assert changes(both, wage_raise_plan=False, industry="retail") is None

    def test_the_easiest_alternative_counts(self) -> None:
        either = {"any": [{"industry": {"in": ["manufacturing"]}}, {"filed": {"is": True}}]}
        assert changes(either, industry="retail", filed=False) == ("特許などを出願する",)

    def test_an_exclusion_cannot_be_undone(self) -> None:
        assert changes({"not": {"industry": {"in": ["retail"]}}}, industry="retail") is None


CLOSE = program("chikai", hard({"any_site_in": ["新宿区"]}), hard({"wage_raise_plan": {"is": True}}))


def test_a_program_names_at_most_two_changes() -> None:
    told = press_shop(site_areas=[], wage_raise_plan=False, started=True)
    assert len(missing(CLOSE, told, AREAS)) == 2
    three = program("tooi", *CLOSE.conditions, hard({"started": {"is": False}}))
    assert missing(three, told, AREAS) == ()


def test_the_set_of_near_misses_agrees_with_the_words() -> None:
    told = press_shop(site_areas=[], wage_raise_plan=False, started=True, filed=False)
    programs = (
        CLOSE,
        program("kanau"),
        program("muri", hard({"industry": {"in": ["retail"]}})),
        program("owari", hard({"filed": {"is": True}}), status=Status.ENDED, status_reason="終了"),
        program("daigaku", hard({"filed": {"is": True}}), audience=Audience.UNIVERSITY),
        program("hitotsu", hard({"filed": {"is": True}})),
    )
    standing = stand(Index(programs), told)
    found = {each.id for at, each in enumerate(programs) if near(standing, AREAS) >> at & 1}
    assert found == {"chikai", "hitotsu"}
    assert standing.day.by_state[State.ENDED] == 0b1000
