"""Every error is a problem document with a sentence for people, and says nothing of the inside."""

import httpx
import pytest
from structlog.testing import capture_logs

from desk.db.base import Base
from desk.services.context import Desk
from tests.channels.reach import TOKEN, on_sqlite

pytestmark = on_sqlite


@pytest.fixture
def broken(desk: Desk, stranger: httpx.Client) -> httpx.Client:
    """The application, running, whose tables have vanished."""
    Base.metadata.drop_all(desk.database.engine)
    stranger.headers["Authorization"] = f"Bearer {TOKEN}"
    return stranger


def check_problem(response: httpx.Response, status: int) -> str:
    """It is a problem document of this status; its sentence."""
    body = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"].endswith("。")
    return str(body["detail"])


@pytest.mark.parametrize("path", ["/no/such/page", "/api/nothing", "/model", "/chat/nothing", "/api", "/docs"])
def test_an_unknown_address_is_told_in_words(stranger: httpx.Client, path: str) -> None:
    assert check_problem(stranger.get(path), 404) == "お探しのページはありません。アドレスをお確かめください。"


@pytest.mark.parametrize(
    ("method", "path"),
    [("DELETE", "/api/cases"), ("GET", "/webhooks/rest/webhook"), ("PUT", "/api/understand"), ("PATCH", "/healthz")],
)
def test_a_method_that_is_not_offered_is_told_in_words(stranger: httpx.Client, method: str, path: str) -> None:
    response = stranger.request(method, path)

    check_problem(response, 405)
    assert response.headers["allow"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("/webhooks/rest/webhook", b"{"),
        ("/webhooks/rest/webhook", b"\xff\xfe"),
        ("/api/understand", b"[]"),
        ("/api/recommendations", b'"facts"'),
    ],
)
def test_a_body_that_cannot_be_read_is_the_clients_matter(stranger: httpx.Client, path: str, content: bytes) -> None:
    response = stranger.post(path, content=content, headers={"Content-Type": "application/json"})

    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["errors"]


def test_what_was_sent_is_not_repeated_in_an_error(stranger: httpx.Client) -> None:
    body = {"sender": "佐々木", "message": {"電話": "03-1234-5678"}}

    response = stranger.post("/webhooks/rest/webhook", json=body)

    assert response.status_code == 422
    assert "03-1234-5678" not in response.text


def test_an_error_inside_is_told_kindly_and_without_internals(broken: httpx.Client) -> None:
    with capture_logs() as logged:
        response = broken.get("/api/cases")

    detail = check_problem(response, 500)
    assert detail == "処理中に問題が起きました。時間をおいてもう一度お試しください。"
    assert not any(word in response.text for word in ("sqlite", "sqlalchemy", "Traceback", "SELECT", "cases"))
    # Jobs run beside the requests and fail for themselves.
    assert [event["event"] for event in logged if event["event"] != "job_failed"] == ["request_failed"]


def test_a_person_who_writes_while_the_database_fails_hears_of_it(broken: httpx.Client) -> None:
    response = broken.post("/webhooks/rest/webhook", json={"sender": "佐々木", "message": "助成金を探しています"})

    assert "助成金" not in response.text
    check_problem(response, 500)


def test_every_refusal_of_the_api_is_described_for_programs(stranger: httpx.Client) -> None:
    described = stranger.get("/openapi.json").json()

    assert described["openapi"].startswith("3.")
    assert {"/api/cases", "/api/cases/{number}", "/api/recommendations", "/api/understand"} <= described["paths"].keys()
    assert "/rasa/actions" not in described["paths"]
