"""Pages of single programs for everybody: small screens, no mouse, no script."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import Site, Visitor

#: one with tracks in a table, one that has ended, one that is planned
PAGES = ["/programs/tokyo-kosha-shinseihin-shingijutsu", "/programs/jigyo-saikochiku", "/programs/ward-plan-rd-grant"]
NARROWED = "/programs?area=板橋区&kind=subsidy&state=open"


@pytest.mark.parametrize("path", [*PAGES, NARROWED])
def test_axe_finds_nothing(person: Visitor, path: str) -> None:
    assert violations(person.page(path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_phone(phone: Visitor, path: str) -> None:
    assert violations(phone.page(path)) == []


@pytest.mark.parametrize("path", [*PAGES, NARROWED])
def test_pages_reflow_on_the_narrowest_screen(browser: Browser, site: Site, visitors: list[Visitor], path: str) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": 320, "height": 256}))
    assert overflow(visitors[-1].page(path)) == 0


def test_what_is_not_there_is_told_kindly(person: Visitor) -> None:
    person.foreseen = ("404",)
    page = person.page("/programs/inpit-kaigai")
    expect(page.get_by_role("heading", level=1)).to_have_text("この制度のページはありません")
    assert violations(page) == []


def test_from_the_list_to_a_program_and_its_relatives_without_scripts(
    browser: Browser, site: Site, visitors: list[Visitor]
) -> None:
    # given a reader whose browser runs no scripts
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].page("/programs")

    # when they narrow the list to what a firm in the ward can apply for now
    page.get_by_label("会社のある地域").select_option("板橋区")
    page.get_by_label("種類").select_option("補助金・助成金")
    page.get_by_label("目的").select_option("大学などとの共同研究")
    page.get_by_role("button", name="探す").click()
    page.get_by_role("link", name="産学公連携研究開発支援事業助成金").click()

    # then they read who, how much and where that is written, and go on to what is like it
    expect(page.get_by_role("heading", level=1)).to_have_text("産学公連携研究開発支援事業助成金")
    expect(page.get_by_role("heading", name="人が確認すること")).to_be_visible()
    expect(page.get_by_text("上限150万円・助成率2/3以内")).to_be_visible()
    expect(page.get_by_role("link", name="J-Search")).to_have_attribute("rel", "noopener noreferrer")
    page.locator("article .programs a").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("産学公連携研究開発支援事業助成金")


def test_the_chat_opens_on_a_programs_page(person: Visitor) -> None:
    page = person.page(PAGES[0])
    page.get_by_role("main").get_by_role("link", name="チャットで相談する").click()
    expect(page.locator("iframe")).to_be_visible()
