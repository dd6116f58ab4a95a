"""What is typed arrives once and in order, whatever the connection does."""

from playwright.sync_api import Route, expect

from tests.browser.conftest import Visitor
from tests.browser.panel import Panel
from tests.browser.script import HELLO, SEEK, TERM

DISCONNECTED = "ERR_INTERNET_DISCONNECTED"
CUT = "ERR_FAILED"


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
