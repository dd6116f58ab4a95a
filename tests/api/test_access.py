"""The staff API opens to holders of the token alone, whatever is asked of it."""

import httpx
import pytest

from desk.services.context import Desk
from tests.channels.reach import TOKEN, on_sqlite
from tests.services.logins import recorded
from tests.services.people import cases_of, handed_over, person

pytestmark = on_sqlite

NUMBER = "I-2026-000001"
REQUESTS = [
    ("GET", "/api/cases", None),
    ("GET", f"/api/cases/{NUMBER}", None),
    ("GET", "/api/cases/I-2026-999999", None),
    ("POST", f"/api/cases/{NUMBER}/messages", {"text": "こんにちは"}),
    ("PATCH", f"/api/cases/{NUMBER}", {"status": "closed"}),
    ("PATCH", f"/api/cases/{NUMBER}", {"status": "no such status"}),
]
TOKENS = {
    "no header": {},
    "an empty token": {"Authorization": "Bearer"},
    "another token": {"Authorization": "Bearer staff-token"},
    "the token with something behind it": {"Authorization": f"Bearer {TOKEN}x"},
    "a token in Japanese": {"Authorization": "Bearer 職員用の合言葉".encode()},
    "another scheme": {"Authorization": f"Basic {TOKEN}"},
}


@pytest.mark.parametrize(("method", "path", "body"), REQUESTS, ids=[f"{each[0]} {each[1]}" for each in REQUESTS])
def test_nothing_is_read_or_changed_without_the_token(
    stranger: httpx.Client, desk: Desk, method: str, path: str, body: dict[str, str] | None
) -> None:
    handed_over(desk, person(desk))

    response = stranger.request(method, path, json=body)

    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert response.headers["content-type"] == "application/problem+json"
    assert "佐々木" not in response.text
    assert [case.status for case in cases_of(desk, person(desk))] == ["new"]


@pytest.mark.parametrize("headers", TOKENS.values(), ids=TOKENS)
def test_only_the_very_token_opens(stranger: httpx.Client, headers: dict[str, str]) -> None:
    assert stranger.get("/api/cases", headers=headers).status_code == 401


def test_the_token_opens(staff: httpx.Client) -> None:
    assert staff.get("/api/cases").status_code == 200


def test_what_anybody_may_ask_needs_no_token(stranger: httpx.Client) -> None:
    assert stranger.post("/api/recommendations", json={"facts": {"area": "板橋区"}}).status_code == 200
    assert stranger.get("/healthz").status_code == 200
    assert stranger.get("/openapi.json").status_code == 200


def test_what_the_api_reads_and_changes_stands_in_the_record(staff: httpx.Client, desk: Desk) -> None:
    number = handed_over(desk, person(desk))

    staff.get("/api/cases?q=めっき&status=new")
    staff.get(f"/api/cases/{number}")
    staff.post(f"/api/cases/{number}/messages", json={"text": "お電話します。"})
    staff.patch(f"/api/cases/{number}", json={"status": "in_progress"})

    listed, *others = recorded(desk, "cases_listed", "case_read", "message_sent", "case_changed")
    assert listed[:3] == ("api", "cases_listed", "")
    assert listed[3] == {"words": [desk.safeguards.digest("めっき")], "status": "new"}
    assert others == [("api", kind, number, {}) for kind in ("case_read", "message_sent", "case_changed")]
