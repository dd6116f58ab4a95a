"""The life of a message: stored first, answered in order, and never lost, whatever Rasa does."""

import asyncio
from collections.abc import Callable

import pytest

from desk.channels.rasa import Rasa
from desk.channels.relay import Relay
from desk.domain.notices import APOLOGY
from desk.services import turns
from desk.services.cases import answer_case, hand_back
from desk.services.context import Desk
from desk.services.conversations import Said, messages_after, receive
from tests.channels.conftest import GREETING, MENU, PROTOTYPE, SUPPORT, WELCOME
from tests.fakes.rasa import FakeRasa
from tests.running import PATIENCE
from tests.services.people import cases_of, count_messages, handed_over, person, stored_message

pytestmark = pytest.mark.anyio


def spoken(said: list[Said]) -> list[str]:
    return [each.text for each in said]


def record(desk: Desk, conversation: str) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in messages_after(desk, conversation)]


async def until(ready: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not ready():
            await asyncio.sleep(0.01)


async def test_a_message_is_answered(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    assert spoken(await relay.hear(person(desk), GREETING)) == [WELCOME["text"]]


async def test_a_message_is_a_row_before_rasa_is_asked(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    # given a Rasa that looks into the record before it answers
    conversation, seen = person(desk), []

    def look(sender: str) -> list[dict[str, str]]:
        seen.extend(record(desk, sender))
        seen.extend(turns.waiting(desk, sender))
        return [WELCOME]

    scripted.script[SUPPORT] = look

    # when a message comes
    await relay.hear(conversation, SUPPORT)

    # then it stood there already, as received and not yet handled
    assert seen[0] == ("user", SUPPORT)
    assert stored_message(desk, seen[1]).text == SUPPORT
    assert turns.waiting(desk, conversation) == []


async def test_the_same_event_twice_is_one_message_with_the_same_answer(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    conversation = person(desk)
    first = await relay.hear(conversation, SUPPORT, "event-1")

    second = await relay.hear(conversation, SUPPORT, "event-1")

    assert second == first
    assert scripted.heard == [SUPPORT]
    assert count_messages(desk, conversation) == 2


async def test_the_same_event_twice_at_once_is_one_message_with_the_same_answer(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    conversation = person(desk)

    with scripted.thinking():
        turns_of_all = [asyncio.create_task(relay.hear(conversation, SUPPORT, "event-1")) for _ in range(5)]
        await asyncio.sleep(0.1)
    answers = await asyncio.gather(*turns_of_all)

    assert [spoken(answer) for answer in answers] == [[MENU["text"]]] * 5
    assert scripted.heard == [SUPPORT]
    assert count_messages(desk, conversation) == 2


async def test_twenty_messages_at_once_are_answered_one_after_the_other(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    # given twenty lines of one impatient person, to each of which Rasa has its own answer
    conversation = person(desk)
    lines = [f"{number}つ目の質問です" for number in range(1, 21)]
    scripted.script |= {line: [{"text": f"{line}への答え"}] for line in lines}

    # when they all arrive at the same time
    await asyncio.gather(*(relay.hear(conversation, line) for line in lines))

    # then none is lost, each stands before its answer, and the answers come in the order of arrival
    said = record(desk, conversation)
    arrived = [text for author, text in said if author == "user"]
    assert sorted(arrived) == sorted(lines)
    assert scripted.heard == arrived
    assert [text for author, text in said if author == "bot"] == [f"{line}への答え" for line in arrived]


async def test_each_of_many_gets_the_answer_to_their_own_message_once(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    conversation = person(desk)
    lines = [f"{number}つ目の質問です" for number in range(1, 21)]
    scripted.script |= {line: [{"text": f"{line}への答え"}] for line in lines}

    answers = await asyncio.gather(*(relay.hear(conversation, line) for line in lines))

    assert [spoken(answer) for answer in answers] == [[f"{line}への答え"] for line in lines]


async def test_different_people_do_not_wait_for_each_other(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    people = [person(desk, f"相談者{number}") for number in range(6)]

    # when Rasa answers nobody before it has heard everybody
    with scripted.thinking():
        waiting = [asyncio.create_task(relay.hear(conversation, GREETING)) for conversation in people]
        await until(lambda: len(scripted.heard) == len(people))

    # then everybody is answered
    assert [spoken(answer) for answer in await asyncio.gather(*waiting)] == [[WELCOME["text"]]] * len(people)


async def test_a_button_of_another_conversation_is_not_accepted(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    theirs = (await relay.hear(person(desk, "田中"), SUPPORT))[0].content["buttons"][0]["payload"]

    await relay.hear(person(desk, "佐々木"), theirs)

    assert scripted.heard == [SUPPORT, theirs]


async def test_typing_the_title_of_a_button_is_pressing_it(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    conversation = person(desk)
    await relay.hear(conversation, SUPPORT)

    assert spoken(await relay.hear(conversation, "試作")) == [PROTOTYPE[0]["text"]]


async def test_while_staff_hold_the_conversation_rasa_is_not_called(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    # given a coordinator who has taken over
    conversation = person(desk)
    number = handed_over(desk, conversation)
    answer_case(desk, number, "担当の鈴木です。", "suzuki")

    # when the person writes, and then the coordinator hands back
    await relay.hear(conversation, "よろしくお願いします")
    hand_back(desk, number, "suzuki")
    await relay.hear(conversation, GREETING)

    # then Rasa has only heard what came afterwards
    assert scripted.heard == [GREETING]
    assert ("user", "よろしくお願いします") in record(desk, conversation)


async def test_a_message_in_the_background_is_stored_before_its_answer(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    conversation = person(desk)

    with scripted.thinking():
        receipt = await relay.take(conversation, GREETING)

        assert record(desk, conversation) == [("user", GREETING)]
        await until(lambda: scripted.heard == [GREETING])
        assert relay.busy(conversation)
    await relay.close()
    assert spoken(turns.replies_to(desk, receipt.message_id)) == [WELCOME["text"]]
    assert not relay.busy(conversation)


async def test_messages_left_by_a_crash_are_answered_at_the_next_start(
    desk: Desk, rasa: Rasa, scripted: FakeRasa
) -> None:
    # given messages that were stored just before the application died
    hanako, taro = person(desk, "花子"), person(desk, "太郎")
    for text in (GREETING, SUPPORT):
        receive(desk, hanako, text)
    receive(desk, taro, GREETING)

    # when it starts again
    relay = Relay(desk, rasa)
    await relay.catch_up()
    await relay.close()

    # then everybody has an answer, in order
    assert [text for author, text in record(desk, hanako) if author == "bot"] == [WELCOME["text"], MENU["text"]]
    assert [text for author, text in record(desk, taro) if author == "bot"] == [WELCOME["text"]]
    assert turns.conversations_waiting(desk) == []


async def test_a_message_whose_turn_was_cut_short_is_answered_with_the_next(
    desk: Desk, relay: Relay, scripted: FakeRasa
) -> None:
    # given a turn that is cancelled while Rasa is thinking
    conversation = person(desk)
    with scripted.thinking():
        turn = asyncio.create_task(relay.hear(conversation, SUPPORT))
        await until(lambda: scripted.heard == [SUPPORT])
        turn.cancel()
        await asyncio.gather(turn, return_exceptions=True)

    # when the person writes again
    await relay.hear(conversation, GREETING)

    # then both messages are answered, the first one first
    said = [text for author, text in record(desk, conversation) if author == "bot"]
    assert said == [MENU["text"], WELCOME["text"]]


async def test_a_failure_does_not_hold_up_the_next_message(desk: Desk, relay: Relay, scripted: FakeRasa) -> None:
    conversation = person(desk)
    scripted.broken = True
    assert spoken(await relay.hear(conversation, SUPPORT)) == [APOLOGY]

    scripted.broken = False

    assert spoken(await relay.hear(conversation, GREETING)) == [WELCOME["text"]]
    assert len(cases_of(desk, conversation)) == 1
