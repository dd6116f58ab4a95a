"""The page of one message: its marks, and the form of one fact."""

import httpx
import pytest

from desk.services.cases import read_case
from desk.services.context import Desk
from tests.console.conftest import Console, open_case, text_of


@pytest.fixture
def number(desk: Desk, staff: None) -> str:
    return open_case(desk, "a")


@pytest.fixture
def page(desk: Desk, number: str) -> str:
    """Where the person's only message is marked."""
    message = next(said.id for said in read_case(desk, number).transcript if said.author == "user")
    return f"/console/cases/{number}/messages/{message}"


def test_the_case_leads_to_the_message_and_back(console: Console, number: str, page: str) -> None:
    choose = page.rpartition("/")[0]
    assert f'href="{choose}"' in console.get(f"/console/cases/{number}").text
    assert f'href="{page}"' in console.get(choose).text

    shown = console.get(page)

    assert "担当者と話したいです。" in text_of(shown)
    assert f'href="/console/cases/{number}"' in shown.text


def test_an_answer_becomes_a_task_and_the_page_says_so(console: Console, number: str, page: str) -> None:
    done = console.post(f"{page}/answer")

    assert done.headers["location"] == f"/console/cases/{number}?done=marked"
    assert "知識の課題にしました。" in text_of(console.get(page))
    assert "発言を知識の課題にしました" in text_of(console.get(f"/console/cases/{number}"))
    assert console.post(f"{page}/answer").status_code == httpx.codes.CONFLICT


def test_a_fact_is_opened_by_its_kind_and_put_right(console: Console, desk: Desk, number: str, page: str) -> None:
    assert 'type="checkbox" name="value" value="prototype"' in console.get(f"{page}?fact=purposes").text
    assert 'type="radio" name="value" value="yes"' in console.get(f"{page}?fact=started").text

    console.post(f"{page}/fact", fact="employees", value="２０")

    assert read_case(desk, number).facts["employees"] == 20
    assert "「従業員数」を直しました" in text_of(console.get(f"/console/cases/{number}"))
    assert 'value="20"' in console.get(f"{page}?fact=employees").text


def test_a_value_that_cannot_be_is_explained_and_kept(console: Console, desk: Desk, number: str, page: str) -> None:
    refused = console.post(f"{page}/fact", fact="employees", value="たくさん")

    assert refused.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert 'role="alert"' in refused.text
    assert 'value="たくさん"' in refused.text
    assert "employees" not in read_case(desk, number).facts


def test_a_message_of_another_case_is_not_found(console: Console, desk: Desk, page: str) -> None:
    other = open_case(desk, "b")

    response = console.get(page.replace(page.split("/")[3], other))

    assert response.status_code == httpx.codes.NOT_FOUND
