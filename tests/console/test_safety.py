"""What no request of the console gets past, on either database."""

import httpx

from desk.services.context import Desk
from tests.console.conftest import Console, open_case, text_of


def test_a_nul_is_refused_kindly_on_either_database(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    forms = {"answer": "text", "outcome": "outcome", "assignee": "assignee"}
    answers = [console.post(f"/console/cases/{number}/{path}", **{name: "あ\x00"}) for path, name in forms.items()]
    answers += [console.get(path) for path in ("/console/?q=%00", "/console/cases/%00", "/console/login?next=%00")]

    for answer in answers:
        assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
        assert "読み取れない文字" in text_of(answer)
