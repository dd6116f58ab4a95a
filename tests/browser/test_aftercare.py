"""After a case: three questions in the person's own chat, and what came of it on a page of the console."""

from datetime import timedelta

from playwright.sync_api import expect
from sqlalchemy import select

from desk.db.tables import Conversation, Survey
from desk.services.cases import answer_case, update_case
from desk.services.follow_ups import begin_follow_ups
from desk.services.surveys import send_surveys
from tests.browser.accessibility import violations
from tests.browser.conftest import Site, Visitor
from tests.browser.panel import Panel
from tests.browser.script import HELLO
from tests.console.conftest import open_case
from tests.services.people import handed_over


def closed(site: Site, number: str) -> None:
    """The case is answered and closed."""
    answer_case(site.desk, number, "制度を2つご案内しました。", "sato")
    update_case(site.desk, number, "sato", {"status": "closed"})


def test_a_person_answers_the_survey_in_the_chat_and_goes_on_talking(person: Visitor, site: Site) -> None:
    # given somebody in the chat whose case was closed
    panel = Panel(person.page("/chat"))
    panel.say(HELLO)
    panel.hears("こんにちは。")
    with site.desk.database.reading() as session:
        conversation = session.scalars(select(Conversation.id)).one()
    closed(site, handed_over(site.desk, conversation))

    # when the desk asks, and the person presses, skips and writes
    assert send_surveys(site.desk) == 1
    panel.hears("どのくらい満足されましたか")
    assert violations(person.context.pages[0]) == []
    panel.press("5 とても満足")
    panel.hears("解決しましたか")
    panel.press("答えない")
    panel.hears("よかったことや、直してほしいこと")
    panel.press("ひとこと書く")
    panel.hears("ご意見としてお預かりします")
    panel.say("早く返事がもらえて助かりました。")
    panel.hears("ご意見をお預かりしました")

    # then it stands in the record, Rasa has heard nothing of it, and the bot goes on
    with site.desk.database.reading() as session:
        survey = session.scalars(select(Survey)).one()
    assert (survey.score, survey.solved, survey.word) == (5, None, "早く返事がもらえて助かりました。")
    assert site.rasa.heard == [HELLO]
    panel.say(HELLO)
    expect(panel.log.get_by_text("こんにちは。")).to_have_count(2)


def test_what_came_of_a_case_is_noted_on_a_page_that_everybody_can_use(coordinator: Visitor, site: Site) -> None:
    number = open_case(site.desk, "a")
    closed(site, number)
    site.clock.at += timedelta(days=90)
    begin_follow_ups(site.desk)
    page = coordinator.log_in("/console/follow-ups")
    expect(page.get_by_role("heading", name=number)).to_be_visible()
    assert violations(page) == []
    page.get_by_label("その後", exact=True).select_option("補助金などに採択された")
    page.get_by_role("button", name="記録する").click()
    expect(page.get_by_role("status")).to_have_text(f"{number}のその後を記録しました。")
    assert violations(page) == []


def test_the_filters_of_the_queue_can_be_used_by_everybody(coordinator: Visitor, site: Site) -> None:
    number = open_case(site.desk, "a")
    page = coordinator.log_in("/console/?basket=all")
    page.get_by_text("くわしく絞り込む").click()
    assert violations(page) == []
    page.get_by_label("経路").select_option("LINE")
    page.get_by_role("button", name="探す").click()
    expect(page.get_by_text("条件に合う相談はありません。")).to_be_visible()
    page.get_by_label("経路").select_option("チャット")
    page.get_by_role("button", name="探す").click()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="この一覧をCSVで保存").click()
    assert download.value.suggested_filename == "相談一覧_すべて_20261124.csv"
