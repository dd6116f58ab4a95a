"""Case numbers and where a case goes, also when many are opened at once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime

from sqlalchemy import select

from desk.clock import JST
from desk.db.tables import Conversation
from desk.services import handover
from desk.services.context import Desk
from desk.services.facts import remember
from desk.services.openings import open_case, open_case_of
from tests.conftest import TUESDAY_MORNING, SettableClock
from tests.services.people import cases_of, handed_over, person


def test_numbers_are_counted_within_the_year(desk: Desk, clock: SettableClock) -> None:
    numbers = [handed_over(desk, person(desk, name)) for name in ("佐々木", "田中")]
    clock.at = datetime(2027, 1, 4, 9, 30, tzinfo=JST)
    numbers.append(handed_over(desk, person(desk, "鈴木")))

    assert numbers == ["I-2026-000001", "I-2026-000002", "I-2027-000001"]


def test_twenty_cases_opened_at_once_have_twenty_numbers(desk: Desk) -> None:
    # given twenty people
    people = [person(desk, f"相談者{number}") for number in range(20)]

    # when all of them are handed over at the same moment
    with ThreadPoolExecutor(20) as pool:
        numbers = list(pool.map(lambda conversation: handed_over(desk, conversation), people))

    # then nobody shares a number, and none is left out
    assert sorted(numbers) == [f"I-2026-{number:06d}" for number in range(1, 21)]


def test_what_is_published_is_read_although_all_connections_are_taken(desk: Desk) -> None:
    # given as many transactions as may be open at once, each of which looks into the calendar sooner or later
    with ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(desk.database.reading()).execute(select(1))
        desk.published.forget()

        # then looking for what staff have published waits for none of them
        assert desk.calendar.is_open(TUESDAY_MORNING)


def test_a_number_that_was_not_used_is_given_again(desk: Desk) -> None:
    # given an opening that fails half-way
    conversation = person(desk)
    try:
        with desk.database.transaction() as session:
            row = session.get_one(Conversation, conversation)
            open_case(session, desk, row, "asked", None, "担当者との相談を希望しています。")
            raise RuntimeError("停電")
    except RuntimeError:
        pass

    # then the next case takes its number: the row of numbers has no gap
    assert handed_over(desk, conversation) == "I-2026-000001"


def test_a_case_without_a_topic_goes_by_what_support_is_sought_for(desk: Desk) -> None:
    conversation = person(desk)
    with desk.database.transaction() as session:
        remember(session, desk, session.get_one(Conversation, conversation), {"purposes": ["joint_research"]}, None)

    handed_over(desk, conversation, topic=None)

    assert cases_of(desk, conversation)[0].speciality == "technology"


def test_a_case_of_somebody_who_told_nothing_is_general(desk: Desk) -> None:
    conversation = person(desk)

    handed_over(desk, conversation, topic=None)

    assert cases_of(desk, conversation)[0].speciality == "general"


def test_the_open_case_of_a_conversation_is_its_newest(desk: Desk) -> None:
    conversation = person(desk)
    handover.request_handover(desk, conversation, "asked", None)
    with desk.database.reading() as session:
        assert open_case_of(session, conversation) is None

    number = handed_over(desk, conversation)

    with desk.database.reading() as session:
        case = open_case_of(session, conversation)
    assert case is not None
    assert case.number == number
