"""Staff are told of what concerns them: once while unread, never of their own doing, and only after the commit."""

import pytest
from sqlalchemy import select

from desk.db.tables import Case
from desk.domain.notifications import Kind
from desk.domain.roles import Role
from desk.services.changes import staff_subject
from desk.services.context import Desk
from desk.services.notifications import count_unread, mark_read, notify, read_notifications
from tests.conftest import SettableClock
from tests.console.conftest import open_case
from tests.services.staffing import member


def tell(desk: Desk, to: int | Role, kind: Kind, number: str, actor: str = "bot") -> None:
    """Tell somebody, as another service would."""
    with desk.database.transaction() as session:
        case = session.scalars(select(Case).where(Case.number == number)).one()
        notify(session, desk, to, kind, case, actor)


def tell_and_fail(desk: Desk, to: int) -> None:
    """Tell somebody in a transaction that comes to nothing."""
    with desk.database.transaction() as session:
        notify(session, desk, to, Kind.OFFERED, session.scalars(select(Case)).one())
        raise ZeroDivisionError


def test_what_concerns_somebody_stands_in_their_list(desk: Desk) -> None:
    # given a coordinator and a case
    number, sato = open_case(desk, "a"), member(desk, "sato")

    # when the case is offered to her
    tell(desk, sato, Kind.OFFERED, number, "suzuki")

    # then she finds it, unread
    (told,) = read_notifications(desk, sato)
    assert (told.kind, told.case, told.actor, told.unread) == (Kind.OFFERED, number, "suzuki", True)
    assert count_unread(desk, sato) == 1


def test_everybody_of_a_role_is_told_and_nobody_else(desk: Desk) -> None:
    number = open_case(desk, "a")
    leads = [member(desk, "tanaka", role=Role.LEAD), member(desk, "ito", role=Role.LEAD)]
    coordinator = member(desk, "sato")

    tell(desk, Role.LEAD, Kind.ESCALATED, number)

    assert [count_unread(desk, each) for each in (*leads, coordinator)] == [1, 1, 0]


def test_the_same_is_not_told_twice_while_it_is_unread(desk: Desk, clock: SettableClock) -> None:
    number, sato = open_case(desk, "a"), member(desk, "sato")
    tell(desk, sato, Kind.WRITTEN, number)
    clock.at = clock.at.replace(hour=15)
    tell(desk, sato, Kind.WRITTEN, number)

    (told,) = read_notifications(desk, sato)
    assert told.at.hour == 15

    mark_read(desk, sato, number)
    tell(desk, sato, Kind.WRITTEN, number)
    assert [each.unread for each in read_notifications(desk, sato)] == [True, False]


def test_nobody_is_told_of_what_they_did_themselves(desk: Desk) -> None:
    number, sato = open_case(desk, "a"), member(desk, "sato")

    tell(desk, sato, Kind.ASSIGNED, number, actor="sato")

    assert count_unread(desk, sato) == 0


def test_reading_one_case_leaves_what_is_told_of_others(desk: Desk) -> None:
    first, second, sato = open_case(desk, "a"), open_case(desk, "b"), member(desk, "sato")
    tell(desk, sato, Kind.WRITTEN, first)
    tell(desk, sato, Kind.WRITTEN, second)

    mark_read(desk, sato, first)
    assert [each.case for each in read_notifications(desk, sato) if each.unread] == [second]

    mark_read(desk, sato)
    assert count_unread(desk, sato) == 0


def test_one_reads_only_for_oneself(desk: Desk) -> None:
    number, sato, suzuki = open_case(desk, "a"), member(desk, "sato"), member(desk, "suzuki")
    tell(desk, Role.COORDINATOR, Kind.UNOWNED, number)

    mark_read(desk, sato)

    assert (count_unread(desk, sato), count_unread(desk, suzuki)) == (0, 1)


def test_pages_hear_of_it_after_the_commit_and_never_of_what_failed(desk: Desk) -> None:
    # given a page of hers that listens
    number, sato, heard = open_case(desk, "a"), member(desk, "sato"), []
    with desk.changes.listening(staff_subject(sato), lambda: heard.append(count_unread(desk, sato))):
        # when something fails after she was told
        with pytest.raises(ZeroDivisionError):
            tell_and_fail(desk, sato)
        assert heard == []

        # then she hears only of what is committed
        tell(desk, sato, Kind.OFFERED, number)
        assert heard == [1]
