"""A message is a row before anything else happens; the same one twice is one; a button is what was offered here."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from desk.services.context import Desk
from desk.services.conversations import (
    MAX_TEXT,
    find_conversation,
    mark_seen,
    messages_after,
    open_conversation,
    receive,
    take_undelivered,
)
from tests.conftest import SettableClock
from tests.services.people import (
    SUPPORT_MENU,
    count_messages,
    exchange,
    handed_over,
    person,
    stored_conversation,
    stored_message,
)


def test_the_same_address_is_the_same_conversation(desk: Desk) -> None:
    assert open_conversation(desk, "rest", "佐々木") == open_conversation(desk, "rest", "佐々木")


def test_the_same_name_on_another_channel_is_another_conversation(desk: Desk) -> None:
    assert open_conversation(desk, "rest", "佐々木") != open_conversation(desk, "web", "佐々木")


def test_the_pseudonym_says_nothing_of_the_person(desk: Desk) -> None:
    assert "sasaki" not in open_conversation(desk, "rest", "sasaki@example.jp")


def test_looking_for_a_conversation_does_not_make_one(desk: Desk) -> None:
    assert find_conversation(desk, "web", "nobody") is None
    assert find_conversation(desk, "web", "nobody") is None


def test_a_first_contact_from_twenty_requests_at_once_is_one_conversation(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: open_conversation(desk, "rest", "連打する人"), range(20)))

    assert len(found) == 1


def test_a_message_is_stored_as_received_before_anybody_answers(desk: Desk, clock: SettableClock) -> None:
    receipt = receive(desk, person(desk), "板橋区で使える助成金はありますか")

    row = stored_message(desk, receipt.message_id)
    assert (row.author, row.text, row.status) == ("user", "板橋区で使える助成金はありますか", "received")
    assert row.at == clock.at
    assert not receipt.repeated


def test_a_message_notes_when_the_person_was_heard_last(desk: Desk, clock: SettableClock) -> None:
    conversation = person(desk)
    clock.at += timedelta(hours=3)

    receive(desk, conversation, "まだいます")

    row = stored_conversation(desk, conversation)
    assert row.heard_at - row.created_at == timedelta(hours=3)


def test_the_same_event_of_a_platform_twice_is_one_message(desk: Desk) -> None:
    # given a message that arrived
    conversation = person(desk)
    first = receive(desk, conversation, "助成金を探しています", "event-17")

    # when the platform delivers it again
    second = receive(desk, conversation, "助成金を探しています", "event-17")

    # then it is known, and nothing was added
    assert (second.message_id, second.repeated) == (first.message_id, True)
    assert count_messages(desk, conversation) == 1


def test_the_same_event_id_in_two_conversations_is_two_messages(desk: Desk) -> None:
    first = receive(desk, person(desk, "佐々木"), "はい", "1")
    second = receive(desk, person(desk, "田中"), "はい", "1")

    assert first.message_id != second.message_id
    assert not second.repeated


def test_saying_the_same_twice_without_an_id_is_two_messages(desk: Desk) -> None:
    conversation = person(desk)

    assert receive(desk, conversation, "はい").message_id != receive(desk, conversation, "はい").message_id


def test_a_text_beyond_all_measure_is_cut(desk: Desk) -> None:
    receipt = receive(desk, person(desk), "あ" * (MAX_TEXT + 500))

    assert len(stored_message(desk, receipt.message_id).text) == MAX_TEXT


def test_a_pressed_button_is_stored_by_its_title(desk: Desk) -> None:
    conversation = person(desk)
    menu = exchange(desk, conversation, "助成金", SUPPORT_MENU)[0]
    button = menu.content["buttons"][0]

    row = stored_message(desk, receive(desk, conversation, button["payload"]).message_id)

    assert (row.text, row.choice_id) == ("試作", button["payload"])


@pytest.mark.parametrize("typed", ["試作", " 試作 ", "試作\n"])
def test_typing_the_title_of_a_button_is_pressing_it(desk: Desk, typed: str) -> None:
    conversation = person(desk)
    menu = exchange(desk, conversation, "助成金", SUPPORT_MENU)[0]

    row = stored_message(desk, receive(desk, conversation, typed).message_id)

    assert row.choice_id == menu.content["buttons"][0]["payload"]


def test_only_the_buttons_shown_last_can_be_pressed_by_typing(desk: Desk) -> None:
    # given a menu, and after it another question with buttons of its own
    conversation = person(desk)
    exchange(desk, conversation, "助成金", SUPPORT_MENU)
    exchange(
        desk, conversation, "続けて", {"text": "着手済みですか。", "buttons": [{"title": "まだ", "payload": "/deny"}]}
    )

    # when somebody types a title of the first menu
    row = stored_message(desk, receive(desk, conversation, "試作").message_id)

    # then it is a sentence like any other
    assert row.choice_id is None


def test_an_older_button_can_still_be_pressed(desk: Desk) -> None:
    conversation = person(desk)
    old = exchange(desk, conversation, "助成金", SUPPORT_MENU)[0].content["buttons"][1]
    exchange(
        desk, conversation, "続けて", {"text": "着手済みですか。", "buttons": [{"title": "まだ", "payload": "/deny"}]}
    )

    assert stored_message(desk, receive(desk, conversation, old["payload"]).message_id).choice_id == old["payload"]


def test_a_button_of_another_conversation_is_plain_text(desk: Desk) -> None:
    # given a button shown to somebody else
    theirs = exchange(desk, person(desk, "田中"), "助成金", SUPPORT_MENU)[0].content["buttons"][0]["payload"]

    # when its id is sent here
    row = stored_message(desk, receive(desk, person(desk, "佐々木"), theirs).message_id)

    # then nothing was chosen
    assert (row.choice_id, row.text) == (None, theirs)


def test_replies_are_taken_once(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "こんにちは")

    assert [said.text for said in take_undelivered(desk, conversation)] == ["こんにちは。ご用件をどうぞ。"]
    assert take_undelivered(desk, conversation) == []


def test_what_was_seen_up_to_a_message_needs_no_delivery(desk: Desk) -> None:
    conversation = person(desk)
    seen = exchange(desk, conversation, "こんにちは")[0]
    exchange(desk, conversation, "助成金", SUPPORT_MENU)

    mark_seen(desk, conversation, seen.id)

    assert [said.text for said in take_undelivered(desk, conversation)] == [SUPPORT_MENU["text"]]


def test_a_conversation_is_read_in_the_order_in_which_it_was_said(desk: Desk) -> None:
    conversation = person(desk)
    exchange(desk, conversation, "こんにちは")
    last = exchange(desk, conversation, "助成金", SUPPORT_MENU)[0]
    handed_over(desk, person(desk, "田中"))

    said = messages_after(desk, conversation)

    assert [(each.author, each.text) for each in said] == [
        ("user", "こんにちは"),
        ("bot", "こんにちは。ご用件をどうぞ。"),
        ("user", "助成金"),
        ("bot", SUPPORT_MENU["text"]),
    ]
    assert messages_after(desk, conversation, last.id) == []
