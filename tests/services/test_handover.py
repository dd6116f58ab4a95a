"""From "I want to talk to a person" to a dated promise: consent first, then contact, each of it refusable."""

from datetime import datetime

import pytest

from desk.clock import JST
from desk.domain.contact import CONSENT_WORDING
from desk.services import handover, turns
from desk.services.cases import update_case
from desk.services.changes import CASES
from desk.services.context import Desk
from desk.services.conversations import receive, take_undelivered
from tests.conftest import SettableClock
from tests.services.people import (
    cases_of,
    consented,
    entity,
    events_of,
    handed_over,
    person,
    skip,
    stored_conversation,
    understood,
)


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


def test_who_complains_while_consent_is_asked_is_asked_shortly(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", None)

    assert handover.request_handover(desk, conversation, "complaint", None).again
    assert not handover.request_handover(desk, conversation, "asked", None).again


def test_who_has_agreed_is_not_asked_for_consent_again(desk: Desk) -> None:
    conversation = consented(desk, None)
    skip(desk, conversation)

    step = handover.request_handover(desk, conversation, "asked", "ip")

    assert step.ask == "company"
    while step.promise is None:
        step = skip(desk, conversation)
    assert step.promise.speciality == "ip"


def test_who_is_angry_at_being_asked_is_asked_for_a_way_to_be_reached_alone(desk: Desk) -> None:
    conversation = consented(desk)

    steps = [handover.request_handover(desk, conversation, "complaint", None) for _ in range(3)]

    assert [step.ask for step in steps] == ["email", "phone", None]
    assert steps[-1].promise is not None


def test_who_insists_on_a_call_is_asked_for_the_number(desk: Desk) -> None:
    conversation = consented(desk)
    receive(desk, conversation, "だから電話しろって言ってんだろ")

    step = handover.request_handover(desk, conversation, "complaint", None)

    assert step.ask == "phone"


def test_who_has_given_a_number_and_complains_is_asked_no_more(desk: Desk) -> None:
    conversation = consented(desk)
    handover.hear_contact(desk, conversation, [entity("phone", "090-2222-3333")], "090-2222-3333", answered=True)

    step = handover.request_handover(desk, conversation, "complaint", None)

    assert step.promise is not None
    assert cases_of(desk, conversation)[0].contact == {"phone": "090-2222-3333"}


def test_who_has_introduced_themselves_is_not_asked_for_their_name(desk: Desk) -> None:
    conversation = person(desk)
    forward = turns.prepare(desk, receive(desk, conversation, "板橋精工の田村と申します。補助金の件です。").message_id)
    assert forward is not None
    told = understood("find_support", entity("company_name", "板橋精工"), entity("person_name", "田村"))
    turns.conclude(desk, forward, [], told)
    handover.request_handover(desk, conversation, "asked", None)

    step = handover.give_consent(desk, conversation)

    assert (step.ask, step.contact) == ("email", {"name": "田村", "company": "板橋精工"})
    assert "「板橋精工 田村」" in take_undelivered(desk, conversation)[-1].text


def test_before_consent_no_name_is_kept_for_a_case(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", None)

    assert stored_conversation(desk, conversation).draft["contact"] == {}


def test_refusal_leaves_no_case_and_nothing_to_wait_for(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", "support")

    handover.refuse_consent(desk, conversation)

    row = stored_conversation(desk, conversation)
    assert (row.pending, row.draft) == (None, {})
    assert cases_of(desk, conversation) == []


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
