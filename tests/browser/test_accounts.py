"""Logins in a browser: the second factor from end to end, staff and the record, on a phone and without scripts."""

import re

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from desk.domain.roles import Role
from desk.services.staff import create_staff
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PASSWORD, PHONE, Site, Visitor
from tests.console.conftest import open_case

NEW = "板橋駅の本屋で待ち合わせ"


@pytest.fixture
def administrator(browser: Browser, site: Site, visitors: list[Visitor]) -> Page:
    """The administrator's browser, without scripts: everything here works without them."""
    create_staff(site.desk, "admin", "管理者 一郎", Role.ADMINISTRATOR, PASSWORD)
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].page("/console/staff")
    sign_in(page, "admin", PASSWORD)
    return page


def sign_in(page: Page, login: str, password: str) -> None:
    """Fill in the login form."""
    page.get_by_label("ログインID").fill(login)
    page.get_by_label("パスワード").fill(password)
    page.get_by_role("button", name="ログイン").click()


def code_of(page: Page, site: Site) -> str:
    """What a telephone shows that has stored the key on the page."""
    key = page.locator("code", has_text=re.compile("^[A-Z2-7]{32}$")).inner_text()
    return pyotp.TOTP(key).at(site.clock.at)


def test_somebody_new_comes_in_sets_up_the_second_factor_and_comes_back(
    administrator: Page, browser: Browser, site: Site, visitors: list[Visitor]
) -> None:
    # given an administrator who adds somebody
    administrator.get_by_label("ログインID").fill("tanaka")
    administrator.get_by_label("お名前").fill("田中 由美")
    administrator.get_by_role("radio", name=re.compile("^相談員")).check()
    administrator.get_by_role("button", name="加えて、最初のパスワードを作る").click()
    started = administrator.locator("code", has_text=re.compile("-")).inner_text()

    # when she logs in with what she was told, on a phone
    visitors.append(Visitor(browser, site, viewport=PHONE, has_touch=True, is_mobile=True))
    visitors[-1].foreseen = ("422 (Unprocessable",)
    page = visitors[-1].page("/console/")
    sign_in(page, "tanaka", started)
    expect(page.get_by_role("heading", name="新しいパスワード")).to_be_visible()
    assert violations(page) == []
    page.get_by_label("新しいパスワード（12文字以上）").fill(NEW)
    page.get_by_label("新しいパスワード（もう一度）").fill(NEW)
    page.get_by_role("button", name="決めて進む").click()
    expect(page.get_by_role("link", name="田中 由美")).to_be_visible()

    # and sets up the second factor
    page.get_by_role("link", name="田中 由美").click()
    assert violations(page) == []
    page.get_by_role("link", name="二要素認証を始める").click()
    assert violations(page) == []
    expect(page.get_by_role("img", name="認証アプリで読み取る図")).to_be_visible()
    key = page.locator("code", has_text=re.compile("^[A-Z2-7]{32}$")).inner_text()
    page.get_by_label("確認コード").fill(code_of(page, site))
    page.get_by_role("button", name="確かめて始める").click()
    expect(page.get_by_role("heading", name="予備コード")).to_be_visible()
    assert page.locator(".codes code").count() == 10
    assert violations(page) == []

    # then the next login asks for a code, and a wrong one is told
    page.get_by_role("button", name="ログアウト").click()
    site.clock.at = site.clock.at.replace(minute=20)
    sign_in(page, "tanaka", NEW)
    page.get_by_label("確認コード").fill("000000")
    page.get_by_role("button", name="ログイン").click()
    expect(page.get_by_role("alert")).to_contain_text("確認コードが合いませんでした")
    assert violations(page) == []
    page.get_by_label("確認コード").fill(pyotp.TOTP(key).at(site.clock.at))
    page.get_by_role("button", name="ログイン").click()
    expect(page.get_by_role("link", name="田中 由美")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE["width"], 1280])
def test_pages_of_logins_and_of_the_record_are_fit_for_everybody(
    browser: Browser, site: Site, visitors: list[Visitor], width: int
) -> None:
    create_staff(site.desk, "admin", "管理者 一郎", Role.ADMINISTRATOR, PASSWORD)
    number = open_case(site.desk, "a")
    visitors.append(Visitor(browser, site, viewport={"width": width, "height": 900}))
    page = visitors[-1].page(f"/console/cases/{number}")
    sign_in(page, "admin", PASSWORD)
    for path in ("staff", "staff/sato", "staff/admin", "account", "account/second-factor", "audit"):
        page.goto(f"{site.url}/console/{path}")
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert violations(page) == [], path
        assert overflow(page) == 0, path
    expect(page.get_by_role("row", name=number).first).to_contain_text("相談を開いた")


def test_an_auditor_finds_who_searched_for_a_word(
    browser: Browser, site: Site, visitors: list[Visitor], coordinator: Visitor
) -> None:
    open_case(site.desk, "a")
    seeking = coordinator.log_in()
    seeking.get_by_label("番号・名前").first.fill("田中")
    seeking.get_by_role("button", name="探す").click()
    create_staff(site.desk, "kansa", "監査 花子", Role.AUDITOR, PASSWORD)
    visitors.append(Visitor(browser, site))
    page = visitors[-1].page("/console/audit")
    sign_in(page, "kansa", PASSWORD)

    page.get_by_label("検索に使われた語").fill("田中")
    page.get_by_role("button", name="探す").click()

    expect(page.get_by_role("row", name="相談の一覧・検索")).to_contain_text("佐藤 花子")
