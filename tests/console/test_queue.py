"""What staff see of the queue, and that it keeps itself fresh."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from desk.db.tables import Case
from desk.services.cases import answer_case, update_case
from desk.services.context import Desk
from desk.services.conversations import open_conversation
from desk.services.handover import give_consent, hear_contact, request_handover
from tests.conftest import SettableClock
from tests.console.conftest import Console, open_case, text_of

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_the_console_begins_with_new_cases(console: Console, desk: Desk) -> None:
    new, answered = open_case(desk, "a"), open_case(desk, "b")
    answer_case(desk, answered, "お電話しました。", "suzuki")
    page = text_of(console.get("/console/"))
    assert new in page
    assert answered not in page
    assert "新規 1 件" in page


def test_a_line_names_the_person_the_field_and_the_time_left(console: Console, desk: Desk) -> None:
    open_case(desk, "a", company="有限会社田中製作所")
    page = text_of(console.get("/console/"))
    assert "有限会社田中製作所 チャット" in page
    assert "補助金" in page
    assert "11月25日（水）10時まで（あと24時間）" in page


def test_a_case_past_its_time_is_marked_in_words(console: Console, desk: Desk, clock: SettableClock) -> None:
    open_case(desk, "a")
    clock.at += timedelta(minutes=29)
    console.get("/console/stay")
    clock.at += timedelta(days=1)
    console.log_in()
    assert "期限超過：11月25日（水）10時まで" in text_of(console.get("/console/?basket=overdue"))


def test_the_deadline_of_another_year_says_which(console: Console, desk: Desk, clock: SettableClock) -> None:
    open_case(desk, "a")
    clock.at += timedelta(days=60)
    console.log_in()
    assert "期限超過：2026年11月25日（水）10時まで" in text_of(console.get("/console/?basket=overdue"))


def test_an_answered_case_owes_no_reply_any_more(console: Console, desk: Desk, clock: SettableClock) -> None:
    number = open_case(desk, "a")
    answer_case(desk, number, "お電話しました。", "sato")
    clock.at += timedelta(days=2)
    console.log_in()
    assert number not in text_of(console.get("/console/?basket=overdue"))
    assert "お話しの期限 11月27日（金）10時まで（あと24時間）" in text_of(console.get("/console/?basket=open"))


def test_my_cases_are_those_i_have_taken(console: Console, desk: Desk) -> None:
    mine, other = open_case(desk, "a"), open_case(desk, "b")
    update_case(desk, mine, "sato", {"assignee": "sato"})
    update_case(desk, other, "sato", {"assignee": "suzuki"})
    page = text_of(console.get("/console/?basket=mine"))
    assert mine in page
    assert other not in page


def test_filters_narrow_a_basket(console: Console, desk: Desk) -> None:
    subsidy, patents = open_case(desk, "a"), open_case(desk, "b", topic="ip")
    page = text_of(console.get("/console/?basket=all&status=new&speciality=ip&q="))
    assert patents in page
    assert subsidy not in page


@pytest.mark.parametrize("words", ["大山精機", "大山精機 担当者", "I-2026-000002"])
def test_a_case_is_found_by_number_company_and_words(console: Console, desk: Desk, words: str) -> None:
    other, wanted = open_case(desk, "a"), open_case(desk, "b", company="大山精機株式会社")
    page = text_of(console.get(f"/console/?basket=all&q={words}"))
    assert wanted in page
    assert other not in page


def test_the_form_keeps_what_was_asked(console: Console, desk: Desk) -> None:
    page = console.get("/console/?basket=all&channel=web&since=2026-11-24&area=板橋区&until=").text
    assert '<details class="filter__more" open>' in page
    assert '<option value="web" selected>' in page
    assert 'name="since" type="date" value="2026-11-24"' in page
    assert 'value="板橋区"' in page


def test_a_day_that_is_none_is_explained(console: Console) -> None:
    assert console.get("/console/?since=2026-02-31").status_code == httpx.codes.UNPROCESSABLE_ENTITY


def test_what_stands_out_is_said_in_words(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a")
    with desk.database.transaction() as session:
        session.scalars(select(Case).where(Case.number == number)).one().priority = "urgent"
    assert "至急" in text_of(console.get("/console/?basket=urgent"))


def test_a_search_without_result_says_what_to_do(console: Console, desk: Desk) -> None:
    open_case(desk, "a")
    assert "条件を減らすか" in text_of(console.get("/console/?q=半導体"))


def test_an_address_that_makes_no_sense_is_explained(console: Console) -> None:
    refused = console.get("/console/?basket=rubbish")
    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "入力を確かめてください" in text_of(refused)


def test_a_long_queue_has_pages_of_fifty(console: Console, desk: Desk) -> None:
    for place in range(51):
        open_bare_case(desk, str(place))
    first, second = console.get("/console/"), console.get("/console/?page=2")
    assert first.text.count('data-key="I-2026-') == 50
    assert second.text.count('data-key="I-2026-') == 1
    assert 'href="/console/?basket=new&amp;page=2"' in first.text
    assert "2 / 2ページ" in text_of(second)


def open_bare_case(desk: Desk, address: str) -> None:
    """A case without contact data."""
    conversation = open_conversation(desk, "web", address)
    request_handover(desk, conversation, "asked", None)
    give_consent(desk, conversation)
    for _ in range(4):
        hear_contact(desk, conversation, [], "", answered=False)


def test_a_fresh_page_is_sent_only_when_something_changed(console: Console, desk: Desk) -> None:
    first = console.get("/console/live/?basket=new")
    again = {"If-None-Match": first.headers["ETag"]}
    assert console.get("/console/live/?basket=new", **again).status_code == httpx.codes.NOT_MODIFIED
    number = open_case(desk, "a")
    fresh = console.get("/console/live/?basket=new", **again)
    assert fresh.status_code == httpx.codes.OK
    assert f'data-newest="{number}"' in fresh.text


def test_what_a_person_wrote_is_never_markup(console: Console, desk: Desk) -> None:
    number = open_case(desk, "a", company="<script>alert(1)</script>")
    for path in ("/console/", f"/console/cases/{number}"):
        page = console.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
