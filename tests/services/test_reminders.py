"""Nobody forgets: people of the desk are reminded of what is due, each once, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import func, select, update

from desk.clock import JST
from desk.db.tables import Case, Notification, Staff
from desk.domain.notifications import Kind
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.reminders import check_owners, remind
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.services.people import cases_of, events_of, handed_over, person

PASSWORD = "ringo-to-mikan-7"


@pytest.fixture(autouse=True)
def staff(desk: Desk) -> None:
    """A coordinator, a lead and an editor."""
    create_staff(desk, "sato", "佐藤 花子", "coordinator", PASSWORD)
    create_staff(desk, "mori", "森 誠", "lead", PASSWORD)
    create_staff(desk, "abe", "阿部 涼", "editor", PASSWORD)


@pytest.fixture
def number(desk: Desk) -> str:
    """A case of Tuesday, ten o'clock, which Ms Satō has taken."""
    number = handed_over(desk, person(desk))
    update_case(desk, number, "sato", {"assignee": "sato"})
    return number


def told(desk: Desk) -> list[tuple[str, str]]:
    """Who was told what by the jobs, in order; what opening a case tells by itself is left out."""
    query = select(Staff.login, Notification.kind).join(Staff, Staff.id == Notification.staff_id)
    kinds = (Kind.DUE_SOON, Kind.OVERDUE, Kind.ESCALATED, Kind.UNOWNED, Kind.ASSIGNED)
    with desk.database.reading() as session:
        opened = select(func.min(Case.created_at)).scalar_subquery()
        later = query.where(Notification.kind.in_(kinds), Notification.at > opened)
        rows = session.execute(later.order_by(Notification.id))
        return [tuple(row) for row in rows]


def at(clock: SettableClock, day: int, hour: int, minute: int = 0) -> None:
    """A time in November 2026."""
    clock.at = datetime(2026, 11, day, hour, minute, tzinfo=JST)


def the_case(desk: Desk, number: str) -> Case:
    """The row."""
    with desk.database.reading() as session:
        return session.scalars(select(Case).where(Case.number == number)).one()


def test_the_owner_hears_before_the_deadline_both_at_it_and_the_lead_again_a_day_late(
    desk: Desk, number: str, clock: SettableClock
) -> None:
    # when the desk looks every half hour for two days
    seen = []
    for day in (24, 25, 26):
        for hour in range(9, 13 if day == 26 else 18):
            for minute in (0, 30):
                at(clock, day, hour, minute)
                if remind(desk):
                    seen.append((day, hour, told(desk)[len([one for each in seen for one in each[2]]) :]))

    # then each was told in time, and once
    assert seen == [
        (24, 16, [("sato", "due_soon")]),
        (25, 10, [("sato", "overdue"), ("mori", "overdue")]),
        (26, 10, [("mori", "escalated")]),
    ]
    assert the_case(desk, number).escalated_at == datetime(2026, 11, 26, 10, tzinfo=JST)
    assert [kind for _actor, kind in events_of(desk, number)].count("reminded") == 3


def test_who_answers_in_time_is_not_reminded_of_the_reply(desk: Desk, number: str, clock: SettableClock) -> None:
    answer_case(desk, number, "お電話します。", "sato")
    at(clock, 25, 11)
    assert remind(desk) == 0


def test_a_person_who_was_answered_but_never_reached_is_a_deadline_of_its_own(
    desk: Desk, number: str, clock: SettableClock
) -> None:
    answer_case(desk, number, "お電話します。", "sato")
    at(clock, 27, 10)
    assert remind(desk) == 1
    assert told(desk) == [("sato", "overdue"), ("mori", "overdue")]


def test_after_a_long_stop_only_the_highest_rung_is_told(desk: Desk, number: str, clock: SettableClock) -> None:
    at(clock, 26, 12)
    assert remind(desk) == 1
    assert told(desk) == [("mori", "escalated")]
    assert remind(desk) == 0


def test_of_a_case_without_an_owner_the_lead_hears_at_every_rung(desk: Desk, clock: SettableClock) -> None:
    handed_over(desk, person(desk))
    with desk.database.transaction() as session:
        for case in session.scalars(select(Case)):
            case.assignee_id = None
    at(clock, 24, 16)
    assert remind(desk) == 1
    assert told(desk)[-1] == ("mori", "due_soon")


def test_what_looks_at_the_same_time_reminds_once(desk: Desk, number: str, clock: SettableClock) -> None:
    at(clock, 25, 10)
    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(lambda _: remind(desk), range(4))) == 1
    assert len(told(desk)) == 2


def test_the_lead_hears_once_a_day_of_what_nobody_is_named_for(desk: Desk, clock: SettableClock) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)
    with desk.database.transaction() as session:
        session.get_one(Case, cases_of(desk, conversation)[0].id).assignee_id = None
    at(clock, 25, 9)
    assert (check_owners(desk), check_owners(desk)) == (1, 0)
    at(clock, 26, 9)
    assert check_owners(desk) == 1
    assert ("mori", "unowned") in told(desk)


def test_nobody_is_called_while_the_desk_is_closed(desk: Desk, clock: SettableClock) -> None:
    handed_over(desk, person(desk))
    at(clock, 28, 10)  # a Saturday
    assert check_owners(desk) == 0


@pytest.mark.parametrize("change", [{"active": False}, {"role": "auditor"}], ids=["left", "does other work"])
def test_an_owner_who_is_no_longer_there_for_cases_is_no_owner(
    desk: Desk, number: str, clock: SettableClock, change: dict[str, object]
) -> None:
    with desk.database.transaction() as session:
        session.execute(update(Staff).where(Staff.login == "sato").values(change))
    at(clock, 25, 9)
    assert check_owners(desk) == 1
    assert ("mori", "unowned") in told(desk)


def test_an_owner_who_never_heard_of_a_case_is_told(desk: Desk, clock: SettableClock) -> None:
    conversation = person(desk)
    handed_over(desk, conversation)
    with desk.database.transaction() as session:
        owner = session.scalars(select(Staff.id).where(Staff.login == "sato")).one()
        session.get_one(Case, cases_of(desk, conversation)[0].id).assignee_id = owner
    at(clock, 25, 9)
    assert check_owners(desk) == 1
    assert ("sato", "assigned") in told(desk)
    assert check_owners(desk) == 0


def test_a_desk_without_a_lead_has_its_administrators(desk: Desk, number: str, clock: SettableClock) -> None:
    create_staff(desk, "kanri", "管理 太郎", "administrator", PASSWORD)
    with desk.database.transaction() as session:
        session.scalars(select(Staff).where(Staff.login == "mori")).one().active = False
    at(clock, 26, 10)
    remind(desk)
    assert told(desk) == [("kanri", "escalated")]
