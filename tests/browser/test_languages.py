"""The panel in another language: chosen by keyboard, told to screen readers, kept on the next page."""

from playwright.sync_api import Locator, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visitor
from tests.browser.panel import Panel


def switch(panel: Panel) -> Locator:
    return panel.inside.get_by_role("group", name="言語 Language")


def test_english_is_chosen_by_keyboard_and_said_in_the_chat(person: Visitor) -> None:
    page = person.page("/chat")
    panel = Panel(page)

    # when the button is pressed by keyboard
    english = switch(panel).get_by_role("button", name="English")
    english.focus()
    page.keyboard.press("Enter")

    # then it is a message like any other, and the panel speaks English from its answer on
    panel.hears("From now on I answer in English.")
    assert panel.mine() == ["English please"]
    expect(english).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()
    expect(page.get_by_label("Your message")).to_be_focused()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Talk to a person")).to_have_attribute("lang", "en")


def test_japanese_within_an_english_answer_is_told_to_screen_readers(person: Visitor) -> None:
    page = person.page("/chat")
    panel = Panel(page)
    switch(panel).get_by_role("button", name="English").click()
    panel.hears("From now on I answer in English.")

    english, japanese = panel.log.locator(".message--bot .message__text span").all()
    expect(english).to_have_attribute("lang", "en")
    expect(japanese).to_have_attribute("lang", "ja")
    assert violations(page) == []


def test_the_language_stays_after_a_reload_and_can_be_changed_back(person: Visitor) -> None:
    page = person.page("/chat")
    panel = Panel(page)
    switch(panel).get_by_role("button", name="English").click()
    panel.hears("From now on")

    page.reload()
    panel.hears("From now on")
    expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()

    switch(panel).get_by_role("button", name="日本語", exact=True).click()
    panel.hears("ふつうの日本語でお答えします。")
    expect(page.get_by_role("button", name="送信")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "ja")
