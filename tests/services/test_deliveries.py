"""Notices leave the desk: a row first, then sent, tried again with pauses, given up in the end, never needlessly."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.db.tables import Delivery, Staff
from desk.domain.notifications import PAUSES, Kind, Notice
from desk.notify.mail import Mail, server_of
from desk.notify.notifier import NotDelivered, Undeliverable
from desk.services.context import Desk
from desk.services.deliveries import send_due_notices
from desk.services.notifications import GRACE, mark_read
from tests.conftest import SettableClock
from tests.console.conftest import open_case
from tests.fakes.mail import catching
from tests.services.staffing import member
from tests.services.test_notifications import tell

SATO = "sato@example.lg.jp"


@dataclass
class Post:
    """A way out that keeps what it delivers, or fails as told."""

    name: str = "mail"
    delivered: list[tuple[str, Notice]] = field(default_factory=list)
    trouble: Callable[[], NotDelivered] | None = None

    def deliver(self, address: str, notice: Notice) -> None:
        """Deliver, or fail."""
        if self.trouble:
            raise self.trouble()
        self.delivered.append((address, notice))


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def writing(desk: Desk, post: Post) -> Desk:
    """The desk with a way out."""
    return replace(desk, notifiers=(post,), public_url="https://soudan.example.lg.jp")


@pytest.fixture
def number(writing: Desk) -> str:
    """A case of which 佐藤 is to be told."""
    number, sato = open_case(writing, "a"), member(writing, "sato", email=SATO)
    tell(writing, sato, Kind.OFFERED, number)
    return number


def the_delivery(desk: Desk) -> Delivery:
    """The only row of its kind."""
    with desk.database.reading() as session:
        return session.scalars(select(Delivery)).one()


def test_a_notice_goes_to_the_address_once(writing: Desk, post: Post, clock: SettableClock, number: str) -> None:
    assert send_due_notices(writing) == 0
    clock.at += GRACE
    assert [send_due_notices(writing), send_due_notices(writing)] == [1, 0]

    url = f"https://soudan.example.lg.jp/console/cases/{number}"
    assert post.delivered == [(SATO, Notice(Kind.OFFERED, number, url))]
    assert the_delivery(writing).sent_at == clock.at


def test_what_was_read_in_the_console_needs_no_letter(
    writing: Desk, post: Post, clock: SettableClock, number: str
) -> None:
    with writing.database.reading() as session:
        sato = session.scalars(select(Staff.id)).one()
    mark_read(writing, sato, number)
    clock.at += GRACE

    assert send_due_notices(writing) == 0
    assert (post.delivered, the_delivery(writing).next_at) == ([], None)


@pytest.mark.parametrize("change", [{"email": None}, {"active": False}])
def test_who_has_no_address_or_has_left_gets_none(
    writing: Desk, post: Post, clock: SettableClock, number: str, change: dict[str, object]
) -> None:
    with writing.database.transaction() as session:
        staff = session.scalars(select(Staff)).one()
        for name, value in change.items():
            setattr(staff, name, value)
    clock.at += GRACE

    assert send_due_notices(writing) == 0
    assert post.delivered == []


def test_after_a_failure_it_is_tried_again_later(writing: Desk, post: Post, clock: SettableClock, number: str) -> None:
    # given a server that is away
    post.trouble = lambda: NotDelivered("ConnectionRefusedError")
    clock.at += GRACE
    send_due_notices(writing)
    assert (the_delivery(writing).failures, the_delivery(writing).trouble) == (1, "ConnectionRefusedError")

    # when it is back, but the pause is not over
    post.trouble = None
    assert send_due_notices(writing) == 0

    # then the letter goes out after the pause
    clock.at += PAUSES[0]
    assert send_due_notices(writing) == 1
    assert the_delivery(writing).trouble is None


def test_it_is_given_up_in_the_end(writing: Desk, post: Post, clock: SettableClock, number: str) -> None:
    post.trouble = lambda: NotDelivered("TimeoutError")
    for _ in range(len(PAUSES) + 1):
        clock.at += timedelta(days=1)
        send_due_notices(writing)

    assert (the_delivery(writing).failures, the_delivery(writing).next_at) == (len(PAUSES) + 1, None)


def test_a_refused_address_is_given_up_at_once(writing: Desk, post: Post, clock: SettableClock, number: str) -> None:
    post.trouble = lambda: Undeliverable("the server refused the address (550)")
    clock.at += GRACE
    send_due_notices(writing)

    assert the_delivery(writing).next_at is None


def test_without_a_way_out_no_row_waits(desk: Desk) -> None:
    number = open_case(desk, "a")
    tell(desk, member(desk, "sato", email=SATO), Kind.OFFERED, number)

    with desk.database.reading() as session:
        assert session.scalars(select(Delivery)).all() == []


def test_a_letter_names_no_person(desk: Desk, clock: SettableClock) -> None:
    # given a mail server, and a case of 田中製作所
    with catching() as mailbox:
        mail = Mail(server_of(f"smtp://127.0.0.1:{mailbox.port}?tls=none"), "soudan@example.lg.jp")
        writing = replace(desk, notifiers=(mail,), public_url="https://soudan.example.lg.jp")
        number = open_case(writing, "a")
        tell(writing, member(writing, "sato", email=SATO), Kind.WRITTEN, number)
        clock.at += GRACE

        # when it is sent
        assert send_due_notices(writing) == 1

    # then neither company nor name nor a word of theirs is in it
    whole = mailbox.letters[0].as_string() + mailbox.letters[0].get_content()
    assert not any(personal in whole for personal in ("田中", "tanaka", "佐藤", "話したい"))
