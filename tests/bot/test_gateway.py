"""The gateway as the desk sees it: a real server, a real model, a fake desk for the actions."""

from __future__ import annotations

import pytest

from tests.bot.smallbot import PLANTED, SmallBot


def test_health_names_the_model(bot: SmallBot) -> None:
    assert bot.get("health") == (200, {"model": bot.model})


@pytest.mark.parametrize("secret", [None, "", "open-sesam", "open-sesame!"])
def test_nothing_is_said_without_the_secret(bot: SmallBot, secret: str | None) -> None:
    assert bot.get("health", secret) == (401, {"error": "unauthorised"})
    assert bot.post("parse", {"text": "こんにちは"}, secret)[0] == 401
    assert bot.post("message", {"sender": "u", "text": "こんにちは"}, secret)[0] == 401


@pytest.mark.parametrize("path", ["/webhooks/rest/webhook", "/model", "/status", "/conversations/u1/tracker"])
def test_rasas_own_doors_do_not_exist(bot: SmallBot, path: str) -> None:
    assert bot.status(path) == 404
    assert bot.status(path, "PUT") in (404, 405)


def test_a_reply_is_one_message_with_its_buttons(bot: SmallBot) -> None:
    answer = bot.say("こんにちは")
    assert answer["error"] is None
    assert [message["text"] for message in answer["messages"]] == ["こんにちは。\n\nどうしましたか。"]
    assert answer["messages"][0]["buttons"] == [{"title": "状況を知りたい", "payload": "/check_case"}]
    assert answer["state"]["intent"]["name"] == "greet"
    assert answer["state"]["ranking"][0]["name"] == "greet"


def test_text_and_custom_part_of_an_action_stay_together(bot: SmallBot) -> None:
    answer = bot.say("社員は12人です")
    (message,) = answer["messages"]
    assert message["text"] == "社員は12人ですと聞きました。"
    assert message["custom"] == {"type": "facts", "items": [1]}
    assert answer["state"]["slots"] == {"note": "gehört"}
    assert [(each["entity"], each["value"]) for each in answer["state"]["entities"]] == [("employees", 12)]


def test_slots_come_with_the_message_and_steer_the_rules(bot: SmallBot) -> None:
    assert bot.say("はい")["messages"][0]["text"] == "はいですね。"
    assert bot.say("はい", slots={"pending": "consent"})["messages"][0]["text"] == "同意を受け取りました。"


def test_nothing_is_kept_between_messages(bot: SmallBot) -> None:
    bot.say("はい", slots={"pending": "consent", "note": "secret"})
    assert bot.say("はい")["state"]["slots"] == {}
    assert bot.say("はい")["messages"][0]["text"] == "はいですね。"


def test_unknown_slots_are_ignored(bot: SmallBot) -> None:
    assert bot.say("はい", slots={"no_such_slot": 1})["error"] is None


def test_the_desk_may_send_an_intent_with_entities(bot: SmallBot) -> None:
    answer = bot.say('/inform{"area": "板橋区"}')
    assert answer["state"]["intent"]["name"] == "inform"
    assert answer["state"]["entities"][0]["value"] == "板橋区"


def test_a_trigger_answers_like_a_message(bot: SmallBot) -> None:
    body = {"sender": "u1", "intent": "inform", "entities": {"area": "北区"}, "slots": {"note": "x"}}
    status, answer = bot.post("trigger", body)
    assert status == 200
    assert answer["error"] is None
    assert answer["state"]["entities"] == [{"entity": "area", "value": "北区"}]
    assert bot.asked[-1]["tracker"]["slots"]["note"] == "x"


@pytest.mark.parametrize(("text", "name"), [("役に立たない", "RasaException"), ("返事がまだ来ない", "ValidationError")])
def test_a_failing_action_is_seen(bot: SmallBot, text: str, name: str) -> None:
    answer = bot.say(text)
    assert answer["error"] == name
    assert answer["messages"] == []


def test_parse_says_what_a_text_means(bot: SmallBot) -> None:
    status, parsed = bot.post("parse", {"text": "　板橋区で社員１２名です"})
    assert status == 200
    assert parsed["intent"]["name"] == "inform"
    areas = [each for each in parsed["entities"] if each["entity"] == "area"]
    assert (areas[0]["value"], areas[0]["text"], areas[0]["start"], areas[0]["end"]) == ("板橋区", "板橋区", 1, 4)
    employees = [each for each in parsed["entities"] if each["entity"] == "employees"]
    assert (employees[0]["value"], employees[0]["text"]) == (12, "１２名")


def test_parse_takes_a_slash_for_text(bot: SmallBot) -> None:
    parsed = bot.post("parse", {"text": ' /inform{"area": "板橋区"}'})[1]
    assert all(each["value"] != {"area": "板橋区"} for each in parsed["entities"])
    assert parsed["intent"]["confidence"] < 1.0


def test_parse_knows_what_was_asked(bot: SmallBot) -> None:
    parsed = bot.post("parse", {"text": "25", "asked": "employees"})[1]
    assert parsed["intent"]["name"] == "inform"
    assert [(each["entity"], each["value"]) for each in parsed["entities"]] == [("employees", 25)]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ({"text": "x"}, "'sender' must be a string"),
        ({"sender": "u", "text": 3}, "'text' must be a string"),
        ({"sender": "u", "text": "x", "slots": []}, "'slots' must be an object"),
        ([], "the body must be a JSON object"),
    ],
)
def test_a_malformed_request_is_told_what_is_wrong(bot: SmallBot, body: object, complaint: str) -> None:
    assert bot.post("message", body) == (400, {"error": complaint})


ODD = {
    "empty": "",
    "spaces": "   ",
    "emoji": "😀😀😀🎉",
    "control characters": "\x00\x07\u200b",
    "digits": "9" * 10000,
    "one kana": "あ" * 3000,
    "long": "補助金を探しています。" * 300,
    "brackets": "{}[]/\\\"'",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_messages_get_an_answer(bot: SmallBot, text: str) -> None:
    answer = bot.say(text, metadata={"asked": "employees"})
    assert answer["error"] is None
    assert answer["messages"]


def test_what_people_write_never_reaches_the_log(bot: SmallBot) -> None:
    bot.say(PLANTED)
    bot.say(f"ひどい案内だ、役に立たない。{PLANTED}")
    bot.post("trigger", {"sender": "u", "intent": "complaint", "slots": {"note": PLANTED}})
    log = bot.log.read_text(encoding="utf-8")
    assert "RasaException" in log
    for piece in ("山田", "花子", "03-1234-5678", "\\u5c71"):
        assert piece not in log
