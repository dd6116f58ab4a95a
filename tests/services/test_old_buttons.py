"""A button answers the question under which it stood; a step back works in a handover, too."""

from desk.services import handover, turns
from desk.services.context import Desk
from desk.services.conversations import receive
from tests.services.people import consented, person, stored_conversation

CONSENT = {
    "text": "担当者に渡してよいでしょうか。",
    "buttons": [{"title": "はい、渡してください", "payload": "/affirm"}],
}


def offered(desk: Desk, conversation: str) -> str:
    """The id of the yes below the consent question."""
    receipt = receive(desk, conversation, "担当者につないで")
    handover.request_handover(desk, conversation, "asked", None)
    forward = turns.prepare(desk, receipt.message_id)
    assert forward is not None
    return str(turns.conclude(desk, forward, (CONSENT,), {})[0].content["buttons"][0]["payload"])


def pressed(desk: Desk, conversation: str, button: str) -> turns.Forward:
    forward = turns.prepare(desk, receive(desk, conversation, button).message_id)
    assert forward is not None
    return forward


def test_a_yes_answers_the_question_above_it(desk: Desk) -> None:
    conversation = person(desk)
    button = offered(desk, conversation)

    assert pressed(desk, conversation, button).slots["pending"] == "consent"


def test_the_same_yes_answers_no_later_question(desk: Desk) -> None:
    conversation = person(desk)
    button = offered(desk, conversation)
    handover.give_consent(desk, conversation)

    forward = pressed(desk, conversation, button)

    assert (forward.text, forward.asked, forward.slots["pending"]) == ("/affirm", None, None)


def test_a_question_instead_of_a_name_is_no_name(desk: Desk) -> None:
    conversation = consented(desk)

    step = handover.hear_contact(desk, conversation, [], "名前は要りますか", answered=True)

    assert (step.ask, step.unread, step.contact) == ("name", True, {})


def test_a_step_back_takes_a_field_back_and_in_the_end_the_consent(desk: Desk) -> None:
    conversation = consented(desk)
    handover.hear_contact(desk, conversation, [], "佐々木", answered=True)

    steps = [handover.go_back(desk, conversation) for _ in range(4)]

    assert [step.ask if step else "none" for step in steps] == ["name", "consent", None, "none"]
    assert stored_conversation(desk, conversation).draft == {}
