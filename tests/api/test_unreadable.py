"""Text that nobody types is refused with a sentence, on either database."""

import httpx

from desk.services.context import Desk
from tests.services.people import handed_over, person

NUMBER = "I-2026-000001"
NUL_SENT = [
    ("GET", "/api/cases?q=%00", None),
    ("GET", "/api/cases/I-2026%00", None),
    ("POST", f"/api/cases/{NUMBER}/messages", {"text": "こんにちは\x00"}),
    ("PATCH", f"/api/cases/{NUMBER}", {"outcome": "紹介\x00"}),
    ("PATCH", f"/api/cases/{NUMBER}", {"assignee": "\x00"}),
]


def test_a_nul_is_refused_kindly_on_either_database(staff: httpx.Client, desk: Desk) -> None:
    handed_over(desk, person(desk))

    for method, path, body in NUL_SENT:
        response = staff.request(method, path, json=body)
        assert (response.status_code, path) == (422, path)
        assert "制御文字" in response.json()["detail"]
