"""The bell: what concerns me stands in the head of every page, in a list, and is read by opening the case."""

import re

import httpx
import pytest

from desk.services.attendance import conversation_of_case
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.turns import prepare
from tests.console.conftest import Console, open_case, text_of


@pytest.fixture
def number(desk: Desk, staff: None) -> str:
    """A case of 佐藤, who has written to the person."""
    number = open_case(desk, "a")
    update_case(desk, number, "sato", {"assignee": "sato"})
    answer_case(desk, number, "佐藤です。ご希望をお聞かせください。", "sato")
    return number


def write(desk: Desk, number: str, text: str = "試作の費用を相談したいです。") -> None:
    """The person writes while staff hold the conversation."""
    receipt = receive(desk, conversation_of_case(desk, number), text)
    assert prepare(desk, receipt.message_id) is None


def unread(page: httpx.Response) -> int:
    """What the bell of a page counts."""
    found = re.search(r'data-unread="(\d+)"', page.text)
    assert found is not None
    return int(found[1])


def read_everything(console: Console) -> None:
    """What was told while the case was opened."""
    console.post("/console/notifications/read")


def test_what_the_person_writes_rings_for_whoever_has_the_case(console: Console, desk: Desk, number: str) -> None:
    read_everything(console)
    write(desk, number)

    assert unread(console.get("/console/")) == 1
    page = console.get("/console/notifications")
    assert f"相談者から返信がありました（{number}）" in text_of(page)
    assert "試作の費用" not in page.text


def test_in_a_case_of_nobody_it_rings_for_who_talked_last(console: Console, desk: Desk, staff: None) -> None:
    number = open_case(desk, "b")
    answer_case(desk, number, "佐藤です。", "sato")
    update_case(desk, number, "suzuki", {"assignee": None})
    read_everything(console)

    write(desk, number)

    assert unread(console.get("/console/")) == 1


def test_it_is_read_by_opening_the_case(console: Console, desk: Desk, number: str) -> None:
    read_everything(console)
    write(desk, number)

    assert unread(console.get(f"/console/cases/{number}")) == 0
    assert "未読" not in text_of(console.get("/console/notifications"))


def test_who_has_the_case_open_needs_no_bell(console: Console, desk: Desk, number: str) -> None:
    read_everything(console)
    console.get(f"/console/cases/{number}")
    write(desk, number)

    assert unread(console.get("/console/")) == 0


def test_everything_can_be_read_at_once(console: Console, desk: Desk, number: str) -> None:
    write(desk, number)

    response = console.post("/console/notifications/read")

    assert response.headers["location"] == "/console/notifications?done=read"
    assert unread(console.get("/console/")) == 0


def test_an_open_page_hears_of_it_by_itself(console: Console, desk: Desk, number: str) -> None:
    read_everything(console)
    stamp = console.get("/console/live/notifications").headers["etag"]
    write(desk, number)

    fresh = console.get("/console/live/notifications", **{"If-None-Match": stamp})

    assert (fresh.status_code, unread(fresh)) == (httpx.codes.OK, 1)
