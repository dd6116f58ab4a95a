"""What is drawn beside a message, and what is only told."""

from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.panel import Panel
from tests.browser.script import SEEK, TERM


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
