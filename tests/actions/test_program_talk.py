"""Talk about one program: its sides, the ways on, the wish to be told of its calls, and the end of that wish."""

import json
from typing import Any

import pytest

from actions.control import AcceptNo, Cancel, ExplainQuestion, NotUnderstood
from actions.intake import HearFacts
from actions.programs import ComparePrograms, SubscribeDeadline, TellProgram
from actions.support import RecommendSupport
from desk.domain.aspects import Aspect
from desk.domain.replies import Reply
from desk.services import interview
from desk.services.context import Desk
from desk.services.conversations import open_conversation
from desk.services.subscriptions import subscribed_programs
from tests.actions.test_topics import keys, say
from tests.services.people import entity, exchange, person

GRANT = "itabashi-sangakuko-rd"
YEARLY = "monodukuri"


def about(program: str, topic: str | None = None) -> tuple[dict[str, Any], ...]:
    """What a button about a program, or one side of it, carries."""
    return (entity("program", program), *([entity("topic", topic)] if topic else []))


def payloads(reply: Reply) -> dict[str, str]:
    """Titles of buttons with the topic that they ask for."""
    return {button.title: button.payload for button in reply.buttons}


def talking_of(desk: Desk, program: str) -> str:
    """Somebody who was just told of a program."""
    somebody = person(desk)
    (reply,) = say(desk, TellProgram, "", *about(program), somebody=somebody)
    exchange(desk, somebody, "教えて", {"text": "…", "custom": reply.custom})
    return somebody


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

    def test_payloads_are_json(self, desk: Desk) -> None:
        (reply,) = say(desk, TellProgram, "", *about(YEARLY))
        assert all(json.loads(each.payload.partition("{")[1] + each.payload.partition("{")[2] or "{}") is not None
                   for each in reply.buttons)  # fmt: skip


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


class TestAlerts:
    """The wish to be told of a call."""

    def test_it_is_said_what_will_be_told_and_where(self, desk: Desk) -> None:
        somebody = person(desk)
        (reply,) = say(desk, SubscribeDeadline, "ものづくり補助金の締切を知らせて", *about(YEARLY), somebody=somebody)
        assert reply.key == "utter_programs_subscribed"
        assert reply.values["call"] == "いまは受付期間外です。"
        assert [each.id for each in subscribed_programs(desk, somebody)] == [YEARLY]

    def test_it_means_the_program_spoken_of(self, desk: Desk) -> None:
        somebody = talking_of(desk, YEARLY)
        say(desk, SubscribeDeadline, "締切を知らせて", somebody=somebody)
        assert [each.id for each in subscribed_programs(desk, somebody)] == [YEARLY]

    def test_the_same_wish_again_is_no_second_one(self, desk: Desk) -> None:
        somebody = person(desk)
        for expected in ("utter_programs_subscribed", "utter_programs_subscribed_before"):
            assert keys(say(desk, SubscribeDeadline, "", *about(YEARLY), somebody=somebody)) == [expected]

    def test_of_what_is_always_open_another_promise_is_made(self, desk: Desk) -> None:
        assert keys(say(desk, SubscribeDeadline, "", *about(GRANT))) == ["utter_programs_subscribed_rolling"]

    @pytest.mark.parametrize("program", ["jigyo-saikochiku", "inpit-kaigai", "ward-plan-rd-grant"])
    def test_nothing_is_promised_that_cannot_be_kept(self, desk: Desk, program: str) -> None:
        assert keys(say(desk, SubscribeDeadline, "", *about(program))) == ["utter_programs_nothing_to_tell"]

    def test_without_a_program_it_is_asked_which(self, desk: Desk) -> None:
        assert keys(say(desk, SubscribeDeadline, "公募が始まったら教えて")) == ["utter_programs_subscribe_unknown"]

    def test_of_a_family_the_person_chooses(self, desk: Desk) -> None:
        (reply,) = say(desk, SubscribeDeadline, "Go-Techの公募が始まったら知らせて", *about("go-tech"))
        assert reply.key == "utter_programs_subscribe_which"
        assert all(button.payload.startswith("/subscribe_deadline") for button in reply.buttons)

    def test_the_button_below_an_alert_stops_that_one(self, desk: Desk) -> None:
        somebody = person(desk)
        for program in (YEARLY, GRANT):
            say(desk, SubscribeDeadline, "", *about(program), somebody=somebody)
        (reply,) = say(desk, SubscribeDeadline, "", *about(YEARLY, "stop"), somebody=somebody)
        assert reply.key == "utter_programs_unsubscribed"
        assert [each.id for each in subscribed_programs(desk, somebody)] == [GRANT]

    @pytest.mark.parametrize("action", [SubscribeDeadline, Cancel, AcceptNo])
    def test_words_stop_them_all(self, desk: Desk, action: Any) -> None:
        somebody = person(desk)
        for program in (YEARLY, GRANT):
            say(desk, SubscribeDeadline, "", *about(program), somebody=somebody)
        (reply,) = say(desk, action, "お知らせを止めて", somebody=somebody)
        assert "」「" in reply.values["names"]
        assert subscribed_programs(desk, somebody) == []

    def test_a_no_to_anything_else_is_just_accepted(self, desk: Desk) -> None:
        assert keys(say(desk, AcceptNo, "いいえ、結構です")) == ["utter_control_no_to_what"]

    def test_where_nothing_was_promised_that_is_said(self, desk: Desk) -> None:
        assert keys(say(desk, Cancel, "通知はもう要りません")) == ["utter_programs_no_alerts"]


class TestAfterAList:
    """Ways from a list of recommendations."""

    def shown(self, desk: Desk, **facts: Any) -> list[Reply]:
        """The list for somebody of whom these facts are known."""
        somebody = open_conversation(desk, "rest", json.dumps(facts, ensure_ascii=False))
        interview.hear(desk, somebody, "inform", [entity(name, value) for name, value in facts.items()])
        return list(RecommendSupport(desk).reply(_asking(somebody)))

    def test_the_first_three_can_be_looked_at_closely(self, desk: Desk) -> None:
        replies = self.shown(desk, area="板橋区", industry="manufacturing", purpose="joint_research", started="false")
        shown = next(reply for reply in replies if reply.key == "utter_support_list")
        details = [button for button in shown.buttons if "詳しく" in button.title]
        assert shown.custom is not None
        first = [item["id"] for item in shown.custom["items"][:3]]
        assert [json.loads(each.payload.removeprefix("/ask_program"))["program"] for each in details] == first
        assert len({each.title for each in details}) == 3
        assert all(len(each.title) <= 20 for each in details)

    def test_what_is_nearly_within_reach_is_told_with_what_would_change_it(self, desk: Desk) -> None:
        replies = self.shown(desk, area="板橋区", applicant_type="pre_founding", purpose="prototype", started="false")
        near = next(reply for reply in replies if reply.key == "utter_support_near")
        assert 1 <= len(near.values["programs"].splitlines()) <= 2
        assert "創業する" in near.values["programs"]


def _asking(somebody: str) -> Any:
    from actions.base import Heard

    return Heard(somebody, "", "find_support", ({"entity": "show", "value": "now", "start": 0, "end": 0},))
