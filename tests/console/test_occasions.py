"""The page of events and clinics."""

import httpx
import pytest

from desk.domain.occasions import OccasionKind
from desk.services.context import Desk
from desk.services.occasions import coming
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

FORM = {
    "kind": "clinic",
    "title": "知財の無料相談",
    "text": "",
    "host": "弁理士",
    "place": "区役所 3階",
    "starts_at": "2027-01-14T13:00",
    "ends_at": "2027-01-14T16:00",
    "url": "",
}


@pytest.fixture
def editor(visitor: Console, desk: Desk) -> Console:
    """田中, who edits what people are told, logged in."""
    create_staff(desk, "tanaka", "田中 恵", "editor", PASSWORD)
    visitor.log_in("tanaka")
    return visitor


def token(console: Console) -> str:
    """The token of this page, which an editor may open."""
    return console.token("/console/occasions")


def test_an_editor_enters_a_clinic_moves_it_and_calls_it_off(editor: Console, desk: Desk) -> None:
    # given a clinic in the afternoon, Japan's time
    saved = editor.post("/console/occasions", csrf=token(editor), **FORM)
    assert saved.headers["location"] == "/console/occasions?done=saved"
    (entered,) = coming(desk, OccasionKind.CLINIC)
    assert entered.occasion.starts_at.isoformat() == "2027-01-14T13:00:00+09:00"
    assert "1月14日（木）13時〜16時 知財の無料相談（専門家の相談日）" in text_of(editor.get("/console/occasions"))

    # when it is moved
    moved = FORM | {"place": "オンライン"}
    editor.post(f"/console/occasions/{entered.id}", csrf=token(editor), **moved)
    assert coming(desk)[0].occasion.place == "オンライン"

    # and called off
    editor.post(f"/console/occasions/{entered.id}/off", csrf=token(editor))
    assert coming(desk) == []


@pytest.mark.parametrize(
    ("ends_at", "starts_at", "said"),
    [
        ("2027-01-14T12:00", "2027-01-14T13:00", "終わりの日時が始まりより前か同じです"),
        ("2020-01-14T16:00", "2020-01-14T13:00", "もう終わっている日時です"),
    ],
)
def test_an_impossible_time_is_explained_and_what_was_written_stays(
    editor: Console, desk: Desk, ends_at: str, starts_at: str, said: str
) -> None:
    page = editor.post("/console/occasions", csrf=token(editor), **FORM | {"starts_at": starts_at, "ends_at": ends_at})

    assert page.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert said in text_of(page)
    assert f'value="{ends_at}"' in page.text
    assert coming(desk) == []


def test_an_address_that_is_none_is_not_kept(editor: Console, desk: Desk) -> None:
    page = editor.post("/console/occasions", csrf=token(editor), **FORM | {"url": "javascript:alert(1)"})

    assert page.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert coming(desk) == []


def test_whoever_does_not_edit_content_has_no_such_page(console: Console) -> None:
    assert console.get("/console/occasions").status_code == httpx.codes.FORBIDDEN
