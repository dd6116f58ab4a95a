"""Steering a conversation: start over, stop, and what was not understood."""

from desk.db.tables import Conversation
from desk.services import control, handover, interview
from desk.services.context import Desk
from desk.services.conversations import receive
from tests.services.people import (
    cases_of,
    count_messages,
    entity,
    exchange,
    facts_of,
    handed_over,
    person,
    stored_conversation,
)


def in_the_middle_of_it(desk: Desk) -> str:
    """Somebody who has told something, was asked something, and was misread once."""
    conversation = person(desk)
    exchange(desk, conversation, "板橋区です", intent="inform")
    interview.hear(desk, conversation, "inform", [entity("area", "板橋区")])
    interview.advise(desk, conversation)
    control.count_misunderstanding(desk, conversation)
    return conversation


def test_starting_over_forgets_what_was_told_and_asked(desk: Desk) -> None:
    conversation = in_the_middle_of_it(desk)

    control.restart(desk, conversation)

    row = stored_conversation(desk, conversation)
    assert facts_of(desk, conversation) == {}
    assert (row.pending, row.draft, row.questions, row.misunderstandings) == (None, {}, 0, 0)


def test_starting_over_keeps_the_record_and_an_open_case(desk: Desk) -> None:
    conversation = in_the_middle_of_it(desk)
    number = handed_over(desk, conversation)
    before = count_messages(desk, conversation)

    control.restart(desk, conversation)

    assert count_messages(desk, conversation) == before
    assert [case.number for case in cases_of(desk, conversation)] == [number]
    assert handover.request_handover(desk, conversation, "asked", None).known_case


def test_starting_over_in_the_middle_of_a_handover_hands_nothing_over(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", None)
    handover.give_consent(desk, conversation)

    control.restart(desk, conversation)

    assert cases_of(desk, conversation) == []
    assert stored_conversation(desk, conversation).draft == {}


def test_stopping_keeps_what_was_told(desk: Desk) -> None:
    conversation = in_the_middle_of_it(desk)

    control.cancel(desk, conversation)

    assert facts_of(desk, conversation) == {"area": "板橋区"}
    assert stored_conversation(desk, conversation).pending is None


def test_misunderstandings_in_a_row_are_counted(desk: Desk) -> None:
    conversation = person(desk)

    assert [control.count_misunderstanding(desk, conversation) for _ in range(3)] == [1, 2, 3]


def test_misunderstandings_of_one_person_are_not_those_of_another(desk: Desk) -> None:
    control.count_misunderstanding(desk, person(desk, "佐々木"))

    assert control.count_misunderstanding(desk, person(desk, "田中")) == 1


def test_what_the_bot_waits_for_can_be_looked_up(desk: Desk) -> None:
    conversation = person(desk)
    assert control.pending_question(desk, conversation) is None

    with desk.database.transaction() as session:
        session.get_one(Conversation, conversation).pending = "contact_email"

    assert control.pending_question(desk, conversation) == "contact_email"


def test_what_was_meant_before_can_be_looked_up(desk: Desk) -> None:
    conversation = person(desk)
    assert control.intent_before(desk, conversation) is None

    exchange(desk, conversation, "めっきが剥がれます", intent="tech_consult")
    receive(desk, conversation, "アルミの部品です")

    assert control.intent_before(desk, conversation) == "tech_consult"


def test_consent_is_brought_back_to_mind_once_and_then_waits_in_silence(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "complaint", None)

    assert [control.bring_back(desk, conversation) for _ in range(3)] == ["consent", None, None]
    assert handover.give_consent(desk, conversation).ask == "name"


def test_who_asks_for_a_person_anew_may_be_reminded_anew(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", None)
    control.bring_back(desk, conversation)

    handover.request_handover(desk, conversation, "asked", None)

    assert control.bring_back(desk, conversation) == "consent"


def test_another_question_comes_back_after_everything_else(desk: Desk) -> None:
    conversation = in_the_middle_of_it(desk)
    asked = stored_conversation(desk, conversation).pending

    assert asked is not None
    assert [control.bring_back(desk, conversation) for _ in range(2)] == [asked, asked]
