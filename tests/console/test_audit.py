"""操作の記録: what is read and changed at the console and by the API stands there, without a person's words."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI

from desk.domain.roles import Role
from desk.services.audit import ONCE_WITHIN, check_record
from desk.services.context import Desk
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, open_case, reached, text_of
from tests.services.logins import recorded

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PAGE = "/console/audit"


@pytest.fixture
def number(desk: Desk) -> str:
    """A case of 田中."""
    return open_case(desk, "a")


@pytest.fixture
def auditor(app: FastAPI, desk: Desk) -> Iterator[Console]:
    """Somebody who reads the record."""
    create_staff(desk, "kansa", "監査 太郎", Role.AUDITOR, PASSWORD)
    with reached(app) as client:
        console = Console(client)
        console.log_in("kansa", next=PAGE)
        yield console


def test_opening_a_case_is_recorded_before_it_is_shown(console: Console, desk: Desk, number: str) -> None:
    console.get(f"/console/cases/{number}?done=answered")

    assert recorded(desk, "case_read") == [("sato", "case_read", number, {})]


def test_a_page_that_keeps_itself_fresh_is_read_once_in_a_while(
    console: Console, desk: Desk, number: str, clock: SettableClock
) -> None:
    for _ in range(3):
        console.get(f"/console/live/cases/{number}")
    assert len(recorded(desk, "case_read")) == 1

    clock.at += ONCE_WITHIN + timedelta(seconds=1)
    console.get(f"/console/live/cases/{number}")
    assert len(recorded(desk, "case_read")) == 2


def test_words_that_were_searched_are_found_again_but_stand_nowhere(
    console: Console, auditor: Console, desk: Desk, number: str
) -> None:
    console.get("/console/?basket=all&q=%E7%94%B0%E4%B8%AD+%E3%83%A1%E3%83%83%E3%82%AD")

    (_, _, _, detail) = recorded(desk, "cases_listed")[-1]
    assert detail["basket"] == "all"
    assert len(detail["words"]) == 2  # type: ignore[arg-type]
    assert "田中" not in str(detail)

    found = text_of(auditor.get(f"{PAGE}?q=田中"))
    assert "佐藤 花子 職員用画面 相談の一覧・検索 － 一覧：すべて、検索した語2個" in found
    assert "検索した語2個" not in text_of(auditor.get(f"{PAGE}?q=鈴木"))


def test_what_is_changed_and_sent_is_recorded_with_the_action(console: Console, desk: Desk, number: str) -> None:
    console.post(f"/console/cases/{number}/answer", text="佐藤です。")
    console.post(f"/console/cases/{number}/status", status="waiting")

    assert recorded(desk, "message_sent", "case_changed") == [
        ("sato", "message_sent", number, {"action": "answer"}),
        ("sato", "case_changed", number, {"action": "move"}),
    ]


def test_logging_in_failing_and_leaving_are_recorded(visitor: Console, desk: Desk, staff: None) -> None:
    visitor.log_in(password="ちがう合言葉")
    visitor.log_in(login="わたしの合言葉")
    visitor.log_in()
    visitor.post("/console/logout")

    by_password = {"by": "password"}
    assert recorded(desk, "login", "login_failed", "logout") == [
        ("sato", "login_failed", "sato", by_password),
        ("?", "login_failed", "?", by_password),
        ("sato", "login", "sato", by_password),
        ("sato", "logout", "sato", {}),
    ]


def test_what_a_role_does_not_include_is_refused_and_recorded(console: Console, desk: Desk) -> None:
    assert console.get(PAGE).status_code == httpx.codes.FORBIDDEN

    assert recorded(desk, "refused", "audit_read") == [("sato", "refused", "", {"page": "record", "method": "GET"})]


def test_what_was_typed_in_the_place_of_a_number_is_not_kept(console: Console, desk: Desk) -> None:
    console.get("/console/cases/田中太郎さんの相談")

    assert recorded(desk, "case_read") == [("sato", "case_read", "?", {})]


def test_the_record_is_read_by_person_case_kind_and_day(
    console: Console, auditor: Console, number: str, clock: SettableClock
) -> None:
    console.get(f"/console/cases/{number}")
    clock.at += timedelta(days=1)
    auditor.log_in("kansa", next=PAGE)

    everything = text_of(auditor.get(PAGE))
    assert f"佐藤 花子 職員用画面 相談を開いた {number}" in everything
    for asked, there in (
        ("actor=sato", True),
        ("actor=kansa", False),
        (f"subject={number}", True),
        ("subject=I-2026-999999", False),
        ("kind=case_read", True),
        ("kind=message_sent", False),
        ("since=2026-11-24&until=2026-11-24", True),
        ("since=2026-11-25", False),
    ):
        assert (f"相談を開いた {number}" in text_of(auditor.get(f"{PAGE}?{asked}"))) == there, asked


def test_reading_the_record_stands_in_the_record(auditor: Console, desk: Desk) -> None:
    auditor.get(f"{PAGE}?actor=sato&q=田中")

    (_, _, _, detail) = recorded(desk, "audit_read")[-1]
    assert detail["actor"] == "sato"
    assert "田中" not in str(detail)


def test_older_entries_stand_on_further_pages(console: Console, auditor: Console) -> None:
    for _ in range(101):
        console.get("/console/")

    first = auditor.get(f"{PAGE}?kind=cases_listed")
    assert "古い記録へ" in first.text
    older = auditor.get(f"{PAGE}?kind=cases_listed&before=10")
    assert "古い記録へ" not in older.text


def test_the_record_is_written_out_for_a_spreadsheet(console: Console, auditor: Console, number: str) -> None:
    console.get(f"/console/cases/{number}")

    answer = auditor.get(f"{PAGE}/export.csv?actor=sato&kind=case_read")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="audit-20261124-1000.csv"'
    assert answer.content.startswith("\ufeff".encode())
    header, row = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert header[:3] == ["番号", "日時", "だれが"]
    assert row[1:6] == ["2026-11-24T10:00:00+09:00", "sato", "職員用画面", "相談を開いた", number]


def test_a_day_of_work_leaves_an_unbroken_chain(console: Console, auditor: Console, desk: Desk, number: str) -> None:
    console.get(f"/console/cases/{number}")
    console.post(f"/console/cases/{number}/outcome", outcome="芝浦工業大学を紹介")
    auditor.get(PAGE)

    assert check_record(desk).broken is None
    assert check_record(desk).rows >= 5
    assert "芝浦" not in str(recorded(desk))
