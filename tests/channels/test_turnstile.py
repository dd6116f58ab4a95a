"""A conversation's messages pass one at a time, also when several processes answer; other conversations do not wait."""

import asyncio
import uuid

import pytest

from desk.channels import turnstile
from desk.channels.turnstile import OwnTurnstile, SharedTurnstile, Turnstile
from tests.conftest import REDIS, need_redis
from tests.running import PATIENCE, free_port

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["own", "shared"])
def pair(request: pytest.FixtureRequest) -> tuple[Turnstile, Turnstile]:
    """The turnstiles of two who answer: tasks of one process, or two processes."""
    if request.param == "own":
        one = OwnTurnstile()
        return one, one
    need_redis()
    return SharedTurnstile(REDIS), SharedTurnstile(REDIS)


async def pass_through(turnstile: Turnstile, conversation: str, log: list[str], name: str) -> None:
    async with turnstile.through(conversation):
        log.append(f"{name} in")
        await asyncio.sleep(0.05)
        log.append(f"{name} out")


async def test_two_never_work_on_one_conversation_at_once(pair: tuple[Turnstile, Turnstile]) -> None:
    log: list[str] = []
    conversation = uuid.uuid4().hex

    await asyncio.gather(*(pass_through(each, conversation, log, str(n)) for n, each in enumerate(pair)))

    assert log in (["0 in", "0 out", "1 in", "1 out"], ["1 in", "1 out", "0 in", "0 out"])
    for each in pair:
        assert not each.busy(conversation)
        await each.close()


async def test_another_conversation_does_not_wait(pair: tuple[Turnstile, Turnstile]) -> None:
    one, other = pair

    async with one.through(uuid.uuid4().hex), asyncio.timeout(PATIENCE), other.through(uuid.uuid4().hex):
        pass

    for each in pair:
        await each.close()


async def test_long_work_keeps_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    # given a place that is free again after two seconds, unless it is renewed
    need_redis()
    monkeypatch.setattr(turnstile, "HELD", 2.0)
    one, other = SharedTurnstile(REDIS), SharedTurnstile(REDIS)
    log: list[str] = []
    conversation = uuid.uuid4().hex

    # when somebody works for longer than that, and somebody else comes
    async def work() -> None:
        async with one.through(conversation):
            log.append("first in")
            await asyncio.sleep(3)
            log.append("first out")

    working = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    await pass_through(other, conversation, log, "second")
    await working

    # then the place was kept
    assert log == ["first in", "first out", "second in", "second out"]
    await one.close()
    await other.close()


async def test_a_process_that_died_leaves_its_place_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    need_redis()
    monkeypatch.setattr(turnstile, "HELD", 0.3)
    dead, alive = SharedTurnstile(REDIS), SharedTurnstile(REDIS)
    conversation = uuid.uuid4().hex
    assert await dead._take(conversation)

    async with asyncio.timeout(PATIENCE), alive.through(conversation):
        pass

    await dead.close()
    await alive.close()


async def test_without_redis_messages_pass_in_order_all_the_same() -> None:
    shared = SharedTurnstile(f"redis://127.0.0.1:{free_port()}/0")
    log: list[str] = []

    await asyncio.gather(*(pass_through(shared, "会話", log, name) for name in "ab"))

    assert log == ["a in", "a out", "b in", "b out"]
    await shared.close()
