"""The review queue in a browser: clean for axe, settled with the keyboard alone, and without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from desk.services.reviews import Settled, read_reviews
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PHONE, Site, Visitor
from tests.services.uncertain import found, unsure

PAGE = "/console/reviews"


@pytest.fixture(autouse=True)
def _waiting(site: Site) -> None:
    """Two messages, the newer one with a name and a theme."""
    unsure(site.desk, "あれ貸してもらえるやつ")
    text = "山田ですけど膜がぱりぱりで"
    unsure(site.desk, text, found("person_name", "山田", text, "山田"), found("tech_theme", "膜", text, "膜"))


def settled(site: Site) -> list[Settled]:
    """What staff have looked at."""
    return read_reviews(site.desk, 0.5).settled


def test_axe_finds_nothing_full_or_empty(coordinator: Visitor, site: Site) -> None:
    page = coordinator.log_in(PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_text("読み取りの確認")
    assert violations(page) == []
    for _ in range(2):
        page.get_by_role("radio", name="使わない").check()
        page.get_by_role("button", name="記録して次へ").click()
        expect(page.get_by_role("status")).to_have_text("使わない発言として記録しました。次の発言へ進みました。")
    expect(page.get_by_text("確認する発言はありません。")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, PHONE["width"], 768])
def test_the_page_fits_narrow_screens(browser: Browser, site: Site, visitors: list[Visitor], width: int) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": width, "height": 740}))
    page = visitors[-1].log_in(PAGE)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert overflow(page) == 0
    assert violations(page) == []


def test_the_keyboard_alone_settles_one_after_the_other(coordinator: Visitor, site: Site) -> None:
    page = coordinator.log_in(PAGE)
    first = page.get_by_role("radio", name="技術相談")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("記録しました。次の発言へ進みました。")
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_text("確認する発言はありません。")).to_be_visible()
    assert [each.intent for each in settled(site)] == ["tech_consult", "use_facility"]


def test_everything_works_without_scripts(browser: Browser, site: Site, visitors: list[Visitor]) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].log_in(PAGE)
    page.get_by_role("radio", name="ほかの意図").check()
    page.get_by_label("ほかの意図の一覧").select_option("ask_cases")
    page.get_by_role("checkbox", name="膜").uncheck()
    page.get_by_role("button", name="記録して次へ").click()
    expect(page.locator("#uttered")).to_have_text("あれ貸してもらえるやつ")
    assert [(each.text, each.intent) for each in settled(site)] == [("［お名前］ですけど膜がぱりぱりで", "ask_cases")]
    page.get_by_role("button", name="取り消す").click()
    expect(page.locator("#uttered")).to_have_text("［お名前］ですけど膜がぱりぱりで")
    assert settled(site) == []
