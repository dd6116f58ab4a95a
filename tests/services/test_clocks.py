"""The clocks of a case are started, stopped and started anew by what staff and the person do, on both databases."""

from datetime import datetime, timedelta

import pytest

from desk.clock import JST
from desk.db.tables import Case
from desk.domain.deadlines import Clock
from desk.services import turns
from desk.services.case_events import record_event
from desk.services.cases import answer_case, update_case
from desk.services.clocks import running, start_clocks
from desk.services.context import Desk
from desk.services.conversations import receive
from tests.conftest import SettableClock
from tests.services.people import cases_of, exchange, handed_over, person

TEN = datetime(2026, 11, 24, 10, tzinfo=JST)


@pytest.fixture
def conversation(desk: Desk) -> str:
    """Somebody who has asked for a person on Tuesday at ten."""
    conversation = person(desk)
    handed_over(desk, conversation)
    return conversation


def the_case(desk: Desk, conversation: str) -> Case:
    """The one case of a conversation."""
    (case,) = cases_of(desk, conversation)
    return case


def clocks(desk: Desk, conversation: str) -> list[tuple[Clock, datetime]]:
    """What runs, and until when."""
    return [(each.clock, each.due_at) for each in running(desk, the_case(desk, conversation))]


def write(desk: Desk, conversation: str, text: str) -> None:
    """The person writes while staff hold the conversation."""
    assert turns.prepare(desk, receive(desk, conversation, text).message_id) is None


def test_a_new_case_owes_a_reply_in_one_business_day_and_a_talk_in_three(desk: Desk, conversation: str) -> None:
    assert clocks(desk, conversation) == [
        (Clock.FIRST_REPLY, TEN + timedelta(days=1)),
        (Clock.CONTACT, TEN + timedelta(days=3)),
    ]


def test_the_first_reply_stops_the_first_clock_and_a_second_one_changes_nothing(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    number = the_case(desk, conversation).number
    clock.at = TEN + timedelta(hours=2)
    answer_case(desk, number, "お電話してもよろしいでしょうか。", "sato")
    clock.at = TEN + timedelta(hours=5)
    answer_case(desk, number, "午後もおります。", "sato")
    assert the_case(desk, conversation).replied_at == TEN + timedelta(hours=2)
    assert [each for each, _due in clocks(desk, conversation)] == [Clock.CONTACT]


def test_who_writes_back_has_been_reached_and_waits_for_an_answer(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    # given a reply of staff
    answer_case(desk, the_case(desk, conversation).number, "お電話してもよろしいでしょうか。", "sato")

    # when the person writes twice on Wednesday
    clock.at = TEN + timedelta(days=1)
    write(desk, conversation, "はい、午後にお願いします。")
    clock.at = TEN + timedelta(days=1, hours=1)
    write(desk, conversation, "3時ごろが助かります。")

    # then an answer is owed within a business day of the first of the two
    assert the_case(desk, conversation).reached_at == TEN + timedelta(days=1)
    assert clocks(desk, conversation) == [(Clock.ANSWER, TEN + timedelta(days=2))]


def test_an_answer_stops_the_clock_again(desk: Desk, conversation: str) -> None:
    number = the_case(desk, conversation).number
    answer_case(desk, number, "お電話してもよろしいでしょうか。", "sato")
    write(desk, conversation, "はい。")
    answer_case(desk, number, "では3時に。", "sato")
    assert clocks(desk, conversation) == []


def test_what_the_bot_answers_is_owed_by_nobody(desk: Desk, conversation: str) -> None:
    exchange(desk, conversation, "窓口は何時までですか")
    assert the_case(desk, conversation).unanswered_since is None
    assert the_case(desk, conversation).reached_at is None


def test_a_talk_on_the_phone_that_staff_note_stops_both_clocks(desk: Desk, conversation: str) -> None:
    with desk.database.transaction() as session:
        case = session.get_one(Case, the_case(desk, conversation).id)
        record_event(session, desk, case, "sato", "reached")
    assert clocks(desk, conversation) == []


def test_a_case_that_becomes_urgent_is_due_in_four_business_hours(desk: Desk, conversation: str) -> None:
    with desk.database.transaction() as session:
        case = session.get_one(Case, the_case(desk, conversation).id)
        case.priority = "urgent"
        start_clocks(desk, case)
    assert clocks(desk, conversation)[0] == (Clock.FIRST_REPLY, TEN + timedelta(hours=4))


def test_waiting_for_the_person_is_timed_and_closing_ends_every_clock(
    desk: Desk, conversation: str, clock: SettableClock
) -> None:
    number = the_case(desk, conversation).number
    answer_case(desk, number, "資料をお送りください。", "sato")
    clock.at = TEN + timedelta(hours=1)
    update_case(desk, number, "sato", {"status": "waiting"})
    assert the_case(desk, conversation).waiting_since == TEN + timedelta(hours=1)
    write(desk, conversation, "探しています。")
    update_case(desk, number, "sato", {"status": "closed"})
    closed = the_case(desk, conversation)
    assert (closed.waiting_since, closed.unanswered_since) == (None, None)
    assert clocks(desk, conversation) == []
