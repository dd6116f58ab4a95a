"""The life of a message: stored first, then relayed in order, one at a time within a conversation."""

import asyncio
from collections import Counter
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from anyio.to_thread import run_sync as in_thread

from desk.channels.rasa import Rasa, RasaUnavailable
from desk.channels.turnstile import OwnTurnstile, Turnstile
from desk.services import turns
from desk.services.context import Desk
from desk.services.conversations import Receipt, Said, receive, take_undelivered

log = structlog.get_logger(__name__)


class Relay:
    """Takes messages from channels to Rasa and their answers back into the record."""

    def __init__(self, desk: Desk, rasa: Rasa, turnstile: Turnstile | None = None) -> None:
        self.desk = desk
        self._rasa = rasa
        self._turnstile = turnstile or OwnTurnstile()
        #: conversation → how many callers wait for replies
        self._callers: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[Any]] = set()

    async def take(self, conversation_id: str, text: str, external_id: str | None = None) -> Receipt:
        """Store a message and answer it in the background; the replies appear in the record."""
        receipt = await in_thread(receive, self.desk, conversation_id, text, external_id)
        self._in_background(self._work_off(conversation_id))
        return receipt

    async def hear(self, conversation_id: str, text: str, external_id: str | None = None) -> list[Said]:
        """Store a message, answer it, and give everything the person has not got yet.

        A repeated message gets the replies of the first. While others wait for replies of the same conversation, each
        gets those to their own message, and what nobody has asked for.
        """
        with self._calling(conversation_id):
            receipt = await in_thread(receive, self.desk, conversation_id, text, external_id)
            await self._work_off(conversation_id)
            only = receipt.message_id if self._callers[conversation_id] > 1 else None
            fresh = await in_thread(take_undelivered, self.desk, conversation_id, only)
        return fresh or await in_thread(turns.replies_to, self.desk, receipt.message_id)

    def busy(self, conversation_id: str) -> bool:
        """Whether an answer is being prepared in a conversation."""
        return self._turnstile.busy(conversation_id)

    async def catch_up(self) -> None:
        """Answer what an earlier stop of the application left unanswered."""
        for conversation_id in await in_thread(turns.conversations_waiting, self.desk):
            log.info("catching_up", conversation=conversation_id)
            self._in_background(self._work_off(conversation_id))

    async def close(self) -> None:
        """Let what has begun come to its end."""
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._turnstile.close()

    @contextmanager
    def _calling(self, conversation_id: str) -> Iterator[None]:
        self._callers[conversation_id] += 1
        try:
            yield
        finally:
            self._callers -= Counter([conversation_id])

    async def _work_off(self, conversation_id: str) -> None:
        """Answer every stored message of a conversation, oldest first. Others may have done so meanwhile."""
        async with self._turnstile.through(conversation_id):
            for message_id in await in_thread(turns.waiting, self.desk, conversation_id):
                await self._answer(message_id)

    async def _answer(self, message_id: int) -> None:
        forward = await in_thread(turns.prepare, self.desk, message_id)
        if forward is None:
            return
        try:
            answer = await self._rasa.converse(forward)
        except RasaUnavailable as failure:
            log.error("message_failed", message_id=message_id, reason=str(failure))
            await in_thread(turns.fail, self.desk, forward)
        else:
            await in_thread(turns.conclude, self.desk, forward, answer.messages, answer.understood)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        """The message stays in the record as received: the next start, or the next message, answers it."""
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("answer_failed", exc_info=error)
