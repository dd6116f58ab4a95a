"""Talk about one program: its sides, what an estimate needs, what "it" means, and the ways on."""

from typing import Any

import pytest

from actions.control import ExplainQuestion, NotUnderstood
from actions.intake import HearFacts
from actions.programs import ComparePrograms, TellProgram
from desk.domain.aspects import Aspect
from desk.services import interview
from desk.services.context import Desk
from tests.actions.talking import GRANT, YEARLY, about, payloads, talking_of
from tests.actions.test_topics import keys, say
from tests.services.people import entity, exchange, person


class TestWaysOn:
    """Buttons below one program."""

    def test_every_side_can_be_asked_for_and_a_person_last(self, desk: Desk) -> None:
        (reply,) = say(desk, TellProgram, "", *about(GRANT))
        assert list(payloads(reply)) == [
            "自分に合うか調べる", "いくら？", "いつまで？", "必要書類", "似た制度との違い", "担当者に相談する",
        ]  # fmt: skip

    def test_a_call_that_can_be_waited_for_can_be_watched(self, desk: Desk) -> None:
        (reply,) = say(desk, TellProgram, "", *about(YEARLY))
        assert payloads(reply)["締切を知らせて"] == f'/subscribe_deadline{{"program": "{YEARLY}"}}'
        assert "いつまで？" not in payloads(reply)

    def test_who_told_of_the_company_may_ask_for_the_reasons(self, desk: Desk) -> None:
        somebody = person(desk)
        interview.hear(desk, somebody, "inform", [entity("employees", 12)])
        (reply,) = say(desk, TellProgram, "", *about(GRANT), somebody=somebody)
        assert payloads(reply)["合うかどうかの理由"] == f'/ask_program{{"program": "{GRANT}", "topic": "why"}}'

    @pytest.mark.parametrize("aspect", Aspect)
    def test_every_button_is_answered_with_its_source_and_leads_on(self, desk: Desk, aspect: Aspect) -> None:
        reply = say(desk, TellProgram, "", *about(YEARLY, aspect))[0]
        assert reply.key == "utter_programs_about"
        assert "時点" in reply.values["brief"]
        assert reply.custom is not None
        titles = [button.title for button in reply.buttons]
        assert len(set(titles)) == len(titles)
        assert aspect is Aspect.AMOUNT or "担当者に相談する" in titles

    def test_of_a_plan_nothing_more_can_be_asked(self, desk: Desk) -> None:
        (reply,) = say(desk, TellProgram, "", *about("ward-plan-rd-grant", "amount"))
        assert reply.key == "utter_programs_about"
        assert [button.title for button in reply.buttons] == ["いま使える制度を探す", "担当者に相談する"]


class TestHowMuch:
    """The estimate and the budget it needs."""

    def test_the_button_asks_for_the_budget(self, desk: Desk) -> None:
        told, asked = say(desk, TellProgram, "", *about(GRANT, "amount"))
        assert told.buttons == []
        assert asked.key == "utter_support_question"
        assert "費用の見込み" in asked.values["question"]

    def test_terms_alone_do_not(self, desk: Desk) -> None:
        assert len(say(desk, TellProgram, "産学公助成の上限は", entity("program", GRANT))) == 1

    def test_the_budget_leads_back_to_the_program(self, desk: Desk) -> None:
        somebody = person(desk)
        say(desk, TellProgram, "", *about(GRANT, "amount"), somebody=somebody)
        heard, told = say(desk, HearFacts, "300万円です", entity("budget_yen", 3_000_000), somebody=somebody)
        assert "300万円" in heard.values["facts"]
        assert "助成の目安は150万円、自己負担は150万円です。" in told.values["brief"]

    def test_another_answer_leaves_the_question_open(self, desk: Desk) -> None:
        somebody = person(desk)
        say(desk, TellProgram, "", *about(GRANT, "amount"), somebody=somebody)
        replies = say(desk, HearFacts, "従業員は12人です", entity("employees", 12), somebody=somebody)
        assert "utter_programs_about" not in keys(replies)

    @pytest.mark.parametrize("action", [TellProgram, HearFacts])
    def test_a_budget_named_in_the_question_is_taken_up(self, desk: Desk, action: Any) -> None:
        somebody = talking_of(desk, GRANT)
        replies = say(desk, action, "300万円かかるといくら？", entity("budget_yen", 3_000_000), somebody=somebody)
        assert keys(replies) == ["utter_intake_heard", "utter_programs_about"]
        assert "助成の目安は150万円" in replies[1].values["brief"]


class TestIt:
    """Questions without a name."""

    def test_why_is_told_of_the_program_spoken_of(self, desk: Desk) -> None:
        (reply,) = say(desk, ExplainQuestion, "なぜ？", somebody=talking_of(desk, GRANT))
        assert "まだわかりません：業種は製造業" in reply.values["brief"]

    @pytest.mark.parametrize("question", ["なぜ対象外なの", "似た制度は？", "書類は"])
    def test_a_side_in_words_that_nobody_foresaw_is_told_too(self, desk: Desk, question: str) -> None:
        (reply,) = say(desk, NotUnderstood, question, somebody=talking_of(desk, GRANT))
        assert reply.key == "utter_programs_about"

    def test_of_a_program_nobody_knows_nothing_is_told(self, desk: Desk) -> None:
        replies = say(desk, NotUnderstood, "ウルトラ補助金の締切", somebody=talking_of(desk, GRANT))
        assert keys(replies) == ["utter_control_not_understood"]

    def test_why_without_anything_on_show_is_asked_back(self, desk: Desk) -> None:
        assert keys(say(desk, ExplainQuestion, "なぜ？")) == ["utter_control_nothing_to_explain"]

    def test_why_after_a_list_asks_of_which_and_keeps_the_question(self, desk: Desk) -> None:
        somebody = person(desk)
        custom = {"type": "recommendations", "items": [{"id": GRANT}, {"id": YEARLY}]}
        exchange(desk, somebody, "使える補助金は", {"text": "…", "custom": custom})
        (reply,) = say(desk, ExplainQuestion, "どうして？", somebody=somebody)
        assert {button.payload for button in reply.buttons} == {
            f'/ask_program{{"program": "{each}", "topic": "why"}}' for each in (GRANT, YEARLY)
        }

    def test_a_side_asked_of_several_is_kept_while_the_person_chooses(self, desk: Desk) -> None:
        (reply,) = say(
            desk, TellProgram, "Go-Techの締切", {"entity": "program", "value": "go-tech", "start": 0, "end": 7}
        )
        assert all('"topic": "deadline"' in button.payload for button in reply.buttons)

    @pytest.mark.parametrize("action", [TellProgram, ComparePrograms])
    def test_relatives_are_told_of_the_program_spoken_of(self, desk: Desk, action: Any) -> None:
        replies = say(desk, action, "似た制度との違いは？", somebody=talking_of(desk, GRANT))
        assert "目的や種類が近い制度です。" in replies[0].values["brief"]
        assert replies[0].buttons[0].title.startswith("詳しく：")

    def test_relatives_of_a_family_are_those_of_its_ordinary_case(self, desk: Desk) -> None:
        (reply,) = say(desk, ComparePrograms, "Go-Techと似た制度は", entity("program", "go-tech"))
        assert "通常枠" in reply.values["name"]

    def test_one_of_a_list_is_told_even_when_it_sounds_like_a_comparison(self, desk: Desk) -> None:
        somebody = person(desk)
        custom = {"type": "recommendations", "items": [{"id": GRANT}, {"id": YEARLY}]}
        exchange(desk, somebody, "使える補助金は", {"text": "…", "custom": custom})
        (reply,) = say(desk, ComparePrograms, "2つ目を詳しく", somebody=somebody)
        assert reply.key == "utter_programs_about"
        assert "ものづくり" in reply.values["name"]
        assert keys(say(desk, ComparePrograms, "2つはどう違う？", somebody=somebody)) == ["utter_programs_compared"]


class TestCertainty:
    """How sure it is: nobody can say, whatever else is told."""

    @pytest.mark.parametrize("told", [about(YEARLY), about(YEARLY, "chance")])
    def test_of_a_program_its_card_leads_to_who_decides(self, desk: Desk, told: tuple[dict[str, Any], ...]) -> None:
        (reply,) = say(desk, TellProgram, "必ずもらえますか", *told)
        assert reply.key == "utter_programs_no_promise"
        assert reply.custom is not None
        assert reply.custom["items"][0]["id"] == YEARLY

    def test_of_none_it_is_not_asked_which(self, desk: Desk) -> None:
        assert keys(say(desk, TellProgram, "採択率は？")) == ["utter_programs_no_promise"]

    def test_beside_facts_both_are_heard(self, desk: Desk) -> None:
        told = (entity("employees", 12), entity("purpose", "prototype"))
        replies = say(desk, HearFacts, "従業員12人です。試作の補助金は必ずもらえますか", *told)
        assert keys(replies)[:2] == ["utter_intake_heard_several", "utter_programs_no_promise"]

    def test_it_is_answered_also_where_nothing_else_was_understood(self, desk: Desk) -> None:
        assert keys(say(desk, NotUnderstood, "町工場でも絶対通りますか")) == ["utter_programs_no_promise"]
