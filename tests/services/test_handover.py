"""From "I want to talk to a person" to a dated promise: consent first, then contact, each of it refusable."""

from datetime import datetime

import pytest

from desk.clock import JST
from desk.domain.contact import CONSENT_WORDING
from desk.services import handover, turns
from desk.services.cases import update_case
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.handover import Step
from tests.conftest import SettableClock
from tests.services.people import cases_of, entity, events_of, handed_over, person, stored_conversation


def answer(desk: Desk, conversation: str, text: str, *found: tuple[str, str]) -> Step:
    return handover.hear_contact(desk, conversation, [entity(*each) for each in found], text, answered=True)


def skip(desk: Desk, conversation: str) -> Step:
    return handover.hear_contact(desk, conversation, [], "答えずに進む", answered=False)


def consented(desk: Desk) -> str:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", "support")
    handover.give_consent(desk, conversation)
    return conversation


def test_consent_is_asked_before_any_contact(desk: Desk) -> None:
    conversation = person(desk)

    step = handover.request_handover(desk, conversation, "asked", "support")

    assert (step.ask, step.promise) == ("consent", None)
    assert stored_conversation(desk, conversation).pending == "consent"
    assert cases_of(desk, conversation) == []


def test_after_consent_the_name_is_asked_and_no_case_stands_yet(desk: Desk) -> None:
    conversation = consented(desk)

    assert stored_conversation(desk, conversation).pending == "contact_name"
    assert cases_of(desk, conversation) == []


def test_refusal_leaves_no_case_and_nothing_to_wait_for(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", "support")

    handover.refuse_consent(desk, conversation)

    row = stored_conversation(desk, conversation)
    assert (row.pending, row.draft) == (None, {})
    assert cases_of(desk, conversation) == []


def test_the_fields_are_asked_one_by_one_until_there_is_a_way_to_answer(desk: Desk) -> None:
    conversation = consented(desk)

    asked = [
        answer(desk, conversation, "佐々木です", ("person_name", "佐々木")).ask,
        answer(desk, conversation, "板橋めっき工業", ("company_name", "板橋めっき工業")).ask,
    ]
    done = answer(desk, conversation, "sasaki@example.jp", ("email", "sasaki@example.jp"))

    assert asked == ["company", "email"]
    assert (done.ask, done.known_case) == (None, False)
    assert cases_of(desk, conversation)[0].contact == {
        "name": "佐々木",
        "company": "板橋めっき工業",
        "email": "sasaki@example.jp",
    }


def test_a_name_that_nobody_recognises_is_taken_as_written(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(desk, conversation, "勅使河原と申します")

    assert (step.ask, step.unread) == ("company", False)
    assert step.contact == {"name": "勅使河原"}


def test_everything_in_one_sentence_is_asked_no_more(desk: Desk) -> None:
    conversation = consented(desk)

    step = answer(
        desk,
        conversation,
        "板橋めっき工業の佐々木です、03-1234-5678とsasaki@example.jpです",
        ("company_name", "板橋めっき工業"),
        ("person_name", "佐々木"),
        ("phone", "03-1234-5678"),
        ("email", "sasaki@example.jp"),
    )

    assert step.promise is not None
    assert step.contact["phone"] == "03-1234-5678"


def test_an_address_that_cannot_be_read_is_asked_again(desk: Desk) -> None:
    conversation = consented(desk)
    skip(desk, conversation)
    skip(desk, conversation)

    step = answer(desk, conversation, "sasakiアットexample")

    assert (step.ask, step.unread) == ("email", True)
    assert stored_conversation(desk, conversation).pending == "contact_email"


def test_a_phone_number_instead_of_the_address_asked_for_is_kept(desk: Desk) -> None:
    conversation = consented(desk)
    skip(desk, conversation)
    skip(desk, conversation)
    given = answer(desk, conversation, "電話は03-1234-5678です", ("phone", "03-1234-5678"))
    assert given.contact == {"phone": "03-1234-5678"}

    step = skip(desk, conversation)

    assert step.promise is not None
    assert cases_of(desk, conversation)[0].contact == {"phone": "03-1234-5678"}


def test_whoever_skips_every_field_gets_a_case_without_contact(desk: Desk) -> None:
    conversation = consented(desk)

    asked = [skip(desk, conversation).ask for _ in range(3)]
    done = skip(desk, conversation)

    assert asked == ["company", "email", "phone"]
    assert done.promise is not None
    case = cases_of(desk, conversation)[0]
    assert (case.number, case.contact) == (done.promise.number, {})


def test_the_case_says_what_was_agreed_to_and_when(desk: Desk, clock: SettableClock) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", "ip")
    clock.at = datetime(2026, 11, 24, 10, 2, tzinfo=JST)
    handover.give_consent(desk, conversation)
    clock.at = datetime(2026, 11, 24, 10, 5, tzinfo=JST)
    for _ in range(4):
        skip(desk, conversation)

    case = cases_of(desk, conversation)[0]

    assert case.consent_at == datetime(2026, 11, 24, 10, 2, tzinfo=JST)
    assert case.consent_wording == CONSENT_WORDING
    assert (case.reason, case.speciality, case.status) == ("asked", "ip", "new")
    assert events_of(desk, case.number) == [("bot", "opened"), ("user", "consented")]


def test_the_draft_is_gone_once_the_case_stands(desk: Desk) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)

    row = stored_conversation(desk, conversation)
    assert (row.pending, row.draft) == (None, {})


@pytest.mark.parametrize(
    ("asked", "due", "open_now"),
    [
        (datetime(2026, 11, 24, 10, 0, tzinfo=JST), datetime(2026, 11, 25, 10, 0, tzinfo=JST), True),
        (datetime(2026, 11, 24, 22, 0, tzinfo=JST), datetime(2026, 11, 26, 9, 0, tzinfo=JST), False),
        (datetime(2026, 11, 23, 14, 0, tzinfo=JST), datetime(2026, 11, 25, 9, 0, tzinfo=JST), False),
        (datetime(2026, 12, 28, 15, 0, tzinfo=JST), datetime(2027, 1, 4, 15, 0, tzinfo=JST), True),
        (datetime(2026, 12, 28, 17, 30, tzinfo=JST), datetime(2027, 1, 5, 9, 0, tzinfo=JST), False),
    ],
    ids=["business hours", "at night", "on a holiday", "before the New Year closing", "after the last closing time"],
)
def test_the_promise_counts_business_days(
    desk: Desk, clock: SettableClock, asked: datetime, due: datetime, open_now: bool
) -> None:
    clock.at = asked
    conversation = person(desk)
    handed_over(desk, conversation)

    known = handover.request_handover(desk, conversation, "asked", None)

    assert known.promise is not None
    assert (known.promise.expected_reply_by, known.promise.open_now) == (due, open_now)


def test_asking_again_points_to_the_case_that_stands(desk: Desk) -> None:
    conversation = person(desk)
    number = handed_over(desk, conversation)

    step = handover.request_handover(desk, conversation, "complaint", None)

    assert step.known_case
    assert step.promise is not None
    assert step.promise.number == number
    assert events_of(desk, number)[-1] == ("user", "asked_again")
    assert len(cases_of(desk, conversation)) == 1


def test_after_a_case_is_closed_the_next_wish_opens_another(desk: Desk) -> None:
    conversation = person(desk)
    first = handed_over(desk, conversation)
    update_case(desk, first, "suzuki", {"status": "closed"})

    second = handed_over(desk, conversation)

    assert second != first
    assert [case.status for case in cases_of(desk, conversation)] == ["closed", "new"]


def test_a_case_opened_by_a_failure_is_completed_and_not_doubled(desk: Desk) -> None:
    # given a case that the bot's failure has opened, without contact and without consent
    conversation = person(desk)
    forward = turns.prepare(desk, receive(desk, conversation, "助成金を探しています").message_id)
    assert forward is not None
    turns.fail(desk, forward)

    # when the person then asks for a coordinator
    number = handed_over(desk, conversation)

    # then it is the same case, with consent
    cases = cases_of(desk, conversation)
    assert [case.number for case in cases] == [number]
    assert cases[0].consent_at is not None
    assert cases[0].contact["email"] == "sasaki@example.jp"


def test_a_complaint_stands_at_the_head_of_the_queue(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "complaint", None)
    handover.give_consent(desk, conversation)
    for _ in range(4):
        skip(desk, conversation)

    assert cases_of(desk, conversation)[0].priority == "high"


def test_the_queue_is_told_that_a_case_came(desk: Desk) -> None:
    told: list[str] = []

    with desk.changes.listening(CASES, lambda: told.append("changed")):
        handed_over(desk, person(desk))

    assert told
