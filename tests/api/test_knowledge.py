"""`GET /api/knowledge`."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from desk.api import knowledge, problems
from desk.services.context import Desk

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(desk: Desk) -> Ask:
    """The answer of the knowledge API alone; it needs no Rasa."""
    app = FastAPI()
    app.state.desk = desk
    problems.install(app)
    app.include_router(knowledge.router)
    return lambda **params: asyncio.run(_get(app, params))


async def _get(app: FastAPI, params: dict[str, Any]) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk") as client:
        return await client.get("/api/knowledge", params=params)


def test_entries_come_with_score_source_and_day(ask: Ask) -> None:
    answer = ask(q="TLOとは", limit=3)

    assert answer.status_code == 200
    first = answer.json()["items"][0]
    assert set(first) == {"id", "title", "text", "score", "source", "url", "as_of"}
    assert first["id"] == "tlo"
    assert first["as_of"] == "2026-11-22"


def test_the_best_comes_first_and_the_limit_holds(ask: Ask) -> None:
    items = ask(q="特許の費用", limit=2).json()["items"]

    assert len(items) == 2
    assert items[0]["id"] == ask(q="特許の費用", limit=1).json()["items"][0]["id"]
    assert all(item["score"] > 0 for item in items)


def test_nothing_in_common_gives_an_empty_list(ask: Ask) -> None:
    assert ask(q="？！").json() == {"items": []}


@pytest.mark.parametrize("params", [{}, {"q": ""}, {"q": "特許", "limit": 0}, {"q": "あ" * 401}])
def test_a_query_that_does_not_fit_is_named(ask: Ask, params: dict[str, str]) -> None:
    answer = ask(**params)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"].startswith("query.")
