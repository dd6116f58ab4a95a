"""A case whose words were forgotten can still be opened, and its page says why it is empty."""

from dataclasses import replace
from datetime import timedelta

from desk.db.tables import Message
from desk.services.cases import update_case
from desk.services.context import Desk
from desk.services.retention import FORGOTTEN, forget_old
from tests.conftest import SettableClock
from tests.console.conftest import Console, open_case, text_of


def test_a_forgotten_case_opens_and_says_so(console: Console, desk: Desk, clock: SettableClock) -> None:
    number = open_case(desk, "a")
    with desk.database.reading() as session:
        said = [row.text for row in session.query(Message) if row.author == "user" and row.text]
    assert said[0] in text_of(console.get(f"/console/cases/{number}"))
    update_case(desk, number, "sato", {"status": "closed"})
    now = clock.at

    clock.at = now + timedelta(days=366)
    assert forget_old(replace(desk, retention=timedelta(days=365))) == 1
    clock.at = now

    page = text_of(console.get(f"/console/cases/{number}"))
    assert FORGOTTEN in page
    assert said[0] not in page
