"""What staff take away: a record that can be read as text, a list that a spreadsheet opens, and a trace of both."""

import csv
import io
from urllib.parse import unquote

import httpx
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from desk.db.tables import AuditEntry
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.staff import create_staff
from tests.console.conftest import PASSWORD, Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def words_of(response: httpx.Response) -> str:
    """The text of a PDF, without its line breaks."""
    pages = PdfReader(io.BytesIO(response.content)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "")


def rows_of(response: httpx.Response) -> list[dict[str, str]]:
    """The lines of a CSV file, as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def file_name(response: httpx.Response) -> str:
    """The name under which a browser stores it."""
    return unquote(response.headers["content-disposition"].partition("''")[2])


def test_the_record_of_a_case_says_all_that_is_known(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a", company="髙橋製作所①")
    answer_case(desk, number, "制度を2つご案内します。\n電話でもうかがいます。", "sato")
    change = {"assignee": "sato", "outcome": "制度を案内", "contact_preference": "電話は午後に"}
    update_case(desk, number, "sato", change)
    record = console.get(f"/console/cases/{number}/record.pdf")
    text = words_of(record)
    assert record.headers["content-type"] == "application/pdf"
    for part in (
        f"相談記録票　{number}",
        "髙橋製作所①",
        "田中 太郎",
        "tanaka@example.jp",
        "電話は午後に",
        "同意（文面の版：2026-11-22）",
        "電話でもうかがいます。",
        "返事を送りました",
        "佐藤 花子",
        "制度を案内",
        "取扱注意",
        "2026年11月24日（火）10時",
        "2026-11-24 10:00",
        "1 / ",
    ):
        assert part in text, part


def test_a_character_that_the_font_does_not_have_is_marked(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a", company="𠮷野製作所😀㈱髙﨑①")
    assert "〓野製作所〓㈱髙﨑①" in words_of(console.get(f"/console/cases/{number}/record.pdf"))


def test_its_font_is_inside(console: Console, desk: Desk) -> None:
    record = console.get(f"/console/cases/{open_case(desk, 'a')}/record.pdf")
    fonts = PdfReader(io.BytesIO(record.content)).pages[0]["/Resources"]["/Font"]
    (font,) = fonts.values()
    assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"]


def test_a_long_talk_goes_over_several_pages(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    for place in range(60):
        answer_case(desk, number, f"{place}番目のお知らせです。" + "めっきの剥がれについて調べました。" * 6, "sato")
    record = console.get(f"/console/cases/{number}/record.pdf")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(record.content)).pages]
    assert len(pages) > 2
    assert all(f"相談記録票　{number}" in page for page in pages)
    assert "59番目のお知らせです。" in words_of(record)


def test_the_files_are_named_by_what_they_hold_and_the_day(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    assert file_name(console.get(f"/console/cases/{number}/record.pdf")) == f"相談記録票_{number}_20261124.pdf"
    assert file_name(console.get("/console/cases.csv?basket=all")) == "相談一覧_すべて_20261124.csv"


def test_the_list_holds_what_the_queue_shows(console: Console, desk: Desk) -> None:
    open_case(desk, "a")
    wanted = open_case(desk, "b", company="大山精機株式会社", topic="ip")
    listed = console.get("/console/cases.csv?basket=all&q=大山精機")
    assert listed.content.startswith("\ufeff".encode())
    (row,) = rows_of(listed)
    assert (row["受付番号"], row["会社・団体"], row["分野"], row["状態"]) == (
        wanted,
        "大山精機株式会社",
        "知的財産",
        "新規",
    )
    assert row["期限"] == "2026-11-25 10:00"


@pytest.mark.parametrize("company", ["=1+1", "＝HYPERLINK", "@SUM(A1)", "-5", "+81"])
def test_no_cell_is_computed(console: Console, desk: Desk, company: str) -> None:
    open_case(desk, "a", company=company)
    (row,) = rows_of(console.get("/console/cases.csv?basket=all"))
    assert row["会社・団体"] == f"'{company}"


def test_pages_are_left_out(console: Console, desk: Desk) -> None:
    for place in range(52):
        open_case(desk, str(place))
    assert len(rows_of(console.get("/console/cases.csv?basket=all"))) == 52


def test_who_takes_something_away_stands_in_the_audit_record(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    console.get(f"/console/cases/{number}/record.pdf")
    console.get("/console/cases.csv?basket=all")
    with desk.database.reading() as session:
        taken = session.scalars(select(AuditEntry).where(AuditEntry.kind == "case_exported").order_by(AuditEntry.id))
        assert [(entry.actor, entry.subject) for entry in taken] == [("sato", number), ("sato", "")]


def test_who_may_not_read_cases_takes_nothing_away(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    create_staff(desk, "abe", "阿部 涼", "editor", PASSWORD)
    console.client.cookies.clear()
    console.log_in("abe")
    for path in (f"/console/cases/{number}/record.pdf", "/console/cases.csv?basket=all"):
        assert console.get(path).status_code == httpx.codes.FORBIDDEN


def test_a_case_that_does_not_exist_is_explained(console: Console) -> None:
    refused = console.get("/console/cases/I-2026-999999/record.pdf")
    assert refused.status_code == httpx.codes.NOT_FOUND
    assert "番号を確かめるか" in text_of(refused)


def test_both_can_be_reached_from_the_pages(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    assert f'href="/console/cases/{number}/record.pdf"' in console.get(f"/console/cases/{number}").text
    assert 'href="/console/cases.csv?basket=all' in console.get("/console/?basket=all").text
