"""For operators and their probes: alive, ready, measured."""

from typing import Annotated

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Response, status
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from desk.api.understanding import rasa_of
from desk.channels.rasa import Rasa
from desk.channels.request import desk_of
from desk.services.context import Desk
from desk.services.health import database_answers

router = APIRouter(tags=["operation"])


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


@router.get("/readyz")
async def readyz(
    response: Response, desk: Annotated[Desk, Depends(desk_of)], rasa: Annotated[Rasa, Depends(rasa_of)]
) -> dict[str, bool]:
    """Database, and Rasa with a model, are ready; 503 while one of them is not."""
    states = {"database": await in_thread(database_answers, desk), "rasa": await rasa.healthy()}
    if not all(states.values()):
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    return states


@router.get("/metrics")
def metrics() -> Response:
    """Prometheus metrics."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
