"""`GET /api/knowledge`."""

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from desk.api import knowledge, problems


def ask(**params: Any) -> httpx.Response:
    """The answer of the knowledge API alone; it needs neither database nor Rasa."""
    app = FastAPI()
    problems.install(app)
    app.include_router(knowledge.router)
    return asyncio.run(_get(app, params))


async def _get(app: FastAPI, params: dict[str, Any]) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk") as client:
        return await client.get("/api/knowledge", params=params)


def test_entries_come_with_score_source_and_day() -> None:
    answer = ask(q="TLOとは", limit=3)

    assert answer.status_code == 200
    first = answer.json()["items"][0]
    assert set(first) == {"id", "title", "text", "score", "source", "url", "as_of"}
    assert first["id"] == "tlo"
    assert first["as_of"] == "2026-11-22"


def test_the_best_comes_first_and_the_limit_holds() -> None:
    items = ask(q="特許の費用", limit=2).json()["items"]

    assert len(items) == 2
    assert items[0]["score"] >= items[1]["score"] > 0


def test_nothing_in_common_gives_an_empty_list() -> None:
    assert ask(q="？！").json() == {"items": []}


@pytest.mark.parametrize("params", [{}, {"q": ""}, {"q": "特許", "limit": 0}, {"q": "あ" * 401}])
def test_a_query_that_does_not_fit_is_named(params: dict[str, str]) -> None:
    answer = ask(**params)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0]["field"].startswith("query.")
