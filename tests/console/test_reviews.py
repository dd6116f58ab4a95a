"""The page on which staff say what hardly understood messages meant."""

import httpx
import pytest

from desk.services.context import Desk
from desk.services.reviews import read_reviews
from tests.console.conftest import Console, text_of
from tests.services.uncertain import found, unsure

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PAGE = "/console/reviews"


def settle(console: Console, message: int, **fields: str) -> httpx.Response:
    """Send the form."""
    return console.post(f"{PAGE}/{message}", **fields)


def test_nobody_sees_messages_without_a_login(visitor: Console, staff: None) -> None:
    assert visitor.get(PAGE).status_code == httpx.codes.SEE_OTHER
    assert visitor.client.post(f"{PAGE}/1", data={"intent": "thank"}).status_code == httpx.codes.UNAUTHORIZED


def test_every_page_leads_to_the_queue(console: Console) -> None:
    assert f'href="{PAGE}"' in console.get("/console/").text


def test_an_empty_queue_says_so(console: Console) -> None:
    assert "確認する発言はありません" in text_of(console.get(PAGE))


def test_the_newest_message_stands_in_the_form_with_its_ranking(console: Console, desk: Desk) -> None:
    unsure(desk, "膜がぱりぱりになる")
    unsure(desk, "あれ貸してもらえるやつ")
    page = text_of(console.get(PAGE))
    assert "確認待ち 2件" in page
    assert "技術相談 （21%）" in page
    assert "設備・試験の利用 （12%）" in page
    assert "自動応答の読み取り：読み取れず（21%）" in page
    assert page.index("あれ貸してもらえるやつ") < page.index("膜がぱりぱりになる")


def test_names_are_hidden_on_the_page(console: Console, desk: Desk) -> None:
    text = "山田ですがyamada@oyama.jpへ"
    unsure(
        desk,
        text,
        found("person_name", "山田", text, "山田"),
        found("email", "yamada@oyama.jp", text, "yamada@oyama.jp"),
    )
    page = console.get(PAGE).text
    assert "［お名前］ですが［メール］へ" in page
    assert "山田" not in page
    assert "oyama" not in page


def test_markup_of_a_person_is_text(console: Console, desk: Desk) -> None:
    unsure(desk, "<b>太字</b>にしたい")
    assert "&lt;b&gt;太字&lt;/b&gt;" in console.get(PAGE).text


def test_another_message_can_be_chosen(console: Console, desk: Desk) -> None:
    first = unsure(desk, "膜がぱりぱりになる")
    unsure(desk, "あれ貸してもらえるやつ")
    assert f'action="{PAGE}/{first}"' in console.get(f"{PAGE}?message={first}").text


@pytest.mark.parametrize(
    ("fields", "intent"),
    [
        ({"intent": "tech_consult"}, "tech_consult"),
        ({"intent": "other", "other": "ask_cases"}, "ask_cases"),
        ({"intent": "tech_consult", "other": "ask_cases"}, "tech_consult"),
        ({"intent": "skip", "other": "ask_cases"}, None),
    ],
)
def test_what_was_chosen_is_kept(console: Console, desk: Desk, fields: dict[str, str], intent: str | None) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    answer = settle(console, message, **fields)
    assert answer.headers["location"] == f"{PAGE}?done={'saved' if intent else 'skipped'}"
    (settled,) = read_reviews(desk, 0.5).settled
    assert (settled.message_id, settled.intent) == (message, intent)


def test_words_that_were_missed_are_kept(console: Console, desk: Desk) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    assert settle(console, message, intent="tech_consult", words=" 膜 ", entity="tech_theme").is_redirect
    assert "技術相談・" in text_of(console.get(PAGE))


@pytest.mark.parametrize(
    "fields",
    [{}, {"intent": "nlu_fallback"}, {"intent": "other"}, {"intent": "thank", "words": "溶接", "entity": "tech_theme"}],
)
def test_a_form_that_does_not_fit_is_explained(console: Console, desk: Desk, fields: dict[str, str]) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    answer = settle(console, message, **fields)
    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "確かめて" in text_of(answer)
    assert read_reviews(desk, 0.5).total == 1


def test_what_a_colleague_settled_first_is_told(console: Console, desk: Desk) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    settle(console, message, intent="tech_consult")
    answer = settle(console, message, intent="thank")
    assert answer.status_code == httpx.codes.CONFLICT
    assert "先に確認されています" in text_of(answer)


def test_a_review_is_taken_back(console: Console, desk: Desk) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    settle(console, message, intent="thank")
    answer = console.post(f"{PAGE}/{message}/withdraw")
    assert answer.headers["location"] == f"{PAGE}?message={message}&done=withdrawn"
    assert read_reviews(desk, 0.5).total == 1
    assert console.post(f"{PAGE}/{message}/withdraw").status_code == httpx.codes.NOT_FOUND


def test_a_form_from_elsewhere_is_refused(console: Console, desk: Desk) -> None:
    message = unsure(desk, "膜がぱりぱりになる")
    answer = console.post(f"{PAGE}/{message}", origin="https://elsewhere.example", intent="thank")
    assert answer.status_code == httpx.codes.FORBIDDEN
