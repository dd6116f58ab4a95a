"""The way of a person from the ward's website to a coordinator's answer, and of the coordinator to the person."""

from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.conftest import Visitor
from tests.browser.panel import Panel, panel_in
from tests.browser.script import NAME, SEEK


def test_a_person_finds_programs_asks_for_somebody_and_gets_an_answer(person: Visitor, coordinator: Visitor) -> None:
    page = person.page()
    panel = panel_in(page)
    panel.say(SEEK)
    panel.hears("見込みのある制度をご案内します")
    expect(panel.log.get_by_role("article").first).to_contain_text("対象の見込み")
    assert violations(page) == []

    panel.press("担当者に相談する")
    panel.hears("お名前を教えてください")
    console = coordinator.log_in()
    expect(console.get_by_text("いまはありません")).to_be_visible()
    panel.say(NAME)
    receipt = panel.log.get_by_role("article").last
    expect(receipt).to_contain_text("受付番号I-2026-000001")
    expect(receipt).to_contain_text("11月25日（水）10時まで")

    case = console.get_by_role("link", name="I-2026-000001")
    expect(case).to_be_visible()
    expect(console.get_by_role("status")).to_have_text("新しい相談が届きました（I-2026-000001）。")
    case.click()
    expect(console.get_by_text("有限会社田中製作所", exact=True)).to_be_visible()
    console.get_by_label("返事", exact=True).fill("佐藤と申します。\nお電話でお話しできますか。")
    console.get_by_role("button", name="返事を送る").click()
    expect(console.get_by_role("status")).to_have_text("返事を送りました。")

    panel.hears("お電話でお話しできますか。")
    panel.say("はい、午後なら。")
    expect(console.get_by_role("log")).to_contain_text("はい、午後なら。")
    expect(panel.status).to_have_text("担当者に届きました。返事をお待ちください。")
    assert person.site.rasa.heard == [SEEK, "/request_human", NAME]
    assert violations(page) == []
    assert violations(console) == []

    page.reload()
    panel = Panel(page.frame_locator("iframe"))
    panel.hears("はい、午後なら。")
    assert panel.mine() == [SEEK, "担当者に相談する", NAME, "はい、午後なら。"]
