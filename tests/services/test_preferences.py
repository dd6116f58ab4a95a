"""How and when a person would like to be reached: asked once, taken in any words and at any time, never in the way."""

from datetime import datetime

import pytest

from desk.clock import JST
from desk.domain.preference import ways
from desk.services import handover
from desk.services.cases import CaseFile, answer_case, read_case, update_case
from desk.services.context import Desk
from desk.services.speaking import may_interrupt, speak
from tests.conftest import SettableClock
from tests.services.asking import heard, press, send, titles
from tests.services.people import cases_of, consented, entity, handed_over, person, skip, stored_conversation

EMAIL, PHONE = ("email", "sasaki@example.jp"), ("phone", "03-1234-5678")


@pytest.fixture
def night(clock: SettableClock) -> None:
    """Friday at ten: nobody is at the desk until Tuesday."""
    clock.at = datetime(2026, 11, 20, 22, 0, tzinfo=JST)


@pytest.fixture
def conversation(desk: Desk, night: None) -> str:
    """Somebody with a case and an e-mail address, who has just been asked."""
    conversation = person(desk)
    handed_over(desk, conversation)
    case = cases_of(desk, conversation)[0]
    buttons = [vars(button) for button in ways(case.id)]
    with desk.database.transaction() as session:
        speak(session, desk, conversation, {"text": "ご連絡はいつごろ？", "buttons": buttons})
    return conversation


def file_of(desk: Desk, conversation: str) -> CaseFile:
    return read_case(desk, cases_of(desk, conversation)[0].number)


def given(desk: Desk, *contact: tuple[str, str]) -> handover.Step:
    """Everything that is asked in a handover, with these ways to be reached."""
    conversation = consented(desk)
    step = handover.hear_contact(desk, conversation, [entity(*each) for each in contact], "", answered=True)
    while step.promise is None:
        step = skip(desk, conversation)
    return step


def test_it_is_asked_when_nobody_is_there_and_there_is_a_choice(desk: Desk, night: None) -> None:
    assert given(desk, EMAIL).wish_for is not None


def test_while_somebody_is_there_whoever_left_a_number_is_asked_when_to_call(desk: Desk) -> None:
    assert given(desk, PHONE).wish_for is not None


def test_while_somebody_is_there_an_address_is_enough(desk: Desk) -> None:
    assert given(desk, EMAIL).wish_for is None


def test_who_is_answered_in_the_chat_is_not_asked(desk: Desk, night: None) -> None:
    assert given(desk).wish_for is None


def test_words_are_kept_as_they_are_and_shown_to_staff(desk: Desk, conversation: str) -> None:
    assert send(desk, conversation, "平日の15時以降、メールでお願いします") is None

    file = file_of(desk, conversation)
    assert file.preference == "平日の15時以降、メールでお願いします"
    assert any("平日の15時以降" in line for line in file.brief)
    assert (file.events[-1].actor, file.events[-1].kind) == ("user", "preference")
    assert "担当者に伝えます" in heard(desk, conversation)[-1].text


def test_no_wish_is_accepted_and_asked_no_more(desk: Desk, conversation: str) -> None:
    (question,) = heard(desk, conversation)
    assert titles(question) == ["午前に電話", "午後に電話", "メールで", "特になし"]

    assert press(desk, conversation, question, "特になし") is None

    assert file_of(desk, conversation).preference is None
    assert stored_conversation(desk, conversation).pending is None


def test_for_a_call_the_number_is_asked_and_can_be_left_out(desk: Desk, conversation: str) -> None:
    (question,) = heard(desk, conversation)
    press(desk, conversation, question, "午後に電話")
    (missing,) = heard(desk, conversation)
    assert "お電話番号" in missing.text

    send(desk, conversation, "03-1234-5678 です")

    file = file_of(desk, conversation)
    assert (file.preference, file.contact) == ("午後に電話", {**(file.contact or {}), "phone": "03-1234-5678"})
    press(desk, conversation, missing, "書かずに進む")
    assert file_of(desk, conversation).preference == "午後に電話"


def test_whoever_writes_of_something_else_is_simply_heard(desk: Desk, conversation: str) -> None:
    forward = send(desk, conversation, "板橋区の補助金を探しています")

    assert forward is not None
    assert forward.slots["pending"] is None
    assert file_of(desk, conversation).preference is None


def test_what_was_taken_for_a_wish_by_mistake_goes_to_the_bot_after_all(desk: Desk, conversation: str) -> None:
    send(desk, conversation, "メールの調子が悪くて困っています")
    thanks = heard(desk, conversation)[-1]

    forward = press(desk, conversation, thanks, "いまのは相談の質問でした")

    assert forward is not None
    assert forward.text == "メールの調子が悪くて困っています"
    assert file_of(desk, conversation).preference is None


def test_nothing_is_promised_for_a_case_that_is_closed(desk: Desk, conversation: str) -> None:
    (question,) = heard(desk, conversation)
    update_case(desk, cases_of(desk, conversation)[0].number, "sato", {"status": "closed"})

    forward = press(desk, conversation, question, "午後に電話")

    assert forward is not None
    assert forward.text == "午後に電話"
    assert "お返事します" not in "".join(said.text for said in heard(desk, conversation))


def test_an_open_wish_holds_up_nothing_that_the_desk_has_to_say(desk: Desk, conversation: str) -> None:
    assert may_interrupt(stored_conversation(desk, conversation))


def test_a_wish_told_before_the_case_stands_in_it_and_is_not_asked_for(desk: Desk) -> None:
    conversation = person(desk)
    send(desk, conversation, "担当者と話したいです。午後に電話ください。")
    handover.request_handover(desk, conversation, "asked", None)
    handover.give_consent(desk, conversation)
    skip(desk, conversation)

    assert skip(desk, conversation).ask == "phone"
    step = handover.hear_contact(desk, conversation, [entity(*PHONE)], "03-1234-5678", answered=True)

    assert step.wish_for is None
    assert file_of(desk, conversation).preference == "午後に電話ください"
    assert "「午後に電話ください」というご希望を" in heard(desk, conversation)[-1].text


def test_a_wish_told_in_open_hours_is_kept_and_the_number_is_asked_for(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    assert send(desk, conversation, "午後に電話ください") is None
    assert "お電話番号" in heard(desk, conversation)[-1].text
    assert send(desk, conversation, "090-1234-5678") is None

    file = file_of(desk, conversation)
    assert file.preference == "午後に電話ください"
    assert (file.contact or {})["phone"] == "090-1234-5678"


def test_beside_another_matter_the_wish_is_kept_and_the_bot_answers_the_rest(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    forward = send(desk, conversation, "電話は15時以降にお願いします。あと、ものづくり補助金の締切はいつですか")

    assert forward is not None
    assert file_of(desk, conversation).preference == "電話は15時以降にお願いします"
    assert [said.text for said in heard(desk, conversation)] == [
        "「電話は15時以降にお願いします」というご希望を、担当者に伝えます。"
    ]


def test_while_staff_speak_a_wish_is_noted_in_silence(desk: Desk) -> None:
    conversation = person(desk)
    answer_case(desk, handed_over(desk, conversation), "佐藤です。", "sato")
    heard(desk, conversation)

    send(desk, conversation, "午後に電話ください")

    assert file_of(desk, conversation).preference == "午後に電話ください"
    assert heard(desk, conversation) == []


def test_a_number_told_after_the_case_stands_in_it(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    assert send(desk, conversation, "090-2222-3333です") is None

    assert (file_of(desk, conversation).contact or {})["phone"] == "090-2222-3333"
    assert heard(desk, conversation)[-1].text == "ご連絡先を担当者に伝えます。"


def test_a_number_in_a_sentence_about_something_else_is_nobody_s_contact(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    assert send(desk, conversation, "都産技研の03-5530-2111にかけても誰も出ないのですが") is not None

    assert "phone" not in (file_of(desk, conversation).contact or {})


def test_an_address_put_right_takes_no_wish_away(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)
    send(desk, conversation, "午後に電話ください")

    send(desk, conversation, "先ほどのメールは間違いで、k.sasaki@example.jp です")

    file = file_of(desk, conversation)
    assert file.preference == "午後に電話ください"
    assert (file.contact or {})["email"] == "k.sasaki@example.jp"


def test_a_wish_put_in_anger_is_kept_and_not_read_back(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    assert send(desk, conversation, "今すぐかけろ") is None

    assert file_of(desk, conversation).preference == "今すぐかけろ"
    assert "かけろ" not in heard(desk, conversation)[-1].text


def test_an_address_put_right_later_is_the_one_that_counts(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    assert send(desk, conversation, "先ほどのメールは間違いで、k.sasaki@example.jp です") is None

    assert (file_of(desk, conversation).contact or {})["email"] == "k.sasaki@example.jp"


def test_without_a_case_a_wish_is_the_bot_s_to_hear(desk: Desk) -> None:
    assert send(desk, person(desk), "午後に電話ください") is not None
