"""For operators and their probes: alive, ready, measured."""

from typing import Annotated

from anyio.to_thread import run_sync as in_thread
from fastapi import APIRouter, Depends, Response, status
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from desk.api.understanding import rasa_of
from desk.channels.rasa import Rasa
from desk.channels.request import desk_of
from desk.services.context import Desk
from desk.services.health import database_answers
from desk.services.operation import read_burden

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
def metrics(desk: Annotated[Desk, Depends(desk_of)]) -> Response:
    """Prometheus metrics (`docs/metrics.md`): what this process has done, and what stands in the record now."""
    return Response(generate_latest() + generate_latest(_now(desk)), media_type=CONTENT_TYPE_LATEST)


def _now(desk: Desk) -> CollectorRegistry:
    """Gauges of this moment; without a database only that it does not answer."""
    registry = CollectorRegistry()
    up = database_answers(desk)
    Gauge("desk_database_up", "Whether the database answers", registry=registry).set(up)
    if up:
        burden = read_burden(desk)
        Gauge("desk_cases_open", "Cases that are not closed", registry=registry).set(burden.open_cases)
        Gauge("desk_cases_overdue", "Open cases past the promised first reply, without any", registry=registry).set(
            burden.overdue_cases
        )
        Gauge("desk_cases_unled", "Open cases that nobody leads", registry=registry).set(burden.unled_cases)
    return registry
