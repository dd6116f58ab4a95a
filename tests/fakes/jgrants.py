"""A small Jグランツ: speaks the documented API over HTTP, with the failures that a real one has."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.fakes.serving import served
from tests.running import free_port

SORTS = ("created_date", "acceptance_start_datetime", "acceptance_end_datetime")
#: what a list tells of a grant; the rest is in its detail
LISTED = (
    "id", "name", "title", "target_area_search", "subsidy_max_limit", "acceptance_start_datetime",
    "acceptance_end_datetime", "target_number_of_employees", "institution_name",
)  # fmt: skip
TYPE = "https://developers.digital.go.jp/documents/jgrants/api/"


@dataclass(frozen=True)
class Failure:
    """What is answered once instead of the right thing."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    #: seconds before the answer, and between the pieces of its body
    delay: float = 0.0
    dribble: float = 0.0


@dataclass(frozen=True)
class Asked:
    """A request that arrived: its path without the version's prefix, its query and headers."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass
class FakeJGrants:
    """The portal's data, what is to go wrong, and what was asked."""

    url: str
    grants: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: path or keyword → failures, used up one by one
    failures: dict[str, list[Failure]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    versions: tuple[str, ...] = ("v1", "v2")
    now: datetime = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    #: how many entries of a list are held back, though counted
    held_back: int = 0

    def app(self) -> Starlette:
        """The ASGI application."""
        return Starlette(
            routes=[
                Route("/exp/v1/public/subsidies", self.list),
                Route("/exp/{version}/public/subsidies/id/{id}", self.detail),
            ]
        )

    def add(self, *grants: Mapping[str, Any]) -> None:
        """Put grants on the portal."""
        self.grants |= {grant["id"]: dict(grant) for grant in grants}

    def fail(self, subject: str, *failures: Failure) -> None:
        """Let the next requests for a keyword or a path fail, in this order."""
        self.failures.setdefault(subject, []).extend(failures)

    def paths(self) -> list[str]:
        """What was asked for, in short: keywords, and ids with their version."""
        return [each.query.get("keyword") or each.path for each in self.asked]

    async def list(self, request: Request) -> Response:
        """`GET /exp/v1/public/subsidies`."""
        keyword = request.query_params.get("keyword", "")
        failure = self._note(request, "list", keyword)
        if failure is not None:
            return await _failed(failure)
        if not self._valid(request):
            return JSONResponse({"type": TYPE, "errorCode": "E-ML-0001", "title": "Bad Request"}, 400)
        found = [grant for grant in self.grants.values() if keyword in grant.get("title", "") + grant.get("detail", "")]
        if request.query_params["acceptance"] == "1":
            found = [grant for grant in found if self._open(grant)]
        entries = [{key: grant[key] for key in LISTED if key in grant} for grant in found]
        return _answer(entries[: len(entries) - self.held_back], len(entries))

    async def detail(self, request: Request) -> Response:
        """`GET /exp/v1|v2/public/subsidies/id/{id}`; only version 2 tells the calls, and it alone."""
        version, grant_id = request.path_params["version"], request.path_params["id"]
        failure = self._note(request, f"{version}/{grant_id}", grant_id)
        if failure is not None:
            return await _failed(failure)
        if version not in self.versions or grant_id not in self.grants:
            return JSONResponse({"type": TYPE, "errorCode": "E-ML-0404", "title": "Not Found"}, 404)
        left_out = "workflow" if version == "v1" else "acceptance_"
        grant = self.grants[grant_id]
        return _answer([{key: value for key, value in grant.items() if not key.startswith(left_out)}], 1)

    def _note(self, request: Request, path: str, subject: str) -> Failure | None:
        self.asked.append(Asked(path, dict(request.query_params), dict(request.headers)))
        waiting = self.failures.get(path) or self.failures.get(subject)
        return waiting.pop(0) if waiting else None

    def _valid(self, request: Request) -> bool:
        query = request.query_params
        keyword = query.get("keyword", "")
        sound = 2 <= len(keyword) <= 255 and not any(each.isspace() for each in keyword)
        return (
            sound
            and query.get("sort") in SORTS
            and query.get("order") in ("ASC", "DESC")
            and query.get("acceptance") in ("0", "1")
        )

    def _open(self, grant: Mapping[str, Any]) -> bool:
        """Whether the grant accepts applications; one without dates always does."""
        start, end = grant.get("acceptance_start_datetime"), grant.get("acceptance_end_datetime")
        started = not start or datetime.fromisoformat(start) <= self.now
        return started and (not end or datetime.fromisoformat(end) > self.now)


def _answer(result: list[dict[str, Any]], count: int) -> Response:
    return JSONResponse({"metadata": {"type": TYPE, "resultset": {"count": count}}, "result": result})


async def _failed(failure: Failure) -> Response:
    await asyncio.sleep(failure.delay)
    if failure.dribble:
        return StreamingResponse(_dribble(failure), failure.status)
    return Response(failure.body, failure.status, dict(failure.headers), "application/json")


async def _dribble(failure: Failure) -> AsyncIterator[str]:
    for piece in failure.body:
        await asyncio.sleep(failure.dribble)
        yield piece


@contextmanager
def fake_jgrants() -> Iterator[FakeJGrants]:
    """An empty portal on a free port."""
    port = free_port()
    fake = FakeJGrants(f"http://127.0.0.1:{port}/exp")
    with served(fake.app(), port):
        yield fake
