"""A scripted Rasa: speaks the gateway protocol, understands nothing, and says what the test wrote."""

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.fakes.serving import served
from tests.running import SECRET

Spoken = Mapping[str, Any]
#: what is said to a text: the messages, or a function of the conversation's id that does something first
Line = Sequence[Spoken] | Callable[[str], Sequence[Spoken]]
NOT_UNDERSTOOD: Sequence[Spoken] = ({"text": "すみません、わかりませんでした。別の言い方でお願いします。"},)


@dataclass
class FakeRasa:
    """Rasa behind its gateway. `script` maps a text, or the payload of a button, to what is said to it."""

    script: dict[str, Line] = field(default_factory=dict)
    #: every text that arrived, repeated ones too
    heard: list[str] = field(default_factory=list)
    #: whether answers are kept back
    thinks: bool = False
    #: whether every turn ends in an error
    broken: bool = False

    def app(self) -> Starlette:
        """The ASGI application."""
        base = "/webhooks/gateway"
        return Starlette(
            routes=[Route(f"{base}/message", self.message, methods=["POST"]), Route(f"{base}/health", self.health)]
        )

    async def message(self, request: Request) -> JSONResponse:
        """One turn, as `bot.gateway` answers it."""
        if request.headers.get("X-Gateway-Secret") != SECRET:
            return JSONResponse({"error": "unauthorised"}, 401)
        turn = await request.json()
        self.heard.append(turn["text"])
        while self.thinks:
            await asyncio.sleep(0.01)
        if self.broken:
            return JSONResponse({"messages": [], "error": "RuntimeError", "state": None})
        messages = await asyncio.to_thread(self.answer, turn["sender"], turn["text"])
        known = turn["text"] in self.script
        intent = {"name": "inform" if known else "nlu_fallback", "confidence": 1.0 if known else 0.3}
        return JSONResponse({"messages": messages, "error": None, "state": {"intent": intent}})

    async def health(self, _request: Request) -> JSONResponse:
        """A model is loaded."""
        return JSONResponse({"model": "scripted"})

    @contextmanager
    def thinking(self) -> Iterator[None]:
        """Hear what is said, and answer it when the block ends."""
        self.thinks = True
        try:
            yield
        finally:
            self.thinks = False

    def answer(self, conversation: str, text: str) -> list[dict[str, Any]]:
        """What the script says to a text."""
        line = self.script.get(text, NOT_UNDERSTOOD)
        return [dict(spoken) for spoken in (line(conversation) if callable(line) else line)]


@contextmanager
def fake_rasa(port: int) -> Iterator[FakeRasa]:
    """A scripted Rasa on a port."""
    fake = FakeRasa()
    with served(fake.app(), port):
        yield fake
