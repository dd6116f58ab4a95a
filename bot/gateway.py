"""The only door into Rasa: a channel on loopback that answers the desk and keeps nothing between messages."""

from __future__ import annotations

import hmac
import logging
import os
import re
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.exceptions import InvalidUsage, SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import logs, turn

log = logging.getLogger(__name__)

SECRET_VARIABLE = "RASA_GATEWAY_SECRET"
SECRET_HEADER = "X-Gateway-Secret"
LEADING_SLASH = re.compile(r"^(\s*)/")
Json = dict[str, Any]
TYPE_NAMES = {str: "a string", dict: "an object"}


class ModelNotReady(SanicException):
    """Rasa serves, but no model is loaded."""

    status_code = 503


class GatewayInput(InputChannel):
    """`/webhooks/gateway/{message,trigger,parse,health}`, each behind the shared secret."""

    def __init__(self, secret: str) -> None:
        self.secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """Part of the address and of credentials.yml."""
        return turn.CHANNEL

    @classmethod
    def from_credentials(cls, credentials: Json | None) -> GatewayInput:
        """The secret comes from the environment only. Raises RasaException without one."""
        secret = os.environ.get(SECRET_VARIABLE, "")
        if not secret:
            raise RasaException(f"{SECRET_VARIABLE} is not set: the gateway refuses to start without a secret.")
        return cls(secret)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The four routes; `on_new_message` is not used, since it would keep trackers and swallow errors."""
        routes = Blueprint("gateway", __name__)
        routes.middleware("request")(self.check_secret)
        routes.exception(Exception)(failed)
        routes.add_route(message, "message", methods=["POST"])
        routes.add_route(trigger, "trigger", methods=["POST"])
        routes.add_route(parse, "parse", methods=["POST"])
        routes.add_route(health, "health", methods=["GET"])
        return routes

    async def check_secret(self, request: Request) -> HTTPResponse | None:
        """401 unless the header holds the secret; compared in constant time."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if hmac.compare_digest(given, self.secret):
            return None
        return response.json({"error": "unauthorised"}, status=401)


async def message(request: Request) -> HTTPResponse:
    """{"sender", "text", "metadata"?, "slots"?} → messages, error, state."""
    body = _body(request)
    sender, text = _take(body, "sender", str), _take(body, "text", str)
    metadata, slots = _take(body, "metadata", dict, {}), _take(body, "slots", dict, {})
    logs.keep_private(_texts([text, slots]))
    return response.json((await turn.hear(_processor(request), sender, text, metadata, slots)).answer())


async def trigger(request: Request) -> HTTPResponse:
    """{"sender", "intent", "entities"?, "slots"?} → messages, error, state."""
    body = _body(request)
    sender, intent = _take(body, "sender", str), _take(body, "intent", str)
    entities, slots = _take(body, "entities", dict, {}), _take(body, "slots", dict, {})
    logs.keep_private(_texts([entities, slots]))
    return response.json((await turn.trigger(_processor(request), sender, intent, entities, slots)).answer())


async def parse(request: Request) -> HTTPResponse:
    """{"text", "asked"?} → intent, ranking, entities; a leading slash is plain text here."""
    body = _body(request)
    text, asked = _take(body, "text", str), body.get("asked")
    logs.keep_private([text])
    heard = turn.as_sent(LEADING_SLASH.sub(r"\1／", text), {"asked": asked})
    parsed = await _processor(request).parse_message(heard)
    ranking = parsed.get("intent_ranking", [])
    return response.json({"intent": parsed["intent"], "ranking": ranking, "entities": parsed["entities"]})


async def health(request: Request) -> HTTPResponse:
    """200 with the model's fingerprint, 503 while there is none."""
    return response.json({"model": fingerprint(_processor(request).model_filename)})


def fingerprint(filename: str) -> str:
    """`desk-0123abcd.tar.gz` → `0123abcd`."""
    return filename.split(".")[0].rpartition("-")[2]


async def failed(request: Request, error: Exception) -> HTTPResponse:
    """The one place where exceptions become answers: their name, never their message, which may quote a person."""
    if isinstance(error, SanicException):
        return response.json({"error": str(error)}, status=error.status_code)
    log.error("turn_failed", exc_info=error)
    return response.json({"messages": [], "error": type(error).__name__, "state": None})


def _processor(request: Request) -> MessageProcessor:
    agent: Agent | None = getattr(request.app.ctx, "agent", None)
    if agent is None or agent.processor is None:
        raise ModelNotReady("no model is loaded")
    return agent.processor


def _body(request: Request) -> Json:
    if not isinstance(request.json, dict):
        raise InvalidUsage("the body must be a JSON object")
    return request.json


def _take(body: Json, key: str, kind: type, default: Any = None) -> Any:
    value = body.get(key, default)
    value = default if value is None else value
    if not isinstance(value, kind):
        raise InvalidUsage(f"'{key}' must be {TYPE_NAMES[kind]}")
    return value


def _texts(value: Any) -> list[str]:
    """Every string inside a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _texts(item)]
