"""`GET /api/knowledge`: terms and basic ideas that a question leads to."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from desk.channels.request import desk_of
from desk.services.context import Desk
from desk.services.knowledge import Found, search_knowledge

router = APIRouter(prefix="/api", tags=["knowledge"])


class KnowledgeItem(BaseModel):
    """An entry with its score: about 1 when the question asks just that. `source` is a law, a page or the desk."""

    id: str
    title: str
    text: str
    score: float
    source: str
    url: str | None
    as_of: date


class KnowledgeList(BaseModel):
    """Entries, the best first."""

    items: list[KnowledgeItem]


@router.get("/knowledge")
def search(
    desk: Annotated[Desk, Depends(desk_of)],
    q: Annotated[str, Query(min_length=1, max_length=400)],
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
) -> KnowledgeList:
    """What the desk can say about a question; empty when nothing has anything in common with it."""
    return KnowledgeList(items=[_item(found) for found in search_knowledge(desk.library, q, limit)])


def _item(found: Found) -> KnowledgeItem:
    entry, source = found.entry, found.entry.source
    return KnowledgeItem(
        id=entry.id,
        title=entry.title,
        text=entry.answer,
        score=round(found.score, 4),
        source=source.title,
        url=source.url,
        as_of=entry.as_of,
    )
