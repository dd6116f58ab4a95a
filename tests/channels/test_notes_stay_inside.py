"""No door of a person shows what staff write for each other: web chat, REST channel, Rasa, the API of cases."""

import hashlib

import httpx

from desk.services.case_notes import write_note
from desk.services.cases import answer_case, hand_back
from desk.services.context import Desk
from tests.channels.conftest import WELCOME
from tests.channels.reach import TOKEN
from tests.console.conftest import open_case
from tests.fakes.rasa import FakeRasa
from tests.services.people import handed_over, person
from tests.services.staffing import member

SECRET = "資金繰りが厳しい様子。慎重に。"


def test_the_chat_shows_the_reply_and_not_the_note(desk: Desk, client: httpx.Client) -> None:
    token = client.post("/chat/sessions").json()["token"]
    number = open_case(desk, hashlib.sha256(token.encode()).hexdigest())
    member(desk, "sato")
    write_note(desk, number, SECRET, "sato")
    answer_case(desk, number, "佐藤です。", "sato")

    shown = client.get("/chat/messages", headers={"Authorization": f"Bearer {token}"}).text

    assert "佐藤です。" in shown
    assert SECRET not in shown


def test_neither_the_rest_channel_nor_rasa_hears_of_a_note(
    desk: Desk, client: httpx.Client, scripted: FakeRasa
) -> None:
    # given a case of somebody on the REST channel
    number = handed_over(desk, person(desk, "佐々木"))
    member(desk, "sato")
    write_note(desk, number, SECRET, "sato")
    hand_back(desk, number, "sato")

    # when they go on talking with the bot
    said = client.post("/webhooks/rest/webhook", json={"sender": "佐々木", "message": "こんにちは"}).text

    # then nothing of it stands in the answer, nor in what Rasa was given
    assert WELCOME["text"] in said
    assert SECRET not in said
    assert not any(SECRET in heard for heard in scripted.heard)


def test_the_api_of_cases_gives_no_notes_away(desk: Desk, client: httpx.Client) -> None:
    number = open_case(desk, "c")
    member(desk, "sato")
    write_note(desk, number, SECRET, "sato")

    shown = client.get(f"/api/cases/{number}", headers={"Authorization": f"Bearer {TOKEN}"})

    assert (shown.status_code, SECRET in shown.text) == (httpx.codes.OK, False)
