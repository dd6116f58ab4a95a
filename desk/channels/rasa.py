"""The desk's side of Rasa's gateway channel."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import structlog

from desk.services.turns import Forward

log = structlog.get_logger(__name__)

#: pause between attempts while Rasa is starting again
RETRY_SECONDS = 0.5


class RasaUnavailable(Exception):
    """Rasa did not answer, answered with an error, or said nothing at all."""


@dataclass(frozen=True)
class Answer:
    """What Rasa says to a message, and how it understood it."""

    messages: list[dict[str, Any]]
    understood: dict[str, Any]


class Rasa:
    """Rasa behind its gateway. `patience` is how many seconds a message waits for a Rasa that is starting."""

    def __init__(self, url: str, secret: str, timeout: float, patience: float) -> None:
        headers = {"X-Gateway-Secret": secret}
        self._client = httpx.AsyncClient(base_url=f"{url}/webhooks/gateway", headers=headers, timeout=timeout)
        self._patience = patience

    async def converse(self, forward: Forward) -> Answer:
        """Put one message to Rasa. Raises `RasaUnavailable`; silence counts as failure."""
        body = {
            "sender": forward.conversation_id,
            "text": forward.text,
            "metadata": {"asked": forward.asked},
            "slots": forward.slots,
        }
        answer = await self._post("/message", body)
        failure = _failure(answer)
        if failure:
            log.error("rasa_failed", conversation=forward.conversation_id, error=failure)
            raise RasaUnavailable(failure)
        return Answer(answer["messages"], answer.get("state") or {})

    async def parse(self, text: str, asked: str | None = None) -> dict[str, Any]:
        """Understand a text without a conversation. Raises `RasaUnavailable`."""
        return await self._post("/parse", {"text": text, "asked": asked})

    async def healthy(self) -> bool:
        """Whether Rasa runs with a model."""
        try:
            return (await self._client.get("/health", timeout=2)).status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def _post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        deadline = asyncio.get_running_loop().time() + self._patience
        while True:
            try:
                response = await self._client.post(path, json=body)
                response.raise_for_status()
                return dict(response.json())
            except (httpx.ConnectError, httpx.RemoteProtocolError, httpx.ReadError) as gone:
                if asyncio.get_running_loop().time() >= deadline:
                    raise RasaUnavailable(type(gone).__name__) from gone
                await asyncio.sleep(RETRY_SECONDS)
            except (httpx.HTTPError, ValueError) as failure:
                raise RasaUnavailable(type(failure).__name__) from failure


def _failure(answer: Mapping[str, Any]) -> str | None:
    """Why an answer cannot be shown; None when it can."""
    messages = answer.get("messages")
    if answer.get("error") or not messages:
        return str(answer.get("error") or "no answer")
    return None if all(_can_be_shown(each) for each in messages) else "malformed answer"


def _can_be_shown(message: Any) -> bool:
    if not isinstance(message, dict):
        return False
    return all({"title", "payload"} <= button.keys() for button in message.get("buttons", ()))
