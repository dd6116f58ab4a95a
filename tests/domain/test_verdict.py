"""The verdict on one program: 対象 only when everything holds, 対象外 only when something fails, reasons always."""

from typing import Any

import pytest
from hypothesis import given

from desk.domain.programs import Audience, Status
from desk.domain.truth import Why
from desk.domain.verdict import Outcome, advantages, judge, reachable
from tests.domain.builders import facts, hard, person, press_shop, program, soft
from tests.domain.test_criteria import answers

ITABASHI = hard({"any_site_in": ["板橋区"]}, "板橋区内に本社か事業所があること")
SME = hard("sme_basic_act", "中小企業であること")
NOT_STARTED = hard({"started": {"is": False}}, "着手していないこと")
GRANT = program("itabashi-shisaku", ITABASHI, SME, NOT_STARTED)


class TestOutcome:
    """対象, 要確認, 対象外."""

    def test_all_requirements_met(self) -> None:
        verdict = judge(GRANT, press_shop(started=False))
        assert verdict.outcome is Outcome.ELIGIBLE
        assert [reason.holds for reason in verdict.reasons] == [True, True, True]
        assert verdict.unknown_facts == ()

    def test_one_requirement_open(self) -> None:
        verdict = judge(GRANT, press_shop())
        assert verdict.outcome is Outcome.POSSIBLE
        assert verdict.unknown_facts == ("started",)

    def test_one_requirement_failed_decides_whatever_is_open(self) -> None:
        verdict = judge(GRANT, facts(started=True))
        assert verdict.outcome is Outcome.INELIGIBLE
        assert verdict.unknown_facts == ()
        assert verdict.reasons[0].holds is False

    def test_no_requirement_at_all(self) -> None:
        verdict = judge(program("soudan"), facts())
        assert verdict.outcome is Outcome.ELIGIBLE
        (reason,) = verdict.reasons
        assert (reason.holds, reason.text) == (True, "利用できる人を限る条件は、資料に書かれていません")

    def test_a_persons_check_keeps_it_open(self) -> None:
        verdict = judge(program("zei", ITABASHI, person()), press_shop())
        assert verdict.outcome is Outcome.POSSIBLE
        assert verdict.unknown_facts == ()
        assert verdict.person_checks == ("納税していること",)

    def test_a_persons_check_of_some_applicants_does_not(self) -> None:
        assert judge(program("zei", ITABASHI, person(hard=False)), press_shop()).outcome is Outcome.ELIGIBLE

    def test_a_preference_that_fails_does_not_rule_out(self) -> None:
        liked = soft({"wage_raise_plan": {"is": True}})
        assert (
            judge(program("kaihatsu", ITABASHI, liked), press_shop(wage_raise_plan=False)).outcome is Outcome.ELIGIBLE
        )

    @pytest.mark.parametrize("audience", [each for each in Audience if each is not Audience.DIRECT])
    def test_what_others_apply_for_is_never_certain(self, audience: Audience) -> None:
        verdict = judge(program("haken", audience=audience), press_shop())
        assert verdict.outcome is Outcome.POSSIBLE
        assert verdict.reasons[0].holds is None

    def test_a_university_can_use_what_is_for_universities(self) -> None:
        university = facts(applicant_type="university")
        assert reachable(program("haken", audience=Audience.UNIVERSITY), university)
        assert judge(program("haken", audience=Audience.UNIVERSITY), university).outcome is Outcome.ELIGIBLE
        assert not reachable(program("ginko", audience=Audience.INTERMEDIARY), university)

    def test_an_ended_program_is_out_for_everybody(self) -> None:
        ended = program("kyu", status=Status.ENDED, status_reason="2025年3月に終了しました。")
        verdict = judge(ended, press_shop())
        assert verdict.outcome is Outcome.INELIGIBLE
        assert verdict.reasons[0].text == "2025年3月に終了しました。"

    def test_an_unconfirmed_record_is_not_judged_at_all(self) -> None:
        unsure = program("mi", ITABASHI, status=Status.UNPUBLISHED, status_reason="確認中です。")
        verdict = judge(unsure, facts(area="新宿区", site_areas=[]))
        assert verdict.outcome is Outcome.POSSIBLE
        assert [reason.text for reason in verdict.reasons] == ["確認中です。"]


class TestReasons:
    """Each requirement is told with its limit, its answer and the fact it hangs on."""

    def test_the_limit_stands_beside_the_answer(self) -> None:
        verdict = judge(program("kibo", hard({"employees": {"at_most": 300}})), press_shop(employees=420))
        assert verdict.reasons[0].text == "従業員数は300人以下（回答: 420人）"
        assert verdict.reasons[0].fact == "employees"

    def test_joint_requirements_are_told_one_by_one(self) -> None:
        joint = hard({"all": ["sme_basic_act", {"all": [{"industry": {"in": ["manufacturing"]}}]}]}, "製造業の中小企業")
        verdict = judge(program("kodo", joint), press_shop(industry="retail"))
        assert [(reason.holds, reason.fact) for reason in verdict.reasons] == [(False, "industry"), (True, "employees")]
        assert {reason.condition for reason in verdict.reasons} == {"製造業の中小企業"}

    def test_failures_come_first_then_what_is_open(self) -> None:
        verdict = judge(GRANT, facts(area="新宿区", site_areas=[], applicant_type="company", employees=3))
        assert [reason.holds for reason in verdict.reasons] == [False, None, True]

    def test_an_open_requirement_names_the_missing_fact(self) -> None:
        verdict = judge(
            program("chusho", SME), facts(applicant_type="company", industry="manufacturing", employees=420)
        )
        assert verdict.reasons[0].fact == "capital_yen"
        assert verdict.unknown_facts == ("capital_yen",)

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            (press_shop(), Why.NOT_ASKED),
            (press_shop(started=None), Why.UNSURE),
            (press_shop().forget("started", declined=True), Why.DECLINED),
        ],
    )
    def test_the_kind_of_unknown_is_told(self, told: Any, why: Why) -> None:
        verdict = judge(program("chakushu", NOT_STARTED), told)
        assert verdict.reasons[0].why is why
        assert verdict.unknown_facts == ("started",)

    def test_what_cannot_apply_is_not_asked_back(self) -> None:
        verdict = judge(program("wakate", hard({"age_years": {"below": 5}})), facts(applicant_type="pre_founding"))
        assert verdict.outcome is Outcome.POSSIBLE
        assert verdict.reasons[0].why is Why.NOT_APPLICABLE
        assert verdict.unknown_facts == ()


def test_preferences_that_may_hold_are_told() -> None:
    liked = program(
        "kaihatsu",
        soft({"wage_raise_plan": {"is": True}}, "賃上げを計画していること"),
        person("団体の場合", hard=False),
    )
    assert list(advantages(liked, press_shop())) == [
        "当てはまると有利: 賃上げを計画していること",
        "確認事項: 団体の場合",
    ]
    assert list(advantages(liked, press_shop(wage_raise_plan=False))) == ["確認事項: 団体の場合"]


STRICT = program(
    "kibishii",
    ITABASHI,
    hard({"all": ["sme_patent_order", {"industry": {"not_in": ["retail"]}}]}),
    hard({"any": [{"age_years": {"at_least": 1}}, {"applicant_type": {"in": ["npo"]}}]}),
)


@given(answers)
def test_every_outcome_is_explained_by_its_reasons(told: dict[str, Any]) -> None:
    verdict = judge(STRICT, facts(**told))
    held = {reason.holds for reason in verdict.reasons}
    assert (verdict.outcome is Outcome.ELIGIBLE) is (held == {True})
    assert (verdict.outcome is Outcome.INELIGIBLE) is (False in held)
    assert not set(verdict.unknown_facts) & told.keys()


@given(answers, answers)
def test_more_answers_never_turn_ineligible_into_eligible(told: dict[str, Any], more: dict[str, Any]) -> None:
    before = judge(STRICT, facts(**told)).outcome
    after = judge(STRICT, facts(**(more | told))).outcome
    assert before is Outcome.POSSIBLE or after is before
