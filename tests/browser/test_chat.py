"""The panel: what is typed arrives once, what is answered can be read, and nothing needs a mouse."""

from playwright.sync_api import Route, expect

from desk.services.cases import answer_case
from tests.browser.conftest import Visitor
from tests.browser.panel import LAUNCHER, Panel, panel_in
from tests.browser.script import HELLO, NAME, SEEK, TERM

HUMAN = "担当者と話したい"
DISCONNECTED = "ERR_INTERNET_DISCONNECTED"
CUT = "ERR_FAILED"


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


def test_programs_are_cards_with_verdict_reasons_money_time_and_source(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say(SEEK)
    cards = panel.log.get_by_role("article")
    expect(cards).to_have_count(5)
    text = " ".join(cards.all_inner_texts())
    for said in ("対象の見込み", "要確認", "満たしています：", "確認が必要です：", "上限額", "受付", "出典：", "時点"):
        assert said in text
    link = cards.first.get_by_role("link").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    expect(link).to_contain_text("新しいタブで開きます")


def test_an_explanation_is_a_card_with_its_source(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say(TERM)
    card = panel.log.get_by_role("article")
    expect(card.get_by_role("heading")).to_have_text("産学官金連携とは")
    expect(card).to_contain_text("出典：文部科学省、2026年11月1日時点")


def test_a_program_leads_to_its_page_unless_only_its_name_is_known(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say("A-STEPとは")
    panel.hears("確認中の制度")
    known, named = panel.log.get_by_role("article").all()
    sheet = known.get_by_role("link", name="条件と手続きを見る")
    expect(sheet).to_have_attribute("href", f"{person.site.url}/programs/astep-sangaku")
    expect(named.get_by_role("link")).to_have_count(0)


def test_what_the_panel_cannot_draw_is_told_by_its_text(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say("新しい種類")
    panel.hears("まだ描けないものです。")
    expect(panel.log.get_by_role("article")).to_have_count(0)


def test_nothing_anybody_says_becomes_markup(person: Visitor) -> None:
    attack = '<img src=x onerror="alert(1)"> [link](javascript:alert(1))'
    person.site.rasa.script[attack] = [{"text": attack}]
    panel = Panel(person.page("/chat"))
    panel.say(attack)
    expect(panel.log.get_by_text(attack)).to_have_count(2)
    expect(panel.log.locator("img")).to_have_count(0)
    expect(panel.log.locator('a[href^="javascript"]')).to_have_count(0)


def test_each_message_says_who_speaks(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    panel.say(HELLO)
    panel.hears("こんにちは。")
    expect(panel.log.locator(".message__who")).to_have_text(["自動応答", "あなた", "自動応答"])


def test_additions_are_read_out_and_the_waiting_is_told_elsewhere(person: Visitor) -> None:
    person.site.rasa.delay = 1.5
    panel = Panel(person.page("/chat"))
    expect(panel.log).to_have_attribute("aria-live", "polite")
    expect(panel.log).to_have_attribute("aria-relevant", "additions")
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


def test_a_message_typed_without_connection_arrives_exactly_once(person: Visitor) -> None:
    person.foreseen = (DISCONNECTED,)
    panel = Panel(person.page("/chat"))
    panel.say(HELLO)
    panel.hears("こんにちは。")
    person.context.set_offline(True)
    panel.say(TERM)
    expect(panel.log).to_contain_text("送信を待っています")
    expect(panel.alert).to_contain_text("つながりしだい自動で送ります")
    person.context.set_offline(False)
    panel.hears("企業・大学・行政・金融機関")
    expect(panel.alert).to_be_empty()
    expect(panel.log).not_to_contain_text("送信を待っています")
    assert panel.mine() == [HELLO, TERM]
    assert person.site.rasa.heard == [HELLO, TERM]


def test_a_message_typed_without_connection_survives_a_reload(person: Visitor) -> None:
    person.foreseen = (CUT,)
    page = person.page("/chat")
    panel = Panel(page)
    page.route("**/chat/sessions", lambda route: route.abort())
    panel.say(HELLO)
    expect(panel.log).to_contain_text("送信を待っています")
    page.unroute("**/chat/sessions")
    page.reload()
    panel.hears("こんにちは。")
    assert panel.mine() == [HELLO]
    assert person.site.rasa.heard == [HELLO]


def test_a_message_whose_receipt_was_lost_is_sent_again_and_counts_once(person: Visitor) -> None:
    person.foreseen = (CUT,)
    page = person.page("/chat")
    lost: list[str] = []

    def lose_the_first_receipt(route: Route) -> None:
        if lost or route.request.method != "POST":
            route.continue_()
            return
        lost.append(route.fetch().text())
        route.abort()

    page.route("**/chat/messages", lose_the_first_receipt)
    panel = Panel(page)
    panel.say(HELLO)
    panel.hears("こんにちは。")
    page.wait_for_timeout(2500)
    assert lost
    assert panel.mine() == [HELLO]
    assert person.site.rasa.heard == [HELLO]
    expect(panel.alert).to_be_empty()


def test_messages_keep_their_order_however_fast_they_are_typed(person: Visitor) -> None:
    panel = Panel(person.page("/chat"))
    for number in "一二三四五":
        panel.say(f"{number}番目")
    expect(panel.log.locator(".message--bot")).to_have_count(5)
    wanted = [f"{number}番目" for number in "一二三四五"]
    assert panel.mine() == wanted
    assert person.site.rasa.heard == wanted


def test_a_lost_conversation_is_told_and_a_new_one_begins(person: Visitor) -> None:
    person.foreseen = ("401 (Unauthorized)",)
    page = person.page("/chat")
    panel = Panel(page)
    panel.press(SEEK)
    panel.hears("見込みのある制度")
    page.evaluate("sessionStorage.setItem('desk.token', JSON.stringify('gone'))")
    person.site.rasa.script["担当者に相談する"] = [{"text": "新しい会話です。"}]
    panel.press("担当者に相談する")
    panel.hears("新しい会話です。")
    expect(panel.alert).to_contain_text("新しい会話を始めます")
    assert person.site.rasa.heard == [SEEK, "担当者に相談する"]


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
