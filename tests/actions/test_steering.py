"""Actions of control and handover: one service call, the keys of what is said, and data for the receipt."""

from datetime import datetime

from actions.control import PATIENCE
from desk.clock import JST
from desk.services import interview
from desk.services.context import Desk
from tests.actions.performing import keys, perform, titles
from tests.conftest import SettableClock
from tests.services.people import cases_of, consented, entity, handed_over, person, skip, stored_conversation


def test_what_is_misread_is_met_with_choices_and_in_the_end_with_a_person(desk: Desk) -> None:
    conversation = person(desk)

    said = [keys(perform(desk, "action_not_understood", conversation, text="ほげ")) for _ in range(PATIENCE)]

    assert said[:-1] == [["utter_control_not_understood"]] * (PATIENCE - 1)
    assert said[-1] == ["utter_control_not_understood_again", "utter_handover_ask_consent"]
    assert stored_conversation(desk, conversation).pending == "consent"


def test_what_is_misread_in_the_interview_is_asked_again(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    responses = perform(desk, "action_not_understood", conversation, text="ほげ", intent="nlu_fallback")

    assert keys(responses) == ["utter_intake_not_an_answer", "utter_support_question"]


def test_before_the_first_question_there_is_nothing_to_go_back_to_or_to_explain(desk: Desk) -> None:
    conversation = person(desk)

    assert keys(perform(desk, "action_go_back", conversation)) == ["utter_control_nothing_to_go_back_to"]
    assert keys(perform(desk, "action_explain_question", conversation)) == ["utter_control_nothing_to_explain"]


def test_stopping_and_starting_over_are_confirmed(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    assert keys(perform(desk, "action_cancel", conversation)) == ["utter_control_cancelled"]
    assert stored_conversation(desk, conversation).pending is None
    assert keys(perform(desk, "action_restart", conversation)) == ["utter_control_restarted"]


def test_after_a_question_in_between_the_pending_one_is_taken_up(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    assert keys(perform(desk, "action_resume", conversation)) == ["utter_control_resume", "utter_support_question"]


def test_consent_and_contact_are_taken_up_as_well(desk: Desk) -> None:
    waiting = person(desk, "田中")
    perform(desk, "action_request_handover", waiting, intent="request_human")

    assert keys(perform(desk, "action_resume", waiting)) == ["utter_handover_consent_unclear"]
    assert keys(perform(desk, "action_resume", consented(desk)))[-1] == "utter_handover_ask_name"


def test_consent_is_taken_up_once_and_then_left(desk: Desk) -> None:
    conversation = person(desk)
    perform(desk, "action_request_handover", conversation, intent="complaint")

    taken_up = [keys(perform(desk, "action_resume", conversation)) for _ in range(2)]

    assert taken_up == [["utter_handover_consent_unclear"], []]
    assert keys(perform(desk, "action_give_consent", conversation)) == ["utter_handover_ask_name"]


def test_who_thanks_and_leaves_is_let_go(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    assert perform(desk, "action_resume", conversation, text="どうも。一度持ち帰ります", intent="thank") == []
    assert perform(desk, "action_resume", conversation, text="どうも", intent="thank") != []


def test_when_nothing_is_pending_nothing_is_taken_up(desk: Desk) -> None:
    assert perform(desk, "action_resume", person(desk)) == []


def test_a_wish_for_a_person_asks_for_consent_first(desk: Desk) -> None:
    conversation = person(desk)

    responses = perform(desk, "action_request_handover", conversation, entity("topic", "ip"), intent="request_human")

    assert keys(responses) == ["utter_handover_ask_consent"]
    assert cases_of(desk, conversation) == []


def test_consent_leads_to_the_name_and_refusal_to_no_case(desk: Desk) -> None:
    agreeing, refusing = person(desk, "佐々木"), person(desk, "田中")
    for conversation in (agreeing, refusing):
        perform(desk, "action_request_handover", conversation, intent="request_human")

    assert keys(perform(desk, "action_give_consent", agreeing)) == ["utter_handover_ask_name"]
    assert keys(perform(desk, "action_refuse_consent", refusing)) == ["utter_handover_refused"]
    assert cases_of(desk, refusing) == []


def test_the_receipt_names_number_coordinator_and_day_in_words_and_as_data(desk: Desk) -> None:
    conversation = consented(desk, topic="ip")
    contact = [entity("person_name", "佐々木"), entity("company_name", "板橋めっき"), entity("email", "s@example.jp")]

    receipt = perform(desk, "action_hear_contact", conversation, *contact)[0]

    assert receipt["response"] == "utter_handover_promised"
    assert (receipt["number"], receipt["speciality"]) == ("I-2026-000001", "知的財産")
    assert receipt["due"] == "11月25日（水）10時"
    assert receipt["custom"] == {
        "type": "handoff",
        "case_number": "I-2026-000001",
        "speciality": "ip",
        "expected_reply_by": "2026-11-25T10:00:00+09:00",
        "open_now": True,
    }


def test_at_night_the_receipt_says_when_the_desk_is_open(desk: Desk, clock: SettableClock) -> None:
    clock.at = datetime(2026, 11, 24, 22, 0, tzinfo=JST)
    conversation = consented(desk)
    for _ in range(3):
        skip(desk, conversation)

    receipt = perform(desk, "action_hear_contact", conversation, text="飛ばす", intent="dont_know")[0]

    assert receipt["response"] == "utter_handover_promised_closed"
    assert receipt["hours"] == "月・火・水・木・金 9:00〜17:00"
    assert receipt["due"] == "11月26日（木）9時"
    assert receipt["custom"]["open_now"] is False


def test_an_address_that_cannot_be_read_is_asked_again(desk: Desk) -> None:
    conversation = consented(desk)
    for _ in range(2):
        skip(desk, conversation)

    responses = perform(desk, "action_hear_contact", conversation, text="ささきアットマーク", intent="nlu_fallback")

    assert keys(responses) == ["utter_handover_not_read", "utter_handover_ask_email"]


def test_a_refusal_of_a_field_skips_it(desk: Desk) -> None:
    responses = perform(desk, "action_hear_contact", consented(desk), text="結構です", intent="deny")

    assert keys(responses) == ["utter_handover_ask_company"]


def test_whoever_asks_again_is_told_of_the_case_that_stands(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)

    responses = perform(desk, "action_request_handover", conversation, intent="request_human")

    assert keys(responses) == ["utter_handover_known"]
    assert responses[0]["custom"]["case_number"] == number


def test_a_complaint_is_handed_over_with_high_priority(desk: Desk) -> None:
    conversation = person(desk)
    perform(desk, "action_request_handover", conversation, intent="complaint")
    perform(desk, "action_give_consent", conversation)
    for _ in range(4):
        perform(desk, "action_hear_contact", conversation, intent="dont_know")

    assert cases_of(desk, conversation)[0].priority == "high"


def test_buttons_of_an_action_come_with_title_and_payload(desk: Desk) -> None:
    conversation = person(desk)
    interview.advise(desk, conversation)

    question = perform(desk, "action_explain_question", conversation)[1]

    assert all(button.keys() == {"title", "payload"} for button in question["buttons"])
    assert titles(question)
