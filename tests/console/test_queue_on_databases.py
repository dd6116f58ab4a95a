"""The queue's questions to the record, on each database."""

from datetime import timedelta

from desk.services.cases import answer_case, read_case, update_case
from desk.services.console import Basket, Wanted, colleagues, read_queue, take_over, watch_session
from desk.services.context import Desk
from desk.services.staff import IDLE, create_staff, log_in, member_of
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, open_case


def numbers(desk: Desk, wanted: Wanted, member_id: int = 0) -> list[str]:
    """The cases of a page."""
    return [line.number for line in read_queue(desk, member_id, wanted).lines]


def test_an_empty_queue_is_one_empty_page(desk: Desk) -> None:
    queue = read_queue(desk, 0, Wanted())
    assert (queue.lines, queue.total, queue.pages, queue.newest) == ([], 0, 1, None)
    assert set(queue.counts.values()) == {0}


def test_each_basket_is_counted(desk: Desk, staff: None) -> None:
    token = log_in(desk, "sato", PASSWORD)
    member = member_of(desk, token)
    assert member is not None
    first, second, third = (open_case(desk, address) for address in "abc")
    update_case(desk, second, "sato", {"assignee": "sato"})
    update_case(desk, third, "sato", {"status": "closed"})
    queue = read_queue(desk, member.id, Wanted(Basket.ALL))
    assert dict(queue.counts) == {"new": 1, "mine": 1, "open": 1, "overdue": 0, "closed": 1, "all": 3}
    assert [line.number for line in queue.lines] == [first, second, third]
    assert queue.newest == third


def test_only_cases_without_an_answer_become_overdue(desk: Desk, staff: None, clock: SettableClock) -> None:
    waiting, answered = open_case(desk, "a"), open_case(desk, "b")
    answer_case(desk, answered, "お電話します。", "sato")
    clock.at += timedelta(days=2)
    assert numbers(desk, Wanted(Basket.OVERDUE)) == [waiting]
    lines = read_queue(desk, 0, Wanted(Basket.ALL)).lines
    assert [(line.number, line.answered, line.overdue) for line in lines] == [
        (waiting, False, True),
        (answered, True, False),
    ]


def test_every_word_of_a_search_must_be_found_somewhere(desk: Desk) -> None:
    number = open_case(desk, "a", company="大山精機株式会社")
    open_case(desk, "b")
    assert numbers(desk, Wanted(Basket.ALL, q="大山 話したい")) == [number]
    assert numbers(desk, Wanted(Basket.ALL, q="大山 半導体")) == []


def test_signs_with_a_meaning_in_sql_are_searched_as_they_stand(desk: Desk) -> None:
    open_case(desk, "a")
    assert numbers(desk, Wanted(Basket.ALL, q="%")) == []
    assert numbers(desk, Wanted(Basket.ALL, q="_")) == []


def test_colleagues_are_listed_by_name(desk: Desk) -> None:
    create_staff(desk, "b", "い", "coordinator", PASSWORD)
    create_staff(desk, "a", "あ", "coordinator", PASSWORD)
    assert [each.login for each in colleagues(desk)] == ["a", "b"]


def test_looking_at_a_session_keeps_it_no_longer_alive(desk: Desk, staff: None, clock: SettableClock) -> None:
    token = log_in(desk, "sato", PASSWORD)
    clock.at += timedelta(minutes=20)
    watched = watch_session(desk, token)
    assert watched is not None
    assert (watched[0].name, watched[1]) == ("佐藤 花子", IDLE - timedelta(minutes=20))
    clock.at += timedelta(minutes=10)
    assert watch_session(desk, token) is None


def test_an_unknown_session_is_nobody(desk: Desk) -> None:
    assert watch_session(desk, "made up") is None


def test_taking_over_silences_the_bot_and_is_recorded(desk: Desk, staff: None) -> None:
    number = open_case(desk, "a")
    take_over(desk, number, "sato")
    file = read_case(desk, number)
    assert file.gate == "staff"
    assert (file.events[-1].kind, file.events[-1].actor) == ("taken_over", "sato")
