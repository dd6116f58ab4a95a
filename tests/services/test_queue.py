"""The queue in baskets, filtered and in order, on both databases."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from desk.clock import JST
from desk.db.tables import Case, Fact, Staff
from desk.domain.baskets import Basket, Wanted
from desk.services import leafing, turns
from desk.services.cases import answer_case, update_case
from desk.services.clocks import start_clocks
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.follow_ups import begin_follow_ups
from desk.services.leafing import Count
from desk.services.queue import list_queue, read_queue
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, open_case


@pytest.fixture
def sato(desk: Desk) -> int:
    """The id of Ms Satō."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)
    with desk.database.reading() as session:
        return session.scalars(select(Staff.id)).one()


def numbers(desk: Desk, wanted: Wanted, member_id: int = 0) -> list[str]:
    """The cases of a page."""
    return [line.number for line in read_queue(desk, member_id, wanted).lines]


def change(desk: Desk, number: str, **values: object) -> None:
    """Make a case what a test needs it to be."""
    with desk.database.transaction() as session:
        case = session.scalars(select(Case).where(Case.number == number)).one()
        for name, value in values.items():
            setattr(case, name, value)
        if "priority" in values:
            start_clocks(desk, case)


def write(desk: Desk, number: str, text: str) -> None:
    """The person of a case writes."""
    with desk.database.reading() as session:
        conversation = session.scalars(select(Case.conversation_id).where(Case.number == number)).one()
    turns.prepare(desk, receive(desk, conversation, text).message_id)


def test_an_empty_queue_is_one_empty_page(desk: Desk) -> None:
    queue = read_queue(desk, 0, Wanted())
    assert (queue.lines, queue.total, queue.pages, queue.newest) == ([], Count(0), 1, None)
    assert set(queue.counts.values()) == {Count(0)}
    assert set(queue.counts) == set(Basket)


def test_each_basket_holds_what_its_name_says(desk: Desk, sato: int, clock: SettableClock) -> None:
    # given a case of every kind
    new, mine, waiting, unanswered, urgent, closed = (open_case(desk, address) for address in "abcdef")
    update_case(desk, mine, "sato", {"assignee": "sato", "status": "in_progress"})
    answer_case(desk, waiting, "書類をお送りください。", "sato")
    update_case(desk, waiting, "sato", {"status": "waiting"})
    answer_case(desk, unanswered, "お困りごとを教えてください。", "sato")
    write(desk, unanswered, "めっきが剥がれます。")
    change(desk, urgent, priority="urgent", status="new", assignee_id=None)
    answer_case(desk, closed, "ご案内しました。", "sato")
    update_case(desk, closed, "sato", {"status": "closed"})
    change(desk, new, status="new", assignee_id=None)
    for each in (waiting, unanswered, closed):
        change(desk, each, assignee_id=None)

    # then each is found where it belongs, and counted there
    held = {basket: set(numbers(desk, Wanted(basket), sato)) for basket in Basket}
    assert held[Basket.NEW] == {new, urgent}
    assert held[Basket.MINE] == {mine}
    assert held[Basket.WAITING] == {waiting}
    assert held[Basket.UNANSWERED] == {unanswered}
    assert held[Basket.URGENT] == {urgent}
    assert held[Basket.OPEN] == {mine, unanswered}
    assert held[Basket.OVERDUE] == set()
    assert held[Basket.CLOSED] == {closed}
    assert held[Basket.FOLLOW_UP] == set()
    assert held[Basket.ALL] == {new, mine, waiting, unanswered, urgent, closed}
    counts = read_queue(desk, sato, Wanted()).counts
    assert counts == {basket: Count(len(cases)) for basket, cases in held.items()}


def test_the_most_urgent_comes_first_then_what_is_due_next_and_closed_ones_last(
    desk: Desk, sato: int, clock: SettableClock
) -> None:
    closed, normal, later, urgent, high, answered = (open_case(desk, address) for address in "abcdef")
    update_case(desk, closed, "sato", {"status": "closed"})
    change(desk, later, next_due_at=clock.at + timedelta(days=9))
    change(desk, urgent, priority="urgent")
    change(desk, high, priority="high")
    change(desk, answered, next_due_at=None)
    assert numbers(desk, Wanted(Basket.ALL)) == [urgent, high, normal, later, answered, closed]


def test_the_last_one_closed_leads_the_closed_ones(desk: Desk, sato: int, clock: SettableClock) -> None:
    first, second = open_case(desk, "a"), open_case(desk, "b")
    for number in (second, first):
        clock.at += timedelta(minutes=5)
        update_case(desk, number, "sato", {"status": "closed"})
    assert numbers(desk, Wanted(Basket.CLOSED)) == [first, second]


def test_a_case_is_overdue_until_somebody_answers_and_again_until_the_person_is_reached(
    desk: Desk, sato: int, clock: SettableClock
) -> None:
    number = open_case(desk, "a")
    clock.at += timedelta(days=1, minutes=1)
    assert numbers(desk, Wanted(Basket.OVERDUE)) == [number]
    answer_case(desk, number, "お電話します。", "sato")
    assert numbers(desk, Wanted(Basket.OVERDUE)) == []
    clock.at += timedelta(days=2)
    (line,) = read_queue(desk, 0, Wanted(Basket.OVERDUE)).lines
    assert (line.number, line.overdue, line.talk_due) == (number, True, True)


def test_a_case_whose_day_has_come_is_to_be_followed_up(desk: Desk, sato: int, clock: SettableClock) -> None:
    number = open_case(desk, "a")
    answer_case(desk, number, "ご案内しました。", "sato")
    update_case(desk, number, "sato", {"status": "closed"})
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    assert numbers(desk, Wanted(Basket.FOLLOW_UP)) == [number]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"speciality": "ip"}, ["b"]),
        ({"channel": "web"}, ["a", "b"]),
        ({"channel": "line"}, []),
        ({"assignee": "sato"}, ["a"]),
        ({"status": "closed"}, []),
        ({"since": date(2026, 11, 25)}, ["b"]),
        ({"until": date(2026, 11, 24)}, ["a"]),
        ({"since": date(2026, 11, 24), "until": date(2026, 11, 25)}, ["a", "b"]),
        ({"area": "板橋区"}, ["a"]),
        ({"area": "北区"}, ["b"]),
        ({"industry": "software"}, ["b"]),
        ({"area": "板橋区", "industry": "software"}, []),
        ({"q": "板橋 製作所"}, []),
        ({"q": "田中製作所", "speciality": "ip"}, ["b"]),
    ],
)
def test_filters_can_be_joined(
    desk: Desk, sato: int, clock: SettableClock, wanted: dict[str, object], found: list[str]
) -> None:
    first = open_case(desk, "a")
    clock.at = datetime(2026, 11, 25, 10, tzinfo=JST)
    second = open_case(desk, "b", topic="ip")
    change(desk, second, assignee_id=None)
    update_case(desk, first, "sato", {"assignee": "sato"})
    tell(desk, first, area="豊島区")
    tell(desk, first, area="板橋区", industry="manufacturing")
    tell(desk, second, area="北区", industry="software")
    names = {first: "a", second: "b"}
    assert sorted(names[each] for each in numbers(desk, Wanted(Basket.ALL, **wanted))) == found


def tell(desk: Desk, number: str, **facts: str) -> None:
    """Facts of the person of a case; a later one of the same name holds."""
    with desk.database.transaction() as session:
        conversation = session.scalars(select(Case.conversation_id).where(Case.number == number)).one()
        for name, value in facts.items():
            session.add(
                Fact(conversation_id=conversation, name=name, state="known", content={"value": value}, at=desk.now())
            )


def test_counting_stops_where_nobody_would_leaf_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leafing, "MOST", 2)
    for address in "abc":
        open_case(desk, address)
    queue = read_queue(desk, 0, Wanted(Basket.ALL))
    assert queue.total == queue.counts[Basket.ALL] == Count(2, more=True)


def test_a_list_has_no_pages(desk: Desk) -> None:
    opened = [open_case(desk, address) for address in "abc"]
    assert [line.number for line in list_queue(desk, 0, Wanted(Basket.ALL), 2)] == opened[:2]
