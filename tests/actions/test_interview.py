"""Actions of intake and support: facts in, a question or programs out."""

from typing import Any

import pytest

from desk.services import interview
from desk.services.context import Desk
from tests.actions.performing import keys, perform, titles
from tests.services.people import ask, entity, facts_of, person, stored_conversation

SHOP = [entity("area", "板橋区"), entity("industry", "manufacturing"), entity("employees", 12)]
PROTOTYPE = entity("purpose", "prototype")


def recommend(desk: Desk, conversation: str, *entities: dict[str, Any]) -> list[dict[str, Any]]:
    return perform(desk, "action_recommend_support", conversation, *entities, intent="find_support")


def test_looking_for_support_begins_with_a_question_and_ways_around_it(desk: Desk) -> None:
    responses = recommend(desk, person(desk))

    assert keys(responses) == ["utter_support_question"]
    assert responses[0]["question"] == desk.catalogue.questions["purposes"].text
    assert titles(responses[0])[-3:] == ["わからない・飛ばす", "なぜ聞くの？", "今わかる範囲で見る"]


def test_a_choice_of_a_question_stands_for_the_entity_of_its_fact(desk: Desk) -> None:
    buttons = recommend(desk, person(desk))[0]["buttons"]

    assert {"title": "試作", "payload": '/inform{"purpose": "prototype"}'} in buttons


def test_a_flag_is_answered_by_true_and_false(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "started")

    buttons = perform(desk, "action_explain_question", conversation, intent="clarify")[1]["buttons"]

    assert [button["payload"] for button in buttons[:2]] == [
        '/inform{"started": "false"}',
        '/inform{"started": "true"}',
    ]


def test_facts_told_along_are_read_back_before_the_next_question(desk: Desk) -> None:
    responses = recommend(desk, person(desk), *SHOP, PROTOTYPE)

    assert keys(responses)[0] == "utter_intake_heard_several"
    assert "従業員数は12人" in responses[0]["facts"]
    assert keys(responses)[-1] == "utter_support_question"


def test_a_single_fact_is_read_back_in_short(desk: Desk) -> None:
    responses = perform(desk, "action_hear_facts", person(desk), entity("employees", 12))

    assert keys(responses)[0] == "utter_intake_heard"
    assert responses[0]["facts"] == "従業員数は12人"


def test_the_list_comes_with_cards_and_a_person_to_ask(desk: Desk) -> None:
    responses = recommend(desk, person(desk), *SHOP, PROTOTYPE, entity("show", "now"))

    shown = responses[-1]
    assert shown["response"] == "utter_support_list"
    assert shown["custom"]["type"] == "recommendations"
    assert shown["count"] == str(len(shown["custom"]["items"]))
    assert titles(shown)[-1] == "担当者に相談する"
    assert {item["verdict"] for item in shown["custom"]["items"]} <= {"eligible", "possible"}


def test_work_begun_already_is_warned_about_before_the_list(desk: Desk) -> None:
    responses = recommend(desk, person(desk), *SHOP, PROTOTYPE, entity("started", "true"), entity("show", "now"))

    assert keys(responses)[-2:] == ["utter_support_already_started", "utter_support_list"]


def test_a_skipped_question_is_followed_by_another(desk: Desk) -> None:
    conversation = person(desk)
    first = recommend(desk, conversation)[0]["question"]

    responses = perform(desk, "action_hear_facts", conversation, intent="dont_know")

    assert keys(responses)[0] == "utter_intake_skipped"
    assert responses[-1]["question"] != first


def test_an_answer_that_cannot_be_read_is_met_with_examples_and_the_question_again(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "employees")

    responses = perform(desk, "action_hear_facts", conversation, text="まあまあいます", intent="inform")

    assert keys(responses) == ["utter_intake_not_an_answer", "utter_support_question"]
    assert responses[0]["examples"].startswith("たとえば「")
    assert stored_conversation(desk, conversation).pending == "employees"


def test_a_sum_beside_an_answer_is_asked_about_and_not_lost(desk: Desk) -> None:
    conversation = person(desk)
    ask(desk, conversation, "started")
    begun, text = entity("started", False), "2500万くらい。まだ頼んでない"

    responses = perform(desk, "action_hear_facts", conversation, begun, text=text)

    assert keys(responses) == ["utter_intake_heard", "utter_intake_which_figure"]
    assert responses[1]["figure"] == "2,500万円"


def test_a_sum_that_was_read_is_not_asked_about(desk: Desk) -> None:
    budget, text = entity("budget_yen", 25_000_000), "2500万くらい。まだ頼んでない"

    responses = perform(desk, "action_hear_facts", person(desk), budget, text=text)

    assert "utter_intake_which_figure" not in keys(responses)


def test_who_asks_for_support_again_in_words_sees_what_was_found(desk: Desk) -> None:
    conversation = person(desk)
    recommend(desk, conversation, *SHOP, PROTOTYPE)
    assert stored_conversation(desk, conversation).pending

    again = perform(desk, "action_recommend_support", conversation, text="何かもらえるのない？", intent="find_support")

    assert "utter_support_list" in keys(again)


def test_the_button_for_support_asks_on(desk: Desk) -> None:
    conversation = person(desk)
    recommend(desk, conversation, *SHOP, PROTOTYPE)

    pressed = perform(desk, "action_recommend_support", conversation, text="/find_support", intent="find_support")

    assert "utter_support_question" in keys(pressed)


def test_without_question_and_facts_there_is_nothing_heard(desk: Desk) -> None:
    assert keys(perform(desk, "action_hear_facts", person(desk), text="そうなんです")) == ["utter_intake_nothing_heard"]


def test_a_correction_replaces_the_fact(desk: Desk) -> None:
    conversation = person(desk)
    perform(desk, "action_hear_facts", conversation, entity("employees", 12))

    perform(desk, "action_hear_facts", conversation, entity("employees", 25), intent="correct")

    assert facts_of(desk, conversation)["employees"] == 25


@pytest.mark.parametrize("fact", ["purposes", "employees", "started", "start_by"])
def test_the_reason_of_a_question_is_told_with_examples_and_the_question_again(desk: Desk, fact: str) -> None:
    conversation = person(desk)
    ask(desk, conversation, fact)

    responses = perform(desk, "action_explain_question", conversation, intent="clarify")

    assert keys(responses) == ["utter_support_explained", "utter_support_question"]
    assert responses[0]["why"] == desk.catalogue.questions[fact].why


def test_going_back_asks_the_last_question_again(desk: Desk) -> None:
    conversation = person(desk)
    interview.hear(desk, conversation, "inform", [entity("employees", 120)])

    responses = perform(desk, "action_go_back", conversation, intent="go_back")

    assert keys(responses) == ["utter_support_question"]
    assert facts_of(desk, conversation) == {}
