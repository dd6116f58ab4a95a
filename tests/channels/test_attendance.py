"""The person at the other end: who answers, and that somebody is writing, told at once and never more than that."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from sqlalchemy import select

from desk.channels.holding import LONGEST_WAIT
from desk.db.tables import Message
from desk.services.attendance import Partner, is_here, partner_of, show_sign
from desk.services.cases import answer_case, hand_back
from desk.services.context import Desk
from desk.services.signs import PERSON, Sign
from tests.console.conftest import open_case
from tests.running import BEFORE_ITS_END
from tests.services.staffing import conversation_of, member


class Chat:
    """A chat whose conversation has a case."""

    def __init__(self, desk: Desk, client: httpx.Client) -> None:
        self.desk, self.client = desk, client
        token = client.post("/chat/sessions").json()["token"]
        self.headers = {"Authorization": f"Bearer {token}"}
        member(desk, "sato")

        self.number = open_case(desk, hashlib.sha256(token.encode()).hexdigest())
        self.conversation = conversation_of(desk, self.number)

    def read(self, wait: float = 0, partner: str = "") -> dict[str, object]:
        """Ask for what comes after everything said so far."""
        with self.desk.database.reading() as session:
            last = session.scalars(select(Message.id).order_by(Message.id.desc())).first() or 0
        params = {"after": last, "wait": wait} | ({"partner": partner} if partner else {})
        lines: dict[str, object] = self.client.get("/chat/messages", params=params, headers=self.headers).json()
        return lines


@pytest.fixture
def chat(desk: Desk, client: httpx.Client) -> Chat:
    return Chat(desk, client)


def test_the_panel_knows_who_answers(chat: Chat, desk: Desk) -> None:
    assert chat.read()["partner"] == "bot"

    answer_case(desk, chat.number, "佐藤です。", "sato")
    assert chat.read()["partner"] == "staff"

    hand_back(desk, chat.number, "sato")
    assert chat.read()["partner"] == "bot"


def test_that_staff_write_is_told_at_once_and_without_a_word_of_it(chat: Chat, desk: Desk) -> None:
    # given a panel that waits while a member of staff holds the conversation
    answer_case(desk, chat.number, "佐藤です。", "sato")
    with ThreadPoolExecutor(1) as waiting:
        held = waiting.submit(chat.read, LONGEST_WAIT, "staff")
        time.sleep(0.3)

        # when she begins to write
        show_sign(desk, chat.conversation, Sign.WRITING, "sato")

        # then the panel hears of it, and of nothing else
        assert held.result(BEFORE_ITS_END) == {"messages": [], "busy": False, "partner": "writing"}


def test_while_the_bot_answers_nobody_is_shown_as_writing(chat: Chat, desk: Desk) -> None:
    show_sign(desk, chat.conversation, Sign.WRITING, "sato")

    assert partner_of(desk, chat.conversation) is Partner.BOT


def test_the_person_s_writing_shows_for_staff_until_it_is_sent(chat: Chat, desk: Desk) -> None:
    assert chat.client.post("/chat/typing", headers=chat.headers).status_code == httpx.codes.NO_CONTENT
    assert desk.signs.given(chat.conversation, Sign.WRITING) == [PERSON]

    said = {"text": "はい、お願いします。", "client_id": "message-0001"}
    chat.client.post("/chat/messages", json=said, headers=chat.headers)

    assert desk.signs.given(chat.conversation, Sign.WRITING) == []


def test_one_s_own_writing_does_not_end_one_s_own_waiting(chat: Chat, desk: Desk) -> None:
    answer_case(desk, chat.number, "佐藤です。", "sato")
    began = time.monotonic()
    with ThreadPoolExecutor(1) as waiting:
        held = waiting.submit(chat.read, 0.6, "staff")
        time.sleep(0.2)
        show_sign(desk, chat.conversation, Sign.WRITING, PERSON)

        assert held.result(BEFORE_ITS_END)["partner"] == "staff"
    assert time.monotonic() - began > 0.5


def test_nobody_writes_in_a_chat_that_does_not_exist(client: httpx.Client) -> None:
    assert client.post("/chat/typing", headers={"Authorization": "Bearer x"}).status_code == httpx.codes.UNAUTHORIZED


def test_who_has_the_page_open_is_here(desk: Desk) -> None:
    show_sign(desk, "会話", Sign.HERE, "sato")

    assert is_here(desk, "会話", "sato")
    assert not is_here(desk, "会話", "suzuki")
