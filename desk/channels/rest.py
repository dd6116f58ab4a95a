"""Rasa's REST channel for any client written for it: a message in, the replies out."""

from typing import Annotated, Any

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from desk.channels.relay import Relay
from desk.channels.request import relay_of
from desk.services.conversations import MAX_TEXT, open_conversation

router = APIRouter(tags=["chat"])


class Incoming(BaseModel):
    """A message of Rasa's REST channel. `metadata.message_id`, when given, makes a repetition harmless."""

    sender: str = Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")
    message: str = Field(max_length=MAX_TEXT)
    metadata: dict[str, Any] = Field(default_factory=dict)


class Outgoing(BaseModel):
    """One reply."""

    recipient_id: str
    text: str | None = None
    buttons: list[dict[str, str]] | None = None
    custom: dict[str, Any] | None = None


@router.post("/webhooks/rest/webhook", response_model_exclude_none=True)
async def talk(incoming: Incoming, relay: Annotated[Relay, Depends(relay_of)]) -> list[Outgoing]:
    """Say something to the desk and get what it replies, with anything staff have written meanwhile."""
    conversation = await in_thread(open_conversation, relay.desk, "rest", incoming.sender)
    external_id = incoming.metadata.get("message_id")
    replies = await relay.hear(conversation, incoming.message, str(external_id) if external_id else None)
    return [Outgoing(recipient_id=incoming.sender, text=said.text or None, **said.content) for said in replies]
