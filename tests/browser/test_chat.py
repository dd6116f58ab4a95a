"""The panel: opening and closing, writing, being read out, and what is told when something is wrong."""

from playwright.sync_api import expect

from desk.services.cases import answer_case
from tests.browser.conftest import Visitor
from tests.browser.panel import LAUNCHER, Panel, panel_in
from tests.browser.script import HELLO, NAME, SEEK

HUMAN = "担当者と話したい"


def test_escape_closes_the_panel_and_gives_the_focus_back(person: Visitor) -> None:
    page = person.page()
    panel_in(page)
    page.keyboard.press("Escape")
    expect(page.locator("iframe")).to_be_hidden()
    launcher = page.get_by_role("button", name=LAUNCHER)
    expect(launcher).to_be_focused()
    expect(launcher).to_have_attribute("aria-expanded", "false")


def test_the_panel_s_own_button_closes_it_too(person: Visitor) -> None:
    page = person.page()
    panel_in(page).press("閉じる")
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_focused()


def test_a_link_of_the_page_opens_the_panel(person: Visitor) -> None:
    page = person.page()
    page.get_by_role("link", name=LAUNCHER).click()
    expect(Panel(page.frame_locator("iframe")).text).to_be_focused()


def test_the_panel_also_stands_in_a_tab_of_its_own(person: Visitor) -> None:
    page = person.page("/chat")
    expect(page.get_by_role("button", name="閉じる")).to_be_hidden()
    panel = Panel(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")


def test_shift_and_enter_begin_a_new_line(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.text.fill("一行目")
    panel.text.press("Shift+Enter")
    panel.text.press_sequentially("二行目")
    expect(panel.text).to_have_value("一行目\n二行目")
    panel.text.press("Enter")
    expect(panel.log.locator(".message--user .message__text")).to_have_text("一行目\n二行目")


def test_the_enter_that_confirms_a_conversion_does_not_send(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.text.fill("補助金")
    for composing in ({"key": "Enter", "isComposing": True}, {"key": "Enter", "keyCode": 229}):
        panel.text.dispatch_event("keydown", composing | {"bubbles": True, "cancelable": True})
    expect(panel.text).to_have_value("補助金")
    assert panel.mine() == []


def test_an_empty_message_is_not_sent(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say("   ")
    assert panel.mine() == []


def test_nothing_is_stored_before_something_is_said_and_nothing_after_the_tab_is_closed(person: Visitor) -> None:
    page = person.page("/chat")
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]
    panel = Panel(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    assert Panel(person.page("/chat")).mine() == []


def test_a_button_shows_its_title_and_sends_what_it_stands_for(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.press(SEEK)
    expect(panel.text).to_be_focused()
    group = panel.inside.get_by_role("group", name="返事の候補")
    expect(group.get_by_role("button")).to_have_text(["質問に答えてしぼる", "担当者に相談する"])
    panel.press("質問に答えてしぼる")
    panel.hears("従業員は何人ですか。")
    expect(group).to_have_count(0)
    assert panel.mine() == [SEEK, "質問に答えてしぼる"]
    assert person.site.rasa.heard == [SEEK, "/more"]


def test_each_message_says_who_speaks(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say(HELLO)
    panel.hears("こんにちは。")
    expect(panel.log.locator(".message__who")).to_have_text(["自動応答", "あなた", "自動応答"])


def test_additions_are_read_out_and_the_waiting_is_told_elsewhere(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    expect(panel.log).to_have_attribute("aria-live", "polite")
    expect(panel.log).to_have_attribute("aria-relevant", "additions")
    with person.site.rasa.thinking():
        panel.say(HELLO)
        expect(panel.status).to_have_text("回答を準備しています")
    panel.hears("こんにちは。")
    expect(panel.status).to_be_empty()


def test_a_conversation_is_there_again_after_a_reload_and_is_not_read_out_again(person: Visitor) -> None:
    page = person.page("/chat")
    panel = Panel(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    page.reload()
    panel.hears("こんにちは。")
    assert panel.mine() == [HELLO]
    expect(panel.log).to_have_attribute("aria-live", "polite")


def test_a_message_that_is_too_long_is_told_before_it_is_sent(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say("あ" * 3_005)
    expect(panel.alert).to_contain_text("あと5文字減らすか、分けて送ってください")
    expect(panel.text).to_have_attribute("aria-invalid", "true")
    panel.say("😀" * 3_000)
    expect(panel.alert).to_be_empty()
    panel.hears("すみません、わかりませんでした")


def test_when_the_bot_fails_a_person_is_offered(person: Visitor) -> None:
    person.site.rasa.broken = True
    panel = Panel(person.page("/chat"))
    panel.say(HELLO)
    panel.hears("自動応答が止まっています")
    expect(panel.inside.get_by_role("button", name="担当者に相談する")).to_be_visible()


def test_what_comes_while_the_panel_is_closed_is_counted_at_the_launcher(person: Visitor) -> None:
    person.site.rasa.script[HUMAN] = person.site.rasa.script["/request_human"]
    page = person.page()
    panel = panel_in(page)
    panel.press(HUMAN)
    panel.hears("お名前を教えてください")
    panel.say(NAME)
    panel.hears("I-2026-000001")
    page.keyboard.press("Escape")
    answer_case(person.site.desk, "I-2026-000001", "佐藤です。", "sato")
    launcher = page.get_by_role("button", name=f"{LAUNCHER}（新しいメッセージ 1件）")
    expect(launcher).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("相談チャットに新しいメッセージが1件あります。")
    launcher.click()
    panel.hears("佐藤です。")
    expect(page.get_by_role("button", name="チャットを閉じる")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=LAUNCHER, exact=True)).to_be_visible()
