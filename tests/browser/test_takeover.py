"""A person and a coordinator at both ends of one conversation: asked for, taken over, talked, handed back, closed."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from desk.domain.notices import HANDED_BACK
from desk.services.canned import load_canned
from desk.services.cases import answer_case, read_case, update_case
from desk.services.staff import create_staff
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PASSWORD, Site, Visitor
from tests.browser.panel import Panel
from tests.browser.script import NAME
from tests.console.conftest import open_case

HUMAN = "担当者と話したい"
NUMBER = "I-2026-000001"


@pytest.fixture
def panel(person: Visitor) -> Panel:
    """The chat of somebody who can ask for a person."""
    person.site.rasa.script[HUMAN] = person.site.rasa.script["/request_human"]
    return Panel(person.page("/chat"))


def ask_for_a_person(panel: Panel) -> None:
    """Ask, consent and give a name; the receipt comes."""
    panel.say(HUMAN)
    panel.hears("お名前を教えてください")
    panel.say(NAME)
    panel.hears(NUMBER)


def take(panel: Panel, page: Page) -> None:
    """The case appears in the open queue; the coordinator opens it and takes the conversation over."""
    page.get_by_role("link", name=NUMBER).click()
    page.get_by_role("button", name="会話を引き取る").click()
    expect(page.locator("#announce")).to_contain_text("会話を引き取りました")


def reply(page: Page, text: str) -> None:
    """Write to the person."""
    page.get_by_label("返事", exact=True).fill(text)
    page.get_by_role("button", name="返事を送る").click()
    expect(page.locator("#announce")).to_contain_text("返事を送りました")


def test_from_asking_for_a_person_to_closing_the_case(panel: Panel, coordinator: Visitor, site: Site) -> None:
    # given a coordinator before an empty queue
    page = coordinator.log_in()
    expect(page.get_by_role("heading", name="新規 0件")).to_be_visible()

    # when the person asks for somebody
    panel.say(HUMAN)
    panel.hears("お名前を教えてください")
    panel.say(NAME)

    # then the case stands in the queue by itself
    expect(page.get_by_role("link", name=NUMBER)).to_be_visible()
    take(panel, page)

    # and the bot is silent: what the person says goes to the coordinator alone
    heard = list(site.rasa.heard)
    panel.say("設備の費用を相談したいです。")
    expect(page.get_by_role("log")).to_contain_text("設備の費用を相談したいです。")
    expect(panel.status).to_have_text("担当者に届きました。返事をお待ちください。")
    assert site.rasa.heard == heard

    # and they talk
    reply(page, "佐藤です。設備は何台の予定ですか。")
    expect(panel.log).to_contain_text("佐藤です。設備は何台の予定ですか。")
    panel.say("二台です。")
    expect(page.get_by_role("log")).to_contain_text("二台です。")

    # when it is handed back, the person is told and the bot answers again
    page.get_by_role("button", name="自動応答に戻す").click()
    expect(panel.log).to_contain_text(HANDED_BACK)
    panel.say("こんにちは")
    panel.hears("こんにちは。")

    # and the case is closed
    page.get_by_label("次の状態").select_option("完了")
    page.get_by_role("button", name="状態を変える").click()
    expect(page.locator("#state")).to_contain_text("完了")
    assert read_case(site.desk, NUMBER).line.status == "closed"


def test_each_end_sees_that_the_other_writes_and_not_what(panel: Panel, coordinator: Visitor) -> None:
    ask_for_a_person(panel)
    page = coordinator.log_in()
    take(panel, page)

    # the person sees the coordinator write
    page.get_by_label("返事", exact=True).press_sequentially("お待たせしました")
    expect(panel.status).to_have_text("担当者が入力しています")
    expect(panel.log).not_to_contain_text("お待たせしました")
    page.get_by_role("button", name="返事を送る").click()
    panel.hears("お待たせしました")
    expect(panel.status).to_be_empty()

    # and the coordinator sees the person write
    panel.text.press_sequentially("よろしく")
    expect(page.locator("#writing")).to_have_text("相談者が入力しています。")
    expect(page.get_by_role("log")).not_to_contain_text("よろしく")
    panel.text.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("よろしく")
    expect(page.locator("#writing")).to_be_empty()


def test_while_the_bot_answers_the_person_s_writing_is_told_to_nobody(panel: Panel, person: Visitor) -> None:
    told: list[str] = []
    person.context.on("request", lambda request: told.append(request.url))
    panel.say("こんにちは")
    panel.hears("こんにちは。")
    panel.text.press_sequentially("補助金")

    assert not [url for url in told if url.endswith("/chat/typing")]


def test_two_coordinators_see_each_other_and_do_not_talk_past_each_other(
    coordinator: Visitor, browser: Browser, site: Site, visitors: list[Visitor]
) -> None:
    # given two pages of one case
    coordinator.foreseen = ("409 (Conflict)",)
    create_staff(site.desk, "suzuki", "鈴木 一郎", "coordinator", PASSWORD)
    number = open_case(site.desk, "a")
    page = coordinator.log_in(f"/console/cases/{number}")
    visitors.append(Visitor(browser, site))
    other = visitors[-1].page(f"/console/cases/{number}")
    other.get_by_label("ログインID").fill("suzuki")
    other.get_by_label("パスワード").fill(PASSWORD)
    other.get_by_role("button", name="ログイン").click()
    expect(page.locator("#attendance")).to_have_text("鈴木 一郎さんもこの相談を開いています。")
    expect(other.locator("#attendance")).to_have_text("佐藤 花子さんもこの相談を開いています。")

    # when he answers while she writes
    page.get_by_label("返事", exact=True).press_sequentially("資料をお送りします。")
    expect(other.locator("#writing")).to_have_text("佐藤 花子さんが返事を書いています。")
    answer_case(site.desk, number, "鈴木です。お電話しました。", "suzuki")
    page.get_by_role("button", name="返事を送る").click()

    # then she is asked first, has lost nothing, and can send it all the same
    expect(page.get_by_role("alert").filter(has_text="まだ送っていません")).to_be_visible()
    expect(page.get_by_label("返事", exact=True)).to_have_value("資料をお送りします。")
    assert violations(page) == []
    page.get_by_role("button", name="返事を送る").click()
    expect(page.get_by_role("log")).to_contain_text("資料をお送りします。")


def test_a_canned_text_goes_in_by_keyboard_and_its_gap_is_selected(coordinator: Visitor, site: Site) -> None:
    load_canned(site.desk)
    number = open_case(site.desk, "a")
    page = coordinator.log_in(f"/console/cases/{number}")
    box = page.get_by_label("返事", exact=True)
    page.get_by_label("定型文").focus()
    page.get_by_label("定型文").select_option(label="はじめのご連絡")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(box).to_be_focused()
    assert "田中 太郎様" in box.input_value()
    assert "佐藤 花子です。" in box.input_value()
    assert violations(page) == []


def test_a_draft_is_offered_as_soon_as_the_person_asks_and_is_read_before_it_goes(
    panel: Panel, coordinator: Visitor, site: Site
) -> None:
    ask_for_a_person(panel)
    page = coordinator.log_in()
    take(panel, page)
    page.get_by_role("button", name="下書きを提案する").click()

    panel.say("NDAとは何ですか。")
    use = page.get_by_role("button", name="この下書きを使う").first
    use.click()
    box = page.get_by_label("返事", exact=True)
    expect(box).to_be_focused()
    expect(box).to_have_value(re.compile("出典"))
    expect(panel.log).not_to_contain_text("出典")
    assert violations(page) == []
    page.get_by_role("button", name="返事を送る").click()
    panel.hears("出典")
    assert any(each.detail.get("draft", "").startswith("knowledge:") for each in read_case(site.desk, NUMBER).events)


def test_the_bell_rings_on_an_open_page(panel: Panel, coordinator: Visitor, site: Site) -> None:
    ask_for_a_person(panel)
    update_case(site.desk, NUMBER, "sato", {"assignee": "sato"})
    answer_case(site.desk, NUMBER, "佐藤です。", "sato")
    page = coordinator.log_in("/console/notifications")
    panel.hears("佐藤です。")

    panel.say("書類を見てください。")

    expect(page.get_by_role("link", name=f"相談者から返信がありました（{NUMBER}）")).to_be_visible()
    expect(page.locator("#announce")).to_have_text("新しいお知らせがあります。")
    assert violations(page) == []
    page.get_by_role("link", name=f"相談者から返信がありました（{NUMBER}）").click()
    expect(page.locator("#bell")).to_have_attribute("data-unread", "0")


def test_canned_texts_and_marks_fit_a_phone_and_axe_finds_nothing(
    browser: Browser, site: Site, visitors: list[Visitor]
) -> None:
    load_canned(site.desk)
    create_staff(site.desk, "sato", "佐藤 花子", "lead", PASSWORD)
    number = open_case(site.desk, "a")
    message = read_case(site.desk, number).transcript[0].id
    visitors.append(Visitor(browser, site, viewport={"width": 320, "height": 740}))
    page = visitors[-1].log_in()
    pages = ["/console/canned", "/console/notifications"]
    pages += [
        f"/console/cases/{number}/messages/{message}?fact={fact}" for fact in ("purposes", "started", "employees")
    ]
    for path in pages:
        page.goto(site.url + path)
        for summary in page.locator("details.canned > summary").all()[:2]:
            summary.click()
        assert overflow(page) == 0, path
        assert violations(page) == [], path
