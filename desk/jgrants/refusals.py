"""Answers that are no answers: what each status means for a person, and whether asking again may help."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType

import httpx

from desk.jgrants.plain import one_line

_MEANINGS: Mapping[int, str] = MappingProxyType(
    {
        400: "条件をJグランツが受け付けませんでした",
        401: "Jグランツが認証を求めました",
        403: "Jグランツに利用を断られました",
        404: "Jグランツに見つかりません",
        429: "Jグランツが混み合っています",
        500: "Jグランツの側で障害が起きています",
        501: "Jグランツがこの機能に対応していません",
        503: "Jグランツが一時的に止まっています",
    }
)
_LONGEST_REASON = 80


class Refusal(Exception):
    """One request without a good answer: the text says why (no full stop); `again` whether a retry may help."""

    def __init__(self, text: str, again: bool = True, status: int = 0, retry_after: str | None = None) -> None:
        super().__init__(text)
        self.again = again
        self.busy = status == httpx.codes.TOO_MANY_REQUESTS
        self.gone = status == httpx.codes.NOT_FOUND
        self.retry_after = retry_after


def checked(response: httpx.Response, body: bytes) -> bytes:
    """The body of an answer with status 200. Raises `Refusal` for any other."""
    status = response.status_code
    if status == httpx.codes.OK:
        return body
    meaning = _MEANINGS.get(status, "Jグランツから思わぬ応答がありました")
    text = "・".join(each for each in (f"{meaning}（{status}）", _reason(body)) if each)
    raise Refusal(text, _may_pass(status), status, response.headers.get("Retry-After"))


def wait_told(retry_after: str | None, now: datetime) -> float | None:
    """Seconds to wait by a `Retry-After` header, which holds seconds or a date; None without a readable one."""
    if retry_after is None:
        return None
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds(), 0.0)


def _may_pass(status: int) -> bool:
    """Whether it is a trouble of the moment."""
    return status == httpx.codes.TOO_MANY_REQUESTS or (status >= 500 and status != httpx.codes.NOT_IMPLEMENTED)


def _reason(body: bytes) -> str:
    """What the API says itself, on one short line."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    if not isinstance(told, Mapping):
        return ""
    parts = (told.get(key) for key in ("errorCode", "title", "message"))
    return one_line(" ".join(each for each in parts if isinstance(each, str)))[:_LONGEST_REASON]
