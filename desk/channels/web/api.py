"""The API of the chat panel: a session, messages in, and messages out by long polling.

Long polling instead of a stream: it survives the isolating proxies of municipal networks, and replay after a lost
connection is the same request as any other.
"""

import hashlib
import secrets
from datetime import datetime
from typing import Annotated, Any

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Header, HTTPException, Query, status
from pydantic import BaseModel, Field

from desk.channels.holding import LONGEST_WAIT, hold
from desk.channels.relay import Relay
from desk.channels.request import relay_of
from desk.services.attendance import Partner, end_sign, partner_of, show_sign, signs_subject
from desk.services.conversations import Said, find_conversation, mark_seen, messages_after, open_conversation
from desk.services.signs import PERSON, Sign

router = APIRouter(prefix="/chat", tags=["chat"])

#: more than a person types; the panel says so before it is reached
MAX_MESSAGE = 3_000


class Session(BaseModel):
    """A new chat. Whoever holds the token holds the conversation."""

    token: str


class Typed(BaseModel):
    """A message from the panel. `client_id` is the panel's own id for it: sent twice, it counts once."""

    text: str = Field(min_length=1, max_length=MAX_MESSAGE)
    client_id: str = Field(min_length=8, max_length=64)


class Line(BaseModel):
    """One message of the chat; `language` of the bot's own words: ja, easy or en."""

    id: int
    author: str
    text: str
    buttons: list[dict[str, str]] = []
    custom: dict[str, Any] | None = None
    language: str = "ja"
    at: datetime


class Lines(BaseModel):
    """What was said since; `busy` while an answer is on its way; `partner` is who answers, or is writing just now."""

    messages: list[Line]
    busy: bool
    partner: Partner


def conversation_of(relay: Annotated[Relay, Depends(relay_of)], authorization: Annotated[str, Header()] = "") -> str:
    """The conversation behind a bearer token; 401 when there is none."""
    token = authorization.removeprefix("Bearer ").strip()
    conversation = find_conversation(relay.desk, "web", _address(token)) if token else None
    if conversation is None:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "会話が見つかりません。ページを開き直してください。")
    return conversation


@router.post("/sessions", status_code=status.HTTP_201_CREATED)
def start(relay: Annotated[Relay, Depends(relay_of)]) -> Session:
    """Begin a chat."""
    token = secrets.token_urlsafe(32)
    open_conversation(relay.desk, "web", _address(token))
    return Session(token=token)


@router.post("/messages", status_code=status.HTTP_202_ACCEPTED)
async def say(
    typed: Typed, relay: Annotated[Relay, Depends(relay_of)], conversation: Annotated[str, Depends(conversation_of)]
) -> dict[str, int]:
    """Say something. It is stored when this returns; the answer comes with the next messages."""
    receipt = await relay.take(conversation, typed.text, typed.client_id)
    end_sign(relay.desk, conversation, Sign.WRITING, PERSON)
    return {"id": receipt.message_id}


@router.post("/typing", status_code=status.HTTP_204_NO_CONTENT)
def write(relay: Annotated[Relay, Depends(relay_of)], conversation: Annotated[str, Depends(conversation_of)]) -> None:
    """The person is writing; staff who look on see that, and nothing of what is written."""
    show_sign(relay.desk, conversation, Sign.WRITING, PERSON)


@router.get("/messages")
async def read(
    relay: Annotated[Relay, Depends(relay_of)],
    conversation: Annotated[str, Depends(conversation_of)],
    after: Annotated[int, Query(ge=0)] = 0,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    partner: Partner | None = None,
) -> Lines:
    """What was said after message `after`; held open up to `wait` seconds until there is something.

    A panel that shows who answers names it as `partner`, and is told at once when somebody else does.
    """
    desk = relay.desk

    def look() -> Lines | None:
        fresh, answers = messages_after(desk, conversation, after), partner_of(desk, conversation)
        if fresh:
            mark_seen(desk, conversation, fresh[-1].id)
        elif wait and partner in (None, answers):
            return None
        return Lines(messages=[_line(said) for said in fresh], busy=relay.busy(conversation), partner=answers)

    subjects = (conversation, signs_subject(conversation))
    told = await hold(desk.changes, subjects, wait, look, lambda: desk.signs.soonest_end(conversation))
    return told or Lines(
        messages=[], busy=relay.busy(conversation), partner=await in_thread(partner_of, desk, conversation)
    )


def _line(said: Said) -> Line:
    return Line(
        id=said.id,
        author=said.author,
        text=said.text,
        buttons=said.content.get("buttons", []),
        custom=said.content.get("custom"),
        language=said.content.get("language", "ja"),
        at=said.at,
    )


def _address(token: str) -> str:
    """Only the hash of a token is stored: a copy of the database opens no chat."""
    return hashlib.sha256(token.encode()).hexdigest()
