"""How a sentence is understood, for tests and for staff."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, Field

from desk.channels.rasa import Rasa

router = APIRouter(prefix="/api", tags=["understanding"])


class Text(BaseModel):
    """A sentence, and optionally the fact that was just asked."""

    text: str = Field(max_length=10_000)
    asked: str | None = None


class Guess(BaseModel):
    """An intent with its calibrated probability."""

    intent: str
    confidence: float


class Entity(BaseModel):
    """Something found in the text: `value` normalised, `text` as written, offsets into the text as sent."""

    entity: str
    value: Any
    text: str
    start: int
    end: int


class Understood(BaseModel):
    """Intent, ranking and entities."""

    intent: str
    confidence: float
    ranking: list[Guess]
    entities: list[Entity]


def rasa_of(request: Request) -> Rasa:
    """The way to Rasa."""
    rasa: Rasa = request.app.state.rasa
    return rasa


@router.post("/understand")
async def understand(body: Text, rasa: Annotated[Rasa, Depends(rasa_of)]) -> Understood:
    """Intent and entities of a text; 503 while Rasa does not answer."""
    parsed = await rasa.parse(body.text, body.asked)
    top = parsed["intent"]
    return Understood(
        intent=top["name"],
        confidence=top["confidence"],
        ranking=[Guess(intent=each["name"], confidence=each["confidence"]) for each in parsed.get("ranking", [])],
        entities=[_entity(each, body.text) for each in parsed["entities"]],
    )


def _entity(found: dict[str, Any], text: str) -> Entity:
    start, end = found["start"], found["end"]
    return Entity(
        entity=found["entity"], value=found["value"], text=found.get("text") or text[start:end], start=start, end=end
    )
