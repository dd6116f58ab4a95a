"""The console in a browser: fresh by itself, usable without mouse or scripts, kind when the login runs out."""

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from desk.services.cases import answer_case, read_case, update_case
from desk.services.conversations import open_conversation, receive
from desk.services.staff import IDLE
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PASSWORD, PHONE, Site, Visitor
from tests.console.conftest import open_case


@pytest.fixture
def number(site: Site) -> str:
    """A case that waits."""
    return open_case(site.desk, "a")


def something_happens(site: Site) -> None:
    """Ends the requests that pages hold, which would take some seconds to end by themselves."""
    receive(site.desk, open_conversation(site.desk, "web", "a"), "追加です。")


def test_axe_finds_nothing_on_any_page(coordinator: Visitor, site: Site, number: str) -> None:
    coordinator.foreseen = ("422 (Unprocessable", "404 (Not Found)")
    page = coordinator.page("/console/")
    assert violations(page) == []
    page.get_by_label("ログインID").fill("sato")
    page.get_by_label("パスワード").fill("ちがう")
    page.get_by_role("button", name="ログイン").click()
    expect(page.get_by_role("alert")).to_contain_text("IDとパスワードを確かめてください")
    assert violations(page) == []
    page.get_by_label("パスワード").fill(PASSWORD)
    page.get_by_role("button", name="ログイン").click()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    answer_case(site.desk, open_case(site.desk, "b"), "お電話します。", "sato")
    site.clock.at += timedelta(minutes=20)
    pages = [
        "/console/?basket=all",
        "/console/?basket=mine",
        f"/console/cases/{number}",
        "/console/cases/I-2026-999999",
    ]
    for path in pages:
        page.goto(site.url + path)
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, PHONE["width"], 768])
def test_pages_fit_narrow_screens(
    browser: Browser, site: Site, visitors: list[Visitor], number: str, width: int
) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": width, "height": 740}))
    page = visitors[-1].log_in()
    for path in ("/console/?basket=all", f"/console/cases/{number}"):
        page.goto(site.url + path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert overflow(page) == 0
        assert violations(page) == []


def test_a_new_case_appears_by_itself_and_is_announced(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    expect(page.get_by_role("status")).to_be_empty()
    fresh = open_case(site.desk, "b")
    expect(page.get_by_role("link", name=fresh)).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(f"新しい相談が届きました（{fresh}）。")
    expect(page.get_by_role("link", name="新規")).to_contain_text("2")
    expect(page).to_have_title("新規（2件）｜相談窓口 職員用")


def test_a_fresh_queue_leaves_the_focus_where_it_was(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in("/console/?basket=all")
    for link in (page.get_by_role("link", name=number), page.get_by_role("link", name="すべて")):
        link.focus()
        before = page.get_by_role("row").count()
        open_case(site.desk, f"{before}")
        expect(page.get_by_role("row")).to_have_count(before + 1)
        expect(link).to_be_focused()
    page.get_by_role("link", name=number).focus()
    update_case(site.desk, number, "sato", {"assignee": "sato"})
    expect(page.get_by_role("row", name=number)).to_contain_text("佐藤 花子")
    expect(page.get_by_role("link", name=number)).to_be_focused()


def test_what_the_person_adds_appears_while_an_answer_is_written(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in(f"/console/cases/{number}")
    draft = page.get_by_label("返事", exact=True)
    draft.fill("書きかけの返事")
    receive(site.desk, open_conversation(site.desk, "web", "a"), "追加です。図面もあります。")
    expect(page.get_by_role("log")).to_contain_text("図面もあります。")
    expect(draft).to_have_value("書きかけの返事")
    expect(draft).to_be_focused()


def test_a_change_by_a_colleague_is_seen(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in(f"/console/cases/{number}")
    update_case(site.desk, number, "sato", {"assignee": "sato"})
    expect(page.locator("#state")).to_contain_text("担当決定")
    expect(page.locator("#events")).to_contain_text("担当を佐藤 花子に決めました")


def test_the_keyboard_alone_answers_a_case(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.page("/console/")
    page.get_by_label("ログインID").focus()
    page.keyboard.type("sato")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=number).focus()
    page.keyboard.press("Enter")
    page.get_by_role("log").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("佐藤です。")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("返事を送りました。")
    assert read_case(site.desk, number).transcript[-1].text == "佐藤です。"


def test_everything_works_without_scripts(browser: Browser, site: Site, visitors: list[Visitor], number: str) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].log_in()
    page.get_by_role("link", name=number).click()
    page.get_by_role("button", name="自分が担当する").click()
    page.get_by_label("返事", exact=True).fill("佐藤です。")
    page.get_by_role("button", name="返事を送る").click()
    page.get_by_label("次の状態").select_option("完了")
    page.get_by_role("button", name="状態を変える").click()
    expect(page.locator("#state")).to_contain_text("完了")
    page.get_by_role("button", name="ログアウト").click()
    expect(page.get_by_role("heading", name="ログイン")).to_be_visible()


def test_an_answer_pressed_twice_is_sent_once(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in(f"/console/cases/{number}")
    page.get_by_label("返事", exact=True).fill("佐藤です。")
    page.get_by_role("button", name="返事を送る").dblclick()
    expect(page.get_by_role("status")).to_have_text("返事を送りました。")
    assert [said.text for said in read_case(site.desk, number).transcript].count("佐藤です。") == 1


def test_before_the_login_runs_out_it_can_be_prolonged(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in(f"/console/cases/{number}")
    site.clock.at += IDLE - timedelta(minutes=4)
    something_happens(site)
    expect(page.get_by_role("alert")).to_contain_text("まもなくログインの期限が切れます")
    page.get_by_role("button", name="ログインを続ける").click()
    expect(page.get_by_text("まもなくログインの期限が切れます")).to_be_hidden()
    site.clock.at += timedelta(minutes=10)
    page.reload()
    expect(page.get_by_role("heading", name=number)).to_be_visible()


def test_when_the_login_has_run_out_the_page_says_so_and_keeps_the_draft(
    coordinator: Visitor, site: Site, number: str
) -> None:
    coordinator.foreseen = ("401 (Unauthorized)",)
    page = coordinator.log_in(f"/console/cases/{number}")
    page.get_by_label("返事", exact=True).fill("書きかけの返事")
    site.clock.at += IDLE + timedelta(minutes=1)
    something_happens(site)
    expect(page.get_by_role("alert")).to_contain_text("ログインの期限が切れました")
    expect(page.get_by_label("返事", exact=True)).to_have_value("書きかけの返事")
    page.get_by_role("button", name="返事を送る").click()
    expect(page.get_by_label("書いた内容")).to_have_value("書きかけの返事")
    assert violations(page) == []
