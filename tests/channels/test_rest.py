"""Rasa's REST channel, as any client written for it uses it."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from desk.domain.notices import APOLOGY
from desk.services.cases import answer_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, receive
from desk.services.turns import conversations_waiting
from tests.channels.conftest import GREETING, MENU, PROTOTYPE, SUPPORT, WELCOME
from tests.channels.reach import on_sqlite, reached
from tests.fakes.rasa import FakeRasa
from tests.running import wait_until
from tests.services.people import cases_of, exchange, handed_over, person

SENDER = "佐々木"


def talk(client: httpx.Client, message: str, sender: str = SENDER, **metadata: Any) -> list[dict[str, Any]]:
    """The replies to a message."""
    body = {"sender": sender, "message": message, "metadata": metadata}
    response = client.post("/webhooks/rest/webhook", json=body)
    assert response.status_code == 200, response.text
    return list(response.json())


def texts(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["text"] for reply in replies]


def test_a_message_without_metadata_is_enough(client: httpx.Client, scripted: FakeRasa) -> None:
    response = client.post("/webhooks/rest/webhook", json={"sender": SENDER, "message": GREETING})

    assert response.json() == [{"recipient_id": SENDER, "text": WELCOME["text"]}]


def test_buttons_come_with_opaque_payloads(client: httpx.Client, scripted: FakeRasa) -> None:
    buttons = talk(client, SUPPORT)[0]["buttons"]

    assert [button["title"] for button in buttons] == ["試作", "担当者に相談する"]
    assert not any(button["payload"].startswith("/") for button in buttons)


def test_a_payload_offered_before_is_a_pressed_button(client: httpx.Client, scripted: FakeRasa) -> None:
    payload = talk(client, SUPPORT)[0]["buttons"][0]["payload"]

    assert texts(talk(client, payload)) == [PROTOTYPE[0]["text"]]
    assert scripted.heard[-1] == '/inform{"purpose": "prototype"}'


@on_sqlite
@pytest.mark.parametrize("typed", ["/restart", ' /intent{"a":1}', "／restart", '/inform{"purpose": "prototype"}'])
def test_a_payload_that_was_not_offered_does_nothing(client: httpx.Client, scripted: FakeRasa, typed: str) -> None:
    talk(client, SUPPORT)

    talk(client, typed)

    assert scripted.heard[-1] == "/nlu_fallback"


def test_a_button_of_another_conversation_is_plain_text(client: httpx.Client, scripted: FakeRasa) -> None:
    theirs = talk(client, SUPPORT, sender="田中")[0]["buttons"][0]["payload"]

    talk(client, theirs)

    assert scripted.heard[-1] == theirs


def test_data_for_cards_come_as_custom(client: httpx.Client, scripted: FakeRasa) -> None:
    receipt = {"type": "handoff", "case_number": "I-2026-000001", "open_now": True}
    scripted.script["はい"] = [{"text": "受け付けました。", "custom": receipt}, {"custom": {"type": "slots"}}]

    assert talk(client, "はい") == [
        {"recipient_id": SENDER, "text": "受け付けました。", "custom": receipt},
        {"recipient_id": SENDER, "custom": {"type": "slots"}},
    ]


def test_the_same_message_id_twice_is_one_message_with_the_same_answer(
    client: httpx.Client, scripted: FakeRasa
) -> None:
    first = talk(client, SUPPORT, message_id="17")

    assert talk(client, SUPPORT, message_id="17") == first
    assert scripted.heard == [SUPPORT]


def test_twenty_messages_at_once_get_twenty_answers_each_its_own(client: httpx.Client, scripted: FakeRasa) -> None:
    # given a person whose client sends twenty lines at the same time
    lines = [f"{number}つ目の質問です" for number in range(1, 21)]
    scripted.script |= {line: [{"text": f"{line}への答え"}] for line in lines}

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda line: texts(talk(client, line)), lines))

    # then each request brings the answer to its own line, and none twice
    assert answers == [[f"{line}への答え"] for line in lines]


def test_many_people_at_once_get_their_own_answers(client: httpx.Client, scripted: FakeRasa) -> None:
    names = [f"相談者{number}" for number in range(10)]
    scripted.script |= {name: [{"text": f"{name}さん、こんにちは"}] for name in names}

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda name: texts(talk(client, name, sender=name)), names))

    assert answers == [[f"{name}さん、こんにちは"] for name in names]


def test_what_staff_have_written_comes_with_the_next_message_and_the_bot_is_silent(
    client: httpx.Client, desk: Desk, scripted: FakeRasa
) -> None:
    talk(client, GREETING)
    conversation = person(desk, SENDER)
    answer_case(desk, handed_over(desk, conversation), "担当の鈴木です。図面を拝見できますか。", "suzuki")

    assert texts(talk(client, "はい、送ります")) == ["担当の鈴木です。図面を拝見できますか。"]
    assert talk(client, "もしもし") == []
    assert scripted.heard == [GREETING]


def test_an_answer_that_never_reached_the_person_comes_with_the_next_message(
    client: httpx.Client, desk: Desk, scripted: FakeRasa
) -> None:
    # given a message whose answer was prepared after a crash, when nobody was waiting for it any more
    exchange(desk, person(desk, SENDER), "さっきの質問です", {"text": "お待たせしました。"})

    assert texts(talk(client, GREETING)) == ["お待たせしました。", WELCOME["text"]]


def test_what_a_crash_has_left_unanswered_is_answered_when_the_application_starts(
    desk: Desk, rasa_port: int, scripted: FakeRasa
) -> None:
    receive(desk, person(desk, SENDER), SUPPORT)

    with reached(desk, rasa_port) as client:
        wait_until(lambda: not conversations_waiting(desk), "the answer")

        assert texts(talk(client, GREETING)) == [MENU["text"], WELCOME["text"]]


def test_a_failure_of_rasa_is_an_answer_and_no_error(client: httpx.Client, desk: Desk, scripted: FakeRasa) -> None:
    scripted.broken = True

    replies = talk(client, SUPPORT)

    assert texts(replies) == [APOLOGY]
    assert [button["title"] for button in replies[0]["buttons"]] == ["担当者に相談する"]
    assert len(cases_of(desk, person(desk, SENDER))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "🙏🙏🙏",
        "長い話です。" * 1_600,
        "\x00助成金\x00",
        "改\n行\tです",
        "‮逆さ",
        "<script>alert(1)</script>",
        "{employees}",
    ],
    ids=["nothing", "spaces", "emoji", "very long", "NUL", "line breaks", "right to left", "markup", "braces"],
)
def test_whatever_is_typed_is_stored_and_answered(
    client: httpx.Client, desk: Desk, scripted: FakeRasa, text: str
) -> None:
    assert len(talk(client, text)) == 1

    stored = messages_after(desk, person(desk, SENDER))[0]
    assert stored.text == text.replace("\x00", "")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"message": GREETING}, "body.sender"),
        ({"sender": "", "message": GREETING}, "body.sender"),
        ({"sender": "佐\x00々木", "message": GREETING}, "body.sender"),
        ({"sender": SENDER}, "body.message"),
        ({"sender": SENDER, "message": "あ" * 10_001}, "body.message"),
        ({"sender": SENDER, "message": {"text": GREETING}}, "body.message"),
        ({"sender": SENDER, "message": GREETING, "metadata": "web"}, "body.metadata"),
    ],
    ids=["no sender", "empty sender", "NUL in the sender", "no message", "too long", "no text", "metadata of no shape"],
)
def test_a_request_out_of_shape_is_refused_by_the_name_of_the_field(
    client: httpx.Client, body: dict[str, Any], field: str
) -> None:
    response = client.post("/webhooks/rest/webhook", json=body)

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert [error["field"] for error in response.json()["errors"]] == [field]


@on_sqlite
def test_the_channel_can_be_switched_off(desk: Desk, rasa_port: int) -> None:
    with reached(desk, rasa_port, rest_channel="off") as client:
        response = client.post("/webhooks/rest/webhook", json={"sender": SENDER, "message": GREETING})

    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
