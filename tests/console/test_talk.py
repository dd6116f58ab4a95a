"""Talking from the console: fresh at once, who else is there, and nothing that was typed is lost."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from fastapi import FastAPI

from desk.channels.holding import LONGEST_WAIT
from desk.services.attendance import conversation_of_case, show_sign
from desk.services.cases import answer_case, read_case
from desk.services.context import Desk
from desk.services.conversations import receive
from desk.services.signs import PERSON, Sign
from tests.console.conftest import Console, open_case, reached, text_of
from tests.running import BEFORE_ITS_END
from tests.services.people import handed_over, person


@pytest.fixture
def number(desk: Desk, staff: None) -> str:
    """A case that waits."""
    return open_case(desk, "a")


@pytest.fixture
def colleague(app: FastAPI, staff: None) -> Iterator[Console]:
    """鈴木, logged in at another desk."""
    with reached(app) as client:
        console = Console(client)
        console.log_in("suzuki")
        yield console


def live(console: Console, path: str, hold: float = 0, stamp: str = "") -> httpx.Response:
    """Ask as the script of a page does."""
    return console.get(path, **{"X-Watching": f"{hold:.0f}", "If-None-Match": stamp})


def test_a_held_request_is_answered_as_soon_as_the_person_writes(console: Console, desk: Desk, number: str) -> None:
    # given an open page that shows the newest state
    path = f"/console/live/cases/{number}"
    stamp = live(console, path).headers["etag"]
    with ThreadPoolExecutor(1) as waiting:
        held = waiting.submit(live, console, path, LONGEST_WAIT, stamp)
        time.sleep(0.5)

        # when the person writes
        receive(desk, conversation_of_case(desk, number), "資料をお送りしました。")

        # then it is there at once
        page = held.result(BEFORE_ITS_END)
    assert "資料をお送りしました。" in text_of(page)


def test_a_new_case_reaches_an_open_queue_at_once(console: Console, desk: Desk) -> None:
    stamp = live(console, "/console/live/").headers["etag"]
    with ThreadPoolExecutor(1) as waiting:
        held = waiting.submit(live, console, "/console/live/", LONGEST_WAIT, stamp)
        time.sleep(0.5)

        fresh = open_case(desk, "b")

        assert fresh in held.result(BEFORE_ITS_END).text


def test_when_nothing_happens_the_wait_ends_without_a_page(console: Console, number: str) -> None:
    path = f"/console/live/cases/{number}"
    stamp = live(console, path).headers["etag"]

    response = live(console, path, 1, stamp)

    assert (response.status_code, response.content) == (httpx.codes.NOT_MODIFIED, b"")
    assert response.headers["etag"] == stamp


def test_a_login_that_ends_while_a_page_waits_is_shown_nothing_more(console: Console, desk: Desk, number: str) -> None:
    path = f"/console/live/cases/{number}"
    stamp = live(console, path).headers["etag"]
    cookie = {"Cookie": f"desk_session={console.client.cookies['desk_session']}"}
    with ThreadPoolExecutor(1) as waiting:
        held = waiting.submit(live, console, path, LONGEST_WAIT, stamp)
        time.sleep(0.5)
        console.client.post("/console/logout", data={"csrf": console.token()}, headers=cookie)
        receive(desk, conversation_of_case(desk, number), "内密の話です。")

        assert held.result(BEFORE_ITS_END).status_code == httpx.codes.UNAUTHORIZED


def test_each_sees_that_the_other_is_there_and_not_oneself(console: Console, colleague: Console, number: str) -> None:
    console.get(f"/console/cases/{number}")
    page = text_of(colleague.get(f"/console/cases/{number}"))

    assert "佐藤 花子さんもこの相談を開いています。" in page
    assert "鈴木 一郎さんもこの相談を開いています。" not in page


def test_that_a_reply_is_being_written_shows_for_colleagues(console: Console, colleague: Console, number: str) -> None:
    token = console.token(f"/console/cases/{number}")
    path = f"/console/live/cases/{number}/typing"
    assert console.post(path, csrf=token).status_code == httpx.codes.NO_CONTENT

    assert "佐藤 花子さんが返事を書いています。" in text_of(colleague.get(f"/console/cases/{number}"))
    assert "返事を書いています" not in text_of(console.get(f"/console/cases/{number}"))


def test_a_sign_of_writing_needs_the_token_of_the_page(console: Console, number: str) -> None:
    response = console.post(f"/console/live/cases/{number}/typing", csrf="wrong")

    assert response.status_code == httpx.codes.FORBIDDEN


def test_the_page_says_in_plain_words_where_the_answer_arrives(console: Console, desk: Desk) -> None:
    conversation = person(desk, "app-17", "rest")

    page = text_of(console.get(f"/console/cases/{handed_over(desk, conversation)}"))

    assert "そのアプリの画面に届きます" in page
    assert "API" not in page


def test_that_the_person_writes_shows_and_is_over_by_what_they_send(console: Console, desk: Desk, number: str) -> None:
    show_sign(desk, conversation_of_case(desk, number), Sign.WRITING, PERSON)

    assert "相談者が入力しています。" in text_of(console.get(f"/console/cases/{number}"))


def test_a_reply_past_a_colleague_s_asks_first_and_keeps_what_was_typed(
    console: Console, desk: Desk, number: str
) -> None:
    # given a page from before a colleague wrote
    page = console.get(f"/console/cases/{number}")
    fields = console.fields(page)
    answer_case(desk, number, "鈴木です。お電話しました。", "suzuki")

    # when she sends
    path = f"/console/cases/{number}/answer"
    shown = console.post(path, csrf=fields["csrf"], text="資料をお送りします。", seen=fields["seen"])

    # then she sees his reply above hers, and sends it a second time
    assert shown.status_code == httpx.codes.CONFLICT
    assert "まだ送っていません" in text_of(shown)
    assert "鈴木です。お電話しました。" in text_of(shown)
    assert ">資料をお送りします。</textarea>" in shown.text
    again = console.fields(shown)
    assert console.post(path, csrf=again["csrf"], text="資料をお送りします。", seen=again["seen"]).is_redirect
    assert [said.text for said in read_case(desk, number).transcript][-1] == "資料をお送りします。"
