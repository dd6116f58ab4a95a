"""Who may use the staff API: holders of the bearer token."""

import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Header, HTTPException, Request, status

from desk.channels.request import desk_of
from desk.channels.touched import asked_of, subject_of
from desk.domain.audit import Doer, Kind, Via
from desk.services.audit import record_now
from desk.services.context import Desk

ACTOR = "api"
#: how JSON writes a NUL
ESCAPED_NUL = b"\\u0000"


def need_token(request: Request, authorization: Annotated[str, Header()] = "") -> None:
    """401 without the right token; compared in constant time."""
    given = authorization.removeprefix("Bearer ").strip()
    expected: str = request.app.state.api_token
    if not secrets.compare_digest(given.encode(), expected.encode()):
        raise HTTPException(
            status.HTTP_401_UNAUTHORIZED, "職員用APIの利用にはトークンが必要です。", {"WWW-Authenticate": "Bearer"}
        )


async def need_readable(request: Request) -> None:
    """422 for a NUL anywhere: nobody types one, and PostgreSQL stores none."""
    sent: list[Any] = [*request.path_params.values(), *(value for _, value in request.query_params.multi_items())]
    if ESCAPED_NUL in (body := await request.body()):
        with suppress(ValueError):  # what is no JSON is refused elsewhere
            sent.append(json.loads(body))
    if any("\x00" in text for text in texts_of(sent)):
        raise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT, "読み取れない文字（制御文字）が入っています。")


def texts_of(value: Any) -> Iterator[str]:
    """All texts of a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_of(each)


@dataclass(frozen=True)
class Audited:
    """After `need_token`: what is about to be read or changed goes into the record first."""

    kind: Kind

    def __call__(self, request: Request, desk: Annotated[Desk, Depends(desk_of)]) -> None:
        """What cannot be recorded does not happen."""
        record_now(desk, Doer(ACTOR, Via.API), self.kind, subject_of(request), asked_of(request, desk))


audited = Audited
