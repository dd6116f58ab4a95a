"""Notes on the page of a case."""

import httpx

from desk.services.context import Desk
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, open_case, text_of


def test_a_note_stands_on_the_page_and_in_the_events(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")

    done = console.post(f"/console/cases/{number}/notes", note="<b>電話</b>が苦手とのこと。")

    page = text_of(console.get(done.headers["location"]))
    assert "メモを書きました。" in page
    assert "<b>電話</b>が苦手とのこと。" in page
    assert "佐藤 花子 ：メモを書きました" in page


def test_an_empty_note_is_not_taken(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")

    assert console.post(f"/console/cases/{number}/notes", note=" ").status_code == httpx.codes.UNPROCESSABLE_ENTITY


def test_an_auditor_reads_notes_and_writes_none(visitor: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    create_staff(desk, "kansa", "監査 太郎", "auditor", PASSWORD)
    visitor.log_in("kansa")

    assert "メモを残す" not in text_of(visitor.get(f"/console/cases/{number}"))
    refused = visitor.post(f"/console/cases/{number}/notes", note="見ました。")
    assert refused.status_code == httpx.codes.FORBIDDEN


def test_drafts_appear_on_wish_with_their_source(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    console.post(f"/console/cases/{number}/take-over")

    console.post(f"/console/cases/{number}/suggesting", on="true")

    page = text_of(console.get(f"/console/cases/{number}"))
    assert "下書きの提案を止める" in page
    assert "下書きの提案を始めました" in page
