"""One turn: what goes to Rasa, what comes back, and what is said when nothing does."""

import json
from typing import Any

import pytest

from desk.domain.notices import APOLOGY
from desk.services import control, handover, turns
from desk.services.cases import answer_case, hand_back
from desk.services.context import Desk
from desk.services.conversations import receive, take_undelivered
from desk.services.turns import NOT_UNDERSTOOD
from tests.services.people import (
    GREETING,
    SUPPORT_MENU,
    cases_of,
    exchange,
    handed_over,
    person,
    stored_conversation,
    stored_message,
    understood,
)


def forwarded(desk: Desk, conversation: str, text: str) -> turns.Forward:
    forward = turns.prepare(desk, receive(desk, conversation, text).message_id)
    assert forward is not None
    return forward


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        ' /intent{"a":1}',
        "／restart",
        "//restart",
        "\n\t/request_human",
        '/EXTERNAL{"x": 1}',
        "/ restart",
        '/inform{"employees":\n 99}',
        "　/affirm",
    ],
)
def test_a_command_of_rasa_is_never_carried_out_when_a_person_types_it(desk: Desk, typed: str) -> None:
    assert forwarded(desk, person(desk), typed).text == "/nlu_fallback"


@pytest.mark.parametrize("typed", ["/", "/板橋区です", "/start してください", "//", '/"; DROP TABLE cases'])
def test_another_text_with_a_slash_in_front_is_made_inert(desk: Desk, typed: str) -> None:
    assert forwarded(desk, person(desk), typed).text.startswith("／")


def test_an_ordinary_text_reaches_rasa_as_it_was_written(desk: Desk) -> None:
    assert forwarded(desk, person(desk), " 1/2の補助率ですか？ ").text == " 1/2の補助率ですか？ "


def test_the_record_keeps_what_was_typed(desk: Desk) -> None:
    forward = forwarded(desk, person(desk), "/restart")

    assert stored_message(desk, forward.message_id).text == "/restart"


def test_an_offered_button_reaches_rasa_as_its_payload(desk: Desk) -> None:
    conversation = person(desk)
    button = exchange(desk, conversation, "助成金", SUPPORT_MENU)[0].content["buttons"][1]

    assert forwarded(desk, conversation, button["payload"]).text == '/request_human{"topic": "support"}'


def test_a_payload_that_was_offered_is_inert_when_it_is_typed_out(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "助成金", SUPPORT_MENU)

    assert forwarded(desk, conversation, '/request_human{"topic": "support"}').text == NOT_UNDERSTOOD


def test_the_payload_behind_a_button_is_never_shown(desk: Desk) -> None:
    menu = exchange(desk, person(desk), "助成金", SUPPORT_MENU)[0]

    assert "/inform" not in json.dumps(menu.content)
    assert [button["title"] for button in menu.content["buttons"]] == ["試作", "担当者に相談する"]


def test_rasa_learns_nothing_of_a_person_but_a_pseudonym_and_what_was_asked(desk: Desk) -> None:
    conversation = person(desk, "sasaki@example.jp")
    handover.request_handover(desk, conversation, "asked", None)
    handover.give_consent(desk, conversation)

    forward = forwarded(desk, conversation, "佐々木です")

    assert (forward.conversation_id, forward.asked) == (conversation, "name")
    assert forward.slots == {"pending": "contact", "language": None}


def test_without_a_pending_question_the_slot_is_emptied(desk: Desk) -> None:
    forward = forwarded(desk, person(desk), "こんにちは")

    assert (forward.asked, forward.slots) == (None, {"pending": None, "language": None})


def test_while_staff_hold_the_conversation_rasa_gets_nothing(desk: Desk) -> None:
    # given a case that a coordinator has answered
    conversation = person(desk)
    answer_case(desk, handed_over(desk, conversation), "担当の鈴木です。お電話してよいですか。", "suzuki")

    # when the person writes
    receipt = receive(desk, conversation, "はい、お願いします")

    # then the message is kept for staff
    assert turns.prepare(desk, receipt.message_id) is None
    assert stored_message(desk, receipt.message_id).status == "held"
    assert turns.waiting(desk, conversation) == []


def test_after_the_hand_back_the_bot_answers_again(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)
    answer_case(desk, number, "ご確認ください。", "suzuki")

    hand_back(desk, number, "suzuki")

    assert turns.prepare(desk, receive(desk, conversation, "ありがとうございました").message_id) is not None


def test_an_answer_becomes_rows_before_it_is_sent(desk: Desk) -> None:
    conversation = person(desk)
    forward = forwarded(desk, conversation, "助成金")

    said = turns.conclude(desk, forward, [GREETING, SUPPORT_MENU], understood("find_support"))

    assert turns.replies_to(desk, forward.message_id) == said
    assert take_undelivered(desk, conversation) == said
    assert stored_message(desk, forward.message_id).status == "handled"


def test_what_was_understood_is_kept_beside_the_message(desk: Desk) -> None:
    forward = forwarded(desk, person(desk), "板橋区です")
    area: dict[str, Any] = {"entity": "area", "value": "板橋区", "start": 0, "end": 3}

    turns.conclude(desk, forward, [GREETING], understood("inform", area))

    row = stored_message(desk, forward.message_id)
    assert (row.intent, row.confidence) == ("inform", 0.93)
    assert row.understood == {"entities": [area]}


def test_data_for_cards_are_kept_with_the_message(desk: Desk) -> None:
    receipt = {"text": "受け付けました。", "custom": {"type": "handoff", "case_number": "I-2026-000001"}}

    said = exchange(desk, person(desk), "お願いします", receipt)[0]

    assert said.content == {"custom": {"type": "handoff", "case_number": "I-2026-000001"}}


def test_a_message_that_is_understood_ends_the_row_of_misunderstandings(desk: Desk) -> None:
    conversation = person(desk)
    control.count_misunderstanding(desk, conversation)
    exchange(desk, conversation, "うーん", intent="nlu_fallback")
    assert stored_conversation(desk, conversation).misunderstandings == 1

    exchange(desk, conversation, "助成金を探しています", intent="find_support")

    assert stored_conversation(desk, conversation).misunderstandings == 0


def test_a_failure_is_told_with_an_apology_and_a_way_to_a_person(desk: Desk) -> None:
    conversation = person(desk)
    forward = forwarded(desk, conversation, "助成金を探しています")

    said = turns.fail(desk, forward)

    assert [each.text for each in said] == [APOLOGY]
    assert [button["title"] for button in said[0].content["buttons"]] == ["担当者に相談する"]
    assert stored_message(desk, forward.message_id).status == "failed"
    assert forwarded(desk, conversation, said[0].content["buttons"][0]["payload"]).text == "/request_human"


def test_a_failure_opens_one_case_and_the_next_failure_no_second(desk: Desk) -> None:
    conversation = person(desk)

    turns.fail(desk, forwarded(desk, conversation, "助成金を探しています"))
    turns.fail(desk, forwarded(desk, conversation, "聞こえていますか"))

    case = cases_of(desk, conversation)
    assert [(each.reason, each.priority, each.contact) for each in case] == [("failure", "high", {})]


def test_a_failure_in_a_conversation_with_an_open_case_adds_none(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)

    turns.fail(desk, forwarded(desk, conversation, "その後どうですか"))

    assert [case.number for case in cases_of(desk, conversation)] == [number]


def test_a_message_with_a_personal_number_is_answered_with_a_notice_first(desk: Desk) -> None:
    forward = forwarded(desk, person(desk), "マイナンバーは 1234 5678 9018 です")

    said = turns.conclude(desk, forward, [GREETING], understood("inform"))

    assert "マイナンバー" in said[0].text
    assert said[1].text == GREETING["text"]
    assert not any(character.isdigit() for character in forward.text)


def test_unanswered_messages_are_found_in_the_order_of_arrival(desk: Desk) -> None:
    hanako, taro = person(desk, "花子"), person(desk, "太郎")
    first = receive(desk, hanako, "一つ目")
    other = receive(desk, taro, "別の人")
    second = receive(desk, hanako, "二つ目")
    exchange(desk, person(desk, "済んだ人"), "こんにちは")

    assert turns.waiting(desk, hanako) == [first.message_id, second.message_id]
    assert turns.waiting(desk, taro) == [other.message_id]
    assert set(turns.conversations_waiting(desk)) == {hanako, taro}
