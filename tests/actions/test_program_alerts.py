"""The wish to be told of a call, its end, and the ways from a list to one program."""

import json
from typing import Any

import pytest

from actions.base import Heard
from actions.control import AcceptNo, Cancel
from actions.programs import SubscribeDeadline
from actions.support import RecommendSupport
from desk.domain.replies import Reply
from desk.services import interview
from desk.services.context import Desk
from desk.services.conversations import open_conversation
from desk.services.subscriptions import subscribed_programs
from tests.actions.talking import GRANT, YEARLY, about, talking_of
from tests.actions.test_topics import keys, say
from tests.services.people import entity, person


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


def _asking(somebody: str) -> Heard:
    return Heard(somebody, "", "find_support", ({"entity": "show", "value": "now", "start": 0, "end": 0},))
