"""The pages of indicators in a browser: clean for axe, fit for a phone, by keyboard, without scripts, on paper."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PHONE, Site, Visitor
from tests.services.year import small_year

HOME = "/console/indicators"
PAGES = {HOME: "指標", f"{HOME}/report": "年次報告", f"{HOME}/unmet": "満たされていない要望"}


@pytest.fixture
def number(site: Site) -> str:
    """The case of which something came, in a desk that has had a small year."""
    return small_year(site.desk)


def test_axe_finds_nothing_full_or_empty(coordinator: Visitor, site: Site) -> None:
    page = coordinator.log_in(HOME)
    for path, title in PAGES.items():
        page.goto(site.url + path)
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        assert violations(page) == []
    small_year(site.desk)
    for path in PAGES:
        page.goto(site.url + path)
        for summary in page.locator("details > summary").all()[:3]:
            summary.click()
        assert violations(page) == []


@pytest.mark.parametrize("width", [320, PHONE["width"]])
def test_the_pages_fit_narrow_screens(
    browser: Browser, site: Site, visitors: list[Visitor], number: str, width: int
) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": width, "height": 740}))
    page = visitors[-1].log_in(HOME)
    for path in PAGES:
        page.goto(site.url + path)
        assert overflow(page) == 0, path


def test_the_keyboard_chooses_a_period_and_opens_a_definition_without_scripts(
    browser: Browser, site: Site, visitors: list[Visitor], number: str
) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].log_in(HOME)
    page.get_by_label("年度").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="この期間を見る").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("指標 令和7年度（2025年度）")
    matches = page.locator("#matches")
    matches.locator("summary").press("Enter")
    expect(matches.get_by_text("「マッチングの成立」の件数（相手ごとに1件）")).to_be_visible()


def test_the_report_prints_without_menu_and_picker(coordinator: Visitor, site: Site, number: str) -> None:
    page = coordinator.log_in(f"{HOME}/report")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("navigation", name="職員用の画面")).to_be_hidden()
    expect(page.get_by_role("button", name="この期間を見る")).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_result_is_noted_and_taken_back_on_the_page_of_the_case(
    coordinator: Visitor, site: Site, number: str
) -> None:
    page = coordinator.log_in(f"/console/cases/{number}")
    page.get_by_text("成果を記録する").first.click()
    assert violations(page) == []
    page.get_by_label("種類", exact=True).select_option("funded")
    page.get_by_label("あった日").fill("2026-11-20")
    page.get_by_label("金額（売上・資金調達では必ず）").fill("300万円")
    page.get_by_role("button", name="成果を記録する").click()
    results = page.locator("#results")
    expect(results.get_by_role("listitem").first).to_contain_text("資金調達（300万円）")
    results.get_by_role("listitem").first.get_by_role("button", name="取り消す").click()
    expect(results.get_by_text("（300万円）")).to_have_count(0)
