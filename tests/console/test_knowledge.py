"""Knowledge in the console: entries mended and made, and questions that nobody could answer answered."""

import httpx
import pytest

from desk.services.context import Desk
from desk.services.unanswered import note_unanswered, read_unanswered
from tests.console.conftest import Console, text_of
from tests.console.editing import press, send
from tests.services.people import person

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LIST = "/console/knowledge"
QUESTION = "分散台帳はどんな技術ですか"
ENTRY = {
    "title": "分散型台帳",
    "topic": "technology",
    "questions": f"{QUESTION}\n分散型台帳とは\n分散型台帳の意味",
    "answer": "取引の記録をつないで、みんなで同じものを持つ技術です。",
    "verified": "general",
    "source-title": "この窓口の説明",
    "reason": "聞かれることが多いため",
}


def test_what_waits_to_be_checked_comes_first_and_is_marked(ito: Console) -> None:
    page = text_of(ito.get(LIST))

    assert "未確認（公開しません）" in page
    assert page.index("支払いの方法") < page.index("GビズIDの種類")


def test_an_entry_is_found_by_its_words_and_by_how_it_was_checked(ito: Console) -> None:
    assert "収益納付" in text_of(ito.get(f"{LIST}?q=収益納付"))
    assert "7件" in text_of(ito.get(f"{LIST}?verified=unverified"))
    assert "合う項目はありません" in text_of(ito.get(f"{LIST}?q=どこにもない"))


def test_a_question_nobody_could_answer_becomes_an_answer(ito: Console, kato: Console, desk: Desk) -> None:
    # given a question in the list
    note_unanswered(desk, person(desk), QUESTION, [])
    (waiting,) = read_unanswered(desk)
    page = ito.get(f"{LIST}/unanswered")
    assert QUESTION in text_of(page)

    # when an editor writes an answer and another one publishes it
    path = f"{LIST}/new/edit?asked={waiting.id}"
    form = ito.get(path)
    assert QUESTION in form.text
    version = send(ito, f"{LIST}/new/edit", form, asked=str(waiting.id), **ENTRY).headers["location"].partition("?")[0]
    press(ito, version, "submit")
    assert press(ito, version, "publish").status_code == httpx.codes.FORBIDDEN
    assert press(kato, version, "publish").headers["location"].endswith("done=published")

    # then people are told it, and nobody waits for it any more
    found = kato.client.get("/api/knowledge", params={"q": QUESTION}).json()["items"][0]
    assert found["text"] == ENTRY["answer"]
    assert "いまはありません" in text_of(ito.get(f"{LIST}/unanswered"))


def test_a_draft_with_faults_comes_back_with_each_named(ito: Console) -> None:
    answer = send(ito, f"{LIST}/gbizid/edit", answer="手数料は500円です。", verified="general", reason="直します")

    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "金額・日数・割合などの数字を書けません" in text_of(answer)
    assert "手数料は500円です。" in answer.text


def test_the_preview_tells_what_changes_and_how_it_looks(ito: Console) -> None:
    answer = send(ito, f"{LIST}/gbizid/edit", answer="事業者のためのIDです。", reason="短くしました")

    page = text_of(ito.get(answer.headers["location"]))
    assert "後： 事業者のためのIDです。" in page
    assert "出典：GビズID" in page
    assert "短くしました" in text_of(ito.get(f"{LIST}/gbizid"))


def test_a_coordinator_does_not_edit(console: Console) -> None:
    assert console.get(LIST).status_code == httpx.codes.FORBIDDEN


def test_what_does_not_exist_is_a_page_that_says_so(ito: Console) -> None:
    assert ito.get(f"{LIST}/nowhere").status_code == httpx.codes.NOT_FOUND
