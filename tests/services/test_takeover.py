"""While people hold a conversation: nobody talks past a colleague, and the person hears when the bot is back."""

import pytest

from desk.domain.cases import Status
from desk.domain.notices import HANDED_BACK
from desk.services.cases import answer_case, hand_back, read_case, update_case
from desk.services.context import Desk
from desk.services.conversations import messages_after, receive
from desk.services.takeover import AnsweredMeanwhile
from tests.console.conftest import open_case
from tests.services.staffing import conversation_of, member


@pytest.fixture
def number(desk: Desk) -> str:
    """A case, and two who could answer it."""
    member(desk, "sato"), member(desk, "suzuki", "鈴木 一郎")
    return open_case(desk, "a")


def last_seen(desk: Desk, number: str) -> int:
    """The last message that a page of the case shows."""
    return read_case(desk, number).transcript[-1].id


def said_to(desk: Desk, number: str) -> list[str]:
    """What the person was told by people and bot, oldest first."""
    return [said.text for said in messages_after(desk, conversation_of(desk, number)) if said.author != "user"]


def test_a_colleague_s_reply_in_between_is_not_talked_past(desk: Desk, number: str) -> None:
    # given two pages of the same case
    seen = last_seen(desk, number)
    answer_case(desk, number, "佐藤です。明日お電話します。", "sato", seen)

    # when the other sends what he began before
    with pytest.raises(AnsweredMeanwhile):
        answer_case(desk, number, "鈴木です。", "suzuki", seen)

    # then nothing reached the person, until he has seen hers
    assert said_to(desk, number) == ["佐藤です。明日お電話します。"]
    answer_case(desk, number, "鈴木です。", "suzuki", last_seen(desk, number))
    assert said_to(desk, number)[-1] == "鈴木です。"


def test_one_s_own_replies_and_the_person_s_words_ask_for_nothing(desk: Desk, number: str) -> None:
    seen = last_seen(desk, number)
    answer_case(desk, number, "一通目です。", "sato", seen)
    receive(desk, conversation_of(desk, number), "ありがとうございます。")

    answer_case(desk, number, "二通目です。", "sato", seen)

    assert said_to(desk, number) == ["一通目です。", "二通目です。"]


def test_a_draft_that_was_used_stands_in_the_events(desk: Desk, number: str) -> None:
    answer_case(desk, number, "試作の助成をご案内します。", "sato", draft="knowledge:shisaku")

    (answered,) = [each for each in read_case(desk, number).events if each.kind == "answered"]
    assert answered.detail["draft"] == "knowledge:shisaku"


def test_when_the_bot_is_back_the_person_is_told_once(desk: Desk, number: str) -> None:
    answer_case(desk, number, "佐藤です。", "sato")

    hand_back(desk, number, "sato")
    hand_back(desk, number, "sato")

    assert said_to(desk, number) == ["佐藤です。", HANDED_BACK]


def test_closing_gives_the_conversation_back_too(desk: Desk, number: str) -> None:
    answer_case(desk, number, "佐藤です。", "sato")

    update_case(desk, number, "sato", {"status": Status.CLOSED})

    assert said_to(desk, number)[1:2] == [HANDED_BACK]
    assert read_case(desk, number).gate == "bot"


def test_nothing_is_said_where_the_bot_spoke_all_along(desk: Desk, number: str) -> None:
    update_case(desk, number, "sato", {"status": Status.CLOSED})

    assert HANDED_BACK not in said_to(desk, number)
