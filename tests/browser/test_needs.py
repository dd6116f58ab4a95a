"""Needs, coordinators and written-down calls in a browser: for everybody, on a phone, without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from desk.domain.cases import Speciality
from desk.services.cases import read_case
from desk.services.coordinators import save_profile
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PHONE, Site, Visitor
from tests.console.conftest import open_case

PAGES = ("/console/coordinators", "/console/coordinators/sato", "/console/consultations/new")


@pytest.fixture
def number(site: Site) -> str:
    """A case that was offered to 佐藤, beside another of the same person."""
    save_profile(site.desk, "sato", [Speciality.SUBSIDY], [], 10, active=True)
    open_case(site.desk, "b")
    return open_case(site.desk, "a")


@pytest.mark.parametrize("width", [320, PHONE["width"], 1280])
def test_pages_are_open_to_everybody_at_any_width(
    browser: Browser, site: Site, visitors: list[Visitor], number: str, width: int
) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": width, "height": 740}))
    page = visitors[-1].log_in()
    for path in (*PAGES, f"/console/cases/{number}"):
        page.goto(site.url + path)
        page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true; })")
        assert overflow(page) == 0, path
        assert violations(page) == [], path


def test_a_need_is_taken_without_scripts(browser: Browser, site: Site, visitors: list[Visitor], number: str) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].log_in(f"/console/cases/{number}")
    page.get_by_role("button", name="引き受ける").click()
    expect(page.locator("#needs")).to_contain_text("担当：佐藤 花子")
    assert read_case(site.desk, number).line.assignee == "sato"


def test_a_call_is_written_down(coordinator: Visitor, site: Site) -> None:
    page = coordinator.log_in("/console/consultations/new")
    page.get_by_label("概要（一行）").fill("商標について")
    page.get_by_label("相談者の話").fill("似た商標がないか知りたい")
    page.get_by_role("button", name="記録する").click()
    expect(page.get_by_role("status")).to_have_text("相談を記録しました。")
    expect(page.locator("#brief")).to_contain_text("電話で受け付けました")
