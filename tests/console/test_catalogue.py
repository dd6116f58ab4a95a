"""Programs in the console: found, drafted in a form, looked at by a second person, published."""

import httpx
import pytest

from desk.services import interview
from desk.services.context import Desk
from tests.console.conftest import Console, text_of
from tests.console.editing import press, send
from tests.services.editors import CHALLENGE, editor, published
from tests.services.people import handed_over, person, tell

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LIST = "/console/catalogue"
ONE = f"{LIST}/{CHALLENGE}"
NEW = "区内の中小企業が新しい製品や技術をつくる費用を補助します。"


def drafted(console: Console, **changes: str) -> str:
    """Fill in the form of a new draft; the address of the version."""
    answer = send(console, f"{ONE}/edit", **({"reason": "公社の案内が新しくなったため"} | changes))
    assert answer.status_code == httpx.codes.SEE_OTHER, text_of(answer)
    return answer.headers["location"].partition("?")[0]


def test_the_menu_leads_editors_to_the_programs(ito: Console) -> None:
    assert f'href="{LIST}" aria-current="page">制度</a>' in ito.get(LIST).text


def test_a_coordinator_does_not_edit(console: Console) -> None:
    assert console.get(LIST).status_code == httpx.codes.FORBIDDEN
    assert console.post(f"{ONE}/edit", reason="直します").status_code == httpx.codes.FORBIDDEN


def test_a_program_is_found_and_shows_its_requirements_in_words(ito: Console) -> None:
    assert "開発チャレンジ補助金事業" in text_of(ito.get(f"{LIST}?q=開発チャレンジ"))
    assert "合う制度はありません" in text_of(ito.get(f"{LIST}?q=どこにもない"))

    page = text_of(ito.get(ONE))
    assert "1年以上営業していること（判定：設立・開業からの年数は1年以上）" in page
    assert "拾えていないもの：0件" in page


def test_from_the_form_to_the_public_page(ito: Console, kato: Console) -> None:
    # given a draft with a new summary, another call and a higher amount
    version = drafted(
        ito,
        summary=NEW,
        **{"calls-0-name": "令和8年度", "calls-0-opens_on": "2026-11-01", "calls-0-closes_on": "2026-12-18"},
        **{"amount-max_yen": "150万円", "amount-rate": "3分の2"},
    )

    # then its page tells what changes, and shows the public page as it would be
    page = text_of(ito.get(version))
    assert f"後： {NEW}" in page
    assert "令和8年度：2026年11月1日〜2026年12月18日" in page
    assert "最大 150万円" in page
    preview = ito.get(f"{version}/page")
    assert NEW in preview.text
    assert "公開前の見え方です" in preview.text
    assert "widget.js" not in preview.text

    # when it is submitted, its author cannot publish it, the other editor can
    press(ito, version, "submit")
    assert "確認して公開する" not in ito.get(version).text
    assert press(ito, version, "publish").status_code == httpx.codes.FORBIDDEN
    assert press(kato, version, "publish").headers["location"].endswith("done=published")

    # then people see it
    assert NEW in kato.get(f"/programs/{CHALLENGE}").text
    assert "加藤 健さんが" in text_of(ito.get(ONE))


def test_a_draft_with_faults_comes_back_with_each_named_and_what_was_typed(ito: Console) -> None:
    wrong = {"summary": "", "amount-max_yen": "たくさん", "sources-0-url": "javascript:alert(1)", "status": "ended"}

    answer = send(ito, f"{ONE}/edit", reason="直します", **wrong)

    page = text_of(answer)
    assert answer.status_code == httpx.codes.UNPROCESSABLE_ENTITY
    assert "概要を書いてください" in page
    assert "金額の最大の額は「1,500,000」か「150万円」のように書いてください" in page
    assert "出典の1つ目のアドレスは https:// から書いてください" in page
    assert 'value="たくさん"' in answer.text
    assert 'href="#sources-0-url"' in answer.text


def test_what_is_sent_back_says_why(ito: Console, kato: Console) -> None:
    version = drafted(ito, summary=NEW)
    press(ito, version, "submit")

    press(kato, version, "return", text="出典の確認日が古いままです。")

    assert "差し戻しの理由：出典の確認日が古いままです。" in text_of(ito.get(version))
    assert "差し戻し" in text_of(ito.get(LIST))
    again = send(ito, f"{version}/edit", **{"sources-0-checked_on": "2026-11-24"})
    assert again.headers["location"].endswith("done=saved")


def test_a_draft_made_before_something_newer_was_published_says_so(ito: Console, kato: Console, desk: Desk) -> None:
    opened = ito.get(f"{ONE}/edit")
    published(desk, editor(desk, "goto", "後藤"), editor(desk, "mori", "森"), summary="先に公開した文です。")

    answer = send(ito, f"{ONE}/edit", opened, reason="直します", contact="経営支援係")
    version = answer.headers["location"].partition("?")[0]
    press(ito, version, "submit")

    assert "新しい内容が公開されました" in text_of(kato.get(version))
    refused = press(kato, version, "publish")
    assert refused.status_code == httpx.codes.CONFLICT
    assert "下書きを作り直してください" in text_of(refused)


def test_an_earlier_version_becomes_a_draft_again(ito: Console, desk: Desk) -> None:
    version = published(desk, editor(desk, "goto", "後藤"), editor(desk, "mori", "森"), summary=NEW)

    answer = press(ito, f"{LIST}/versions/{version}", "restore")

    assert answer.headers["location"].endswith("done=restored")


def test_what_does_not_exist_is_a_page_that_says_so(ito: Console) -> None:
    assert ito.get(f"{LIST}/nowhere").status_code == httpx.codes.NOT_FOUND
    assert ito.get(f"{LIST}/versions/999").status_code == httpx.codes.NOT_FOUND


def test_cases_judged_otherwise_are_listed_for_those_who_work_on_them(console: Console) -> None:
    assert "いまはありません" in text_of(console.get("/console/rechecked"))


def test_an_editor_learns_how_many_cases_change_but_not_whose(ito: Console, desk: Desk) -> None:
    # given an open case of somebody who was shown the program
    conversation = person(desk)
    tell(desk, conversation, area="板橋区", purpose="product_development", applicant_type="company")
    interview.advise(desk, conversation, "now")
    number = handed_over(desk, conversation)

    # when an editor drafts its end
    version = drafted(ito, status="ended", status_reason="令和7年度で終わりました。")

    # then the page tells that a case is concerned, without its number
    page = text_of(ito.get(version))
    assert "判定が変わる相談（1件）" in page
    assert number not in page
