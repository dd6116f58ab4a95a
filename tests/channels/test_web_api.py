"""The API of the chat panel: a token is a conversation, a message is stored at once, answers come by long polling."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from desk.channels.holding import LONGEST_WAIT
from desk.channels.web.api import MAX_MESSAGE
from desk.db.tables import Conversation
from desk.domain.notices import APOLOGY
from desk.services.cases import answer_case
from desk.services.context import Desk
from desk.services.conversations import take_undelivered
from tests.channels.conftest import GREETING, MENU, SUPPORT, WELCOME
from tests.channels.reach import on_sqlite
from tests.fakes.rasa import FakeRasa
from tests.running import BEFORE_ITS_END, wait_until
from tests.services.people import cases_of, handed_over


class Panel:
    """A chat panel in somebody's browser."""

    def __init__(self, client: httpx.Client) -> None:
        self.client, self.seen, self.sent = client, 0, 0
        token = client.post("/chat/sessions").json()["token"]
        self.headers = {"Authorization": f"Bearer {token}"}
        self.token = token

    def say(self, text: str, client_id: str | None = None) -> httpx.Response:
        """Send a message; the panel gives each an id of its own."""
        self.sent += 1
        body = {"text": text, "client_id": client_id or f"message-{self.sent:04d}"}
        return self.client.post("/chat/messages", json=body, headers=self.headers)

    def read(self, wait: float = 0, after: int | None = None) -> dict[str, Any]:
        """What was said since; the panel remembers how far it has read."""
        params = {"after": self.seen if after is None else after, "wait": wait}
        lines: dict[str, Any] = self.client.get("/chat/messages", params=params, headers=self.headers).json()
        self.seen = max([self.seen, *(line["id"] for line in lines["messages"])])
        return lines

    def answers(self) -> list[dict[str, Any]]:
        """Wait for answers, past the panel's own messages."""
        found: list[dict[str, Any]] = []

        def arrived() -> bool:
            found.extend(line for line in self.read(wait=5)["messages"] if line["author"] != "user")
            return bool(found)

        wait_until(arrived, "an answer")
        return found


@pytest.fixture
def panel(client: httpx.Client, scripted: FakeRasa) -> Panel:
    return Panel(client)


def conversation_of(desk: Desk) -> str:
    with desk.database.reading() as session:
        return session.scalars(select(Conversation.id).where(Conversation.channel == "web")).one()


def test_a_chat_begins_with_a_token_nobody_can_guess(client: httpx.Client, desk: Desk, scripted: FakeRasa) -> None:
    response = client.post("/chat/sessions")

    token = response.json()["token"]
    assert response.status_code == 201
    assert len(token) >= 40
    with desk.database.reading() as session:
        assert token not in session.scalars(select(Conversation.address)).one()


def test_a_message_is_accepted_and_its_answer_follows(panel: Panel) -> None:
    accepted = panel.say(GREETING)

    assert accepted.status_code == 202
    assert [line["text"] for line in panel.answers()] == [WELCOME["text"]]


def test_the_panel_sees_its_own_message_with_the_id_it_was_given(panel: Panel) -> None:
    message_id = panel.say(GREETING).json()["id"]

    first = panel.read()["messages"][0]

    assert (first["id"], first["author"], first["text"]) == (message_id, "user", GREETING)
    assert first["at"].endswith("+09:00")


def test_a_message_typed_offline_and_sent_twice_counts_once(panel: Panel, scripted: FakeRasa) -> None:
    first = panel.say(SUPPORT, "offline-0001").json()

    assert panel.say(SUPPORT, "offline-0001").json() == first
    panel.answers()
    assert scripted.heard == [SUPPORT]


def test_buttons_are_pressed_by_their_payload_and_shown_by_their_title(panel: Panel, scripted: FakeRasa) -> None:
    panel.say(SUPPORT)
    button = panel.answers()[0]["buttons"][0]

    panel.say(button["payload"])
    panel.answers()

    assert scripted.heard == [SUPPORT, MENU["buttons"][0]["payload"]]
    said = [line["text"] for line in panel.read(after=0)["messages"] if line["author"] == "user"]
    assert said == [SUPPORT, button["title"]]


def test_reading_waits_until_there_is_something(panel: Panel, scripted: FakeRasa) -> None:
    # given a panel that has read everything, and an answer that is not ready
    with ThreadPoolExecutor(1) as pool:
        with scripted.thinking():
            panel.say(GREETING)
            panel.read()
            waiting = pool.submit(panel.read, LONGEST_WAIT)

        # when it is ready, then the panel has it
        lines = waiting.result(BEFORE_ITS_END)
    assert [line["text"] for line in lines["messages"]] == [WELCOME["text"]]


def test_reading_gives_up_after_its_time(panel: Panel) -> None:
    began = time.monotonic()

    assert panel.read(wait=0.3) == {"messages": [], "busy": False, "partner": "bot"}
    assert time.monotonic() - began > 0.25


def test_while_an_answer_is_prepared_the_chat_is_busy(panel: Panel, scripted: FakeRasa) -> None:
    with scripted.thinking():
        panel.say(GREETING)
        wait_until(lambda: scripted.heard, "the message at Rasa")

        assert panel.read()["busy"] is True
    panel.answers()
    wait_until(lambda: panel.read()["busy"] is False, "the end of the turn")


def test_a_reload_shows_the_whole_conversation_again(panel: Panel) -> None:
    panel.say(GREETING)
    panel.answers()

    assert [line["text"] for line in panel.read(after=0)["messages"]] == [GREETING, WELCOME["text"]]


def test_what_the_panel_has_read_needs_no_other_delivery(panel: Panel, desk: Desk) -> None:
    panel.say(GREETING)
    panel.answers()

    assert take_undelivered(desk, conversation_of(desk)) == []


def test_what_staff_write_appears_without_asking_again(panel: Panel, desk: Desk) -> None:
    # given a panel that waits for news
    number = handed_over(desk, conversation_of(desk))
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(panel.read, LONGEST_WAIT)

        # when a coordinator answers
        answer_case(desk, number, "担当の鈴木です。", "suzuki")

        # then it is there at once
        line = waiting.result(BEFORE_ITS_END)["messages"][0]
    assert (line["author"], line["text"]) == ("staff", "担当の鈴木です。")


def test_one_chat_does_not_see_another(panel: Panel, client: httpx.Client) -> None:
    panel.say("うちの特許の話です")
    panel.answers()

    assert Panel(client).read()["messages"] == []


def test_a_failure_of_rasa_is_told_in_the_chat(panel: Panel, desk: Desk, scripted: FakeRasa) -> None:
    scripted.broken = True

    panel.say(SUPPORT)

    line = panel.answers()[0]
    assert line["text"] == APOLOGY
    assert [button["title"] for button in line["buttons"]] == ["担当者に相談する"]
    assert len(cases_of(desk, conversation_of(desk))) == 1


@on_sqlite
@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer"}, {"Authorization": "Bearer でたらめ".encode()}])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_its_token_a_chat_cannot_be_reached(
    client: httpx.Client, scripted: FakeRasa, header: dict[str, Any], method: str
) -> None:
    body = {"text": GREETING, "client_id": "message-0001"}

    response = client.request(method, "/chat/messages", headers=header, json=body if method == "POST" else None)

    assert response.status_code == 401
    assert response.headers["content-type"] == "application/problem+json"
    assert "ページを開き直してください" in response.json()["detail"]
    assert scripted.heard == []


@on_sqlite
@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"text": "", "client_id": "message-0001"}, "body.text"),
        ({"text": "あ" * (MAX_MESSAGE + 1), "client_id": "message-0001"}, "body.text"),
        ({"text": GREETING}, "body.client_id"),
        ({"text": GREETING, "client_id": "1"}, "body.client_id"),
    ],
)
def test_a_message_out_of_shape_is_refused_by_the_name_of_the_field(
    panel: Panel, body: dict[str, str], field: str
) -> None:
    response = panel.client.post("/chat/messages", json=body, headers=panel.headers)

    assert response.status_code == 422
    assert [error["field"] for error in response.json()["errors"]] == [field]


@on_sqlite
@pytest.mark.parametrize("params", [{"after": -1}, {"wait": 26}, {"wait": "long"}])
def test_a_question_out_of_range_is_refused(panel: Panel, params: dict[str, Any]) -> None:
    assert panel.client.get("/chat/messages", params=params, headers=panel.headers).status_code == 422
