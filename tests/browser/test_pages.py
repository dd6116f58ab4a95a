"""Every public page for everybody: small screens, big letters, no mouse, no script, other colours."""

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import PHONE, Site, Visitor
from tests.browser.panel import Panel, panel_in
from tests.browser.script import SEEK

PAGES = ["/", "/programs", "/chat"]
#: CSS pixels that a finger needs
FINGER = 44


def too_small(controls: Locator) -> list[str]:
    """Visible controls that a finger would miss."""
    small = []
    for control in controls.all():
        box = control.bounding_box()
        if box and min(box["width"], box["height"]) < FINGER - 0.5:
            small.append(control.evaluate("element => element.outerHTML")[:120])
    return small


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(person: Visitor, path: str) -> None:
    assert violations(person.page(path)) == []


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_a_phone(phone: Visitor, path: str) -> None:
    assert violations(phone.page(path)) == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 320, "height": 256}], ids=["320px", "400%"])
def test_pages_reflow_on_the_narrowest_screen(
    browser: Browser, site: Site, visitors: list[Visitor], path: str, size: dict[str, int]
) -> None:
    visitors.append(Visitor(browser, site, viewport=size))
    assert overflow(visitors[-1].page(path)) == 0


def test_the_chat_can_be_used_at_four_hundred_percent(browser: Browser, site: Site, visitors: list[Visitor]) -> None:
    visitors.append(Visitor(browser, site, viewport={"width": 320, "height": 256}))
    page = visitors[-1].page("/chat")
    panel = Panel(page)
    panel.say(SEEK)
    panel.hears("対象の見込み")
    assert overflow(page) == 0
    panel.text.scroll_into_view_if_needed()
    expect(panel.text).to_be_in_viewport()


def test_cards_fit_a_phone_and_every_control_a_finger(phone: Visitor) -> None:
    page = phone.page()
    page.get_by_role("button", name="チャットで相談する").tap()
    panel = Panel(page.frame_locator("iframe"))
    panel.press(SEEK)
    panel.hears("対象の見込み")
    frame = page.frames[1]
    box = page.locator("iframe").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (PHONE["width"], PHONE["height"])
    assert frame.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert too_small(frame.locator("button:visible, textarea, summary:visible, .card a")) == []
    assert violations(page) == []


def test_a_full_screen_panel_steps_aside_for_what_is_focused_behind_it(phone: Visitor) -> None:
    page = phone.page()
    page.get_by_role("button", name="チャットで相談する").tap()
    expect(page.locator("iframe")).to_be_visible()
    page.get_by_role("link", name="支援制度の一覧を見る").focus()
    expect(page.locator("iframe")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_the_desk_is_still_found(
    browser: Browser, site: Site, visitors: list[Visitor], path: str
) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].page(path)
    expect(page.get_by_text("区役所の産業振興担当窓口").first).to_be_visible()
    expect(page.get_by_text("月・火・水・木・金 9:00〜17:00").first).to_be_visible()
    expect(page.get_by_role("textbox", name="相談の内容")).to_have_count(0)


def test_programs_can_be_searched_without_scripts(browser: Browser, site: Site, visitors: list[Visitor]) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    page = visitors[-1].page("/programs")
    page.get_by_label("言葉").fill("産学公連携研究開発支援")
    page.get_by_role("button", name="探す").click()
    expect(page.get_by_role("heading", name="産学公連携研究開発支援事業助成金")).to_be_visible()


def test_the_keyboard_alone_reaches_everything_in_order(person: Visitor) -> None:
    page = person.page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="本文へ移る")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="チャットで相談する")).to_be_focused()
    panel = panel_in(page)
    page.keyboard.press("Shift+Tab")
    expect(panel.inside.get_by_role("button", name="担当者と話したい")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(panel.inside.get_by_role("button", name="送信")).to_be_focused()


def test_the_focus_can_always_be_seen(person: Visitor) -> None:
    page = person.page()
    for _ in range(8):
        page.keyboard.press("Tab")
        width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert width == "4px"


def test_nothing_moves_for_those_who_asked_for_less_motion(person: Visitor) -> None:
    page = person.page("/chat")
    with person.site.rasa.thinking():
        Panel(page).say(SEEK)
        expect(Panel(page).status).to_have_text("回答を準備しています")
        assert page.evaluate("document.getAnimations().length") == 0


def test_cards_keep_their_edges_in_forced_colours(browser: Browser, site: Site, visitors: list[Visitor]) -> None:
    visitors.append(Visitor(browser, site, forced_colors="active"))
    page = visitors[-1].page("/chat")
    panel = Panel(page)
    panel.say(SEEK)
    panel.hears("対象の見込み")
    for kind in (".message__text", ".card", ".intro"):
        assert page.locator(kind).first.evaluate("element => getComputedStyle(element).borderTopStyle") == "solid"


def test_the_check_itself_finds_what_is_wrong_in_a_page_and_in_its_frames(person: Visitor) -> None:
    page = person.page("/chat")
    page.evaluate("document.getElementById('text').labels[0].remove()")
    assert any("label" in line for line in violations(page))
    page = person.page()
    panel_in(page)
    page.frames[1].evaluate("document.documentElement.removeAttribute('lang')")
    assert any("html-has-lang" in line for line in violations(page))
