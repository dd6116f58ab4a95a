"""The desk's own data in the console."""

import httpx
import pytest

from desk.services.context import Desk
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, text_of
from tests.console.editing import send

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/console/desk"


@pytest.fixture
def lead(visitor: Console, desk: Desk) -> Console:
    """森, who leads the desk."""
    create_staff(desk, "mori", "森 明", "lead", PASSWORD)
    visitor.log_in("mori")
    return visitor


def test_hours_set_in_the_console_stand_on_the_public_page_at_once(lead: Console) -> None:
    answer = send(lead, PAGE, reason="開く時刻を変えます", **{"hours-opens": "10:00", "phone": "03-1234-5678"})

    assert answer.headers["location"] == f"{PAGE}?done=profile"
    public = text_of(lead.get("/programs"))
    assert "10:00〜17:00" in public
    assert "03-1234-5678" in public
    assert "開く時刻を変えます" in text_of(lead.get(PAGE))


def test_what_is_wrong_is_named_and_what_was_typed_stays(lead: Console) -> None:
    answer = send(lead, PAGE, reason="休み", **{"hours-closures": "来年の正月", "phone": "でんわ"})

    page = text_of(answer)
    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "電話は「03-1234-5678」のように書いてください" in page
    assert "一行に一日ずつ" in page
    assert "来年の正月" in answer.text


def test_only_those_who_manage_the_desk_come_in(console: Console) -> None:
    assert console.get(PAGE).status_code == httpx.codes.FORBIDDEN
