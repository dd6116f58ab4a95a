"""Staff note what came of closed cases, and that they have spoken with somebody."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from desk.db.tables import Case, FollowUp
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.follow_ups import begin_follow_ups
from desk.services.staff import create_staff
from tests.conftest import SettableClock
from tests.console.conftest import PASSWORD, Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def number(console: Console, desk: Desk, clock: SettableClock) -> str:
    """A case that was closed 90 days ago."""
    number = open_case(desk, "a")
    answer_case(desk, number, "ご案内しました。", "sato")
    update_case(desk, number, "sato", {"status": "closed"})
    clock.at += timedelta(days=90)
    begin_follow_ups(desk)
    console.log_in()
    return number


def answer_of(desk: Desk) -> FollowUp:
    """The one follow-up there is."""
    with desk.database.reading() as session:
        return session.scalars(select(FollowUp)).one()


def test_the_page_says_whom_to_ask(console: Console, number: str) -> None:
    page = text_of(console.get("/console/follow-ups"))
    assert f"{number} （90日後）" in page
    assert "有限会社田中製作所" in page
    assert "tanaka@example.jp" in page
    assert "お尋ね済み（返事待ち）" in page


def test_an_answer_is_noted_and_leaves_the_page(console: Console, desk: Desk, number: str) -> None:
    path = f"/console/follow-ups/{answer_of(desk).id}"
    sent = console.post(path, console.token("/console/follow-ups"), answer="granted", note="電話で確認")
    page = text_of(console.get(sent.headers["location"]))
    assert f"{number}のその後を記録しました。" in page
    assert "いま確認するものはありません。" in page
    assert (answer_of(desk).answer, answer_of(desk).note, answer_of(desk).answered_by) == (
        "granted",
        "電話で確認",
        "sato",
    )
    assert "90日後の様子：補助金などに採択された" in text_of(console.get(f"/console/cases/{number}"))


def test_what_somebody_else_has_answered_is_explained(console: Console, desk: Desk, number: str) -> None:
    path = f"/console/follow-ups/{answer_of(desk).id}"
    token = console.token("/console/follow-ups")
    console.post(path, token, answer="nothing_yet")
    refused = console.post(path, token, answer="granted")
    assert refused.status_code == httpx.codes.NOT_FOUND
    assert "先に答えたかもしれません" in text_of(refused)


def test_an_answer_that_does_not_exist_is_not_taken(console: Console, desk: Desk, number: str) -> None:
    path = f"/console/follow-ups/{answer_of(desk).id}"
    refused = console.post(path, console.token("/console/follow-ups"), answer="rich")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert answer_of(desk).answer is None


def test_an_auditor_reads_and_changes_nothing(console: Console, desk: Desk, number: str) -> None:
    create_staff(desk, "oda", "小田 実", "auditor", PASSWORD)
    console.client.cookies.clear()
    console.log_in("oda")
    page = console.get("/console/follow-ups")
    assert number in page.text
    assert "記録する" not in text_of(page)


def test_a_talk_on_the_phone_stops_the_clocks(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    sent = console.post(f"/console/cases/{number}/reached")
    assert "お話ししたことを記録しました。" in text_of(console.get(sent.headers["location"]))
    with desk.database.reading() as session:
        case = session.scalars(select(Case).where(Case.number == number)).one()
    assert case.reached_at == case.replied_at == desk.now()
    assert case.next_due_at is None
