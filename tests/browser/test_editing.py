"""Programs, knowledge and the desk's own data in a browser: clean for axe, on a telephone, and without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from desk.services.staff import create_staff
from desk.services.unanswered import note_unanswered
from tests.browser.accessibility import overflow, violations
from tests.browser.conftest import DESKTOP, PASSWORD, PHONE, Site, Visitor
from tests.services.editors import CHALLENGE, drafted, editor
from tests.services.people import person

PAGES = {
    "programs": "/console/catalogue?q=板橋",
    "program": f"/console/catalogue/{CHALLENGE}",
    "form of a program": f"/console/catalogue/{CHALLENGE}/edit",
    "version": "/console/catalogue/versions/1",
    "public page before publishing": "/console/catalogue/versions/1/page",
    "cases judged otherwise": "/console/rechecked",
    "entries": "/console/knowledge?verified=unverified",
    "entry": "/console/knowledge/gbizid",
    "form of an entry": "/console/knowledge/gbizid/edit",
    "unanswered": "/console/knowledge/unanswered",
    "events and clinics": "/console/occasions",
    "the desk": "/console/desk",
}


@pytest.fixture(autouse=True)
def _work(site: Site) -> None:
    """A draft of somebody else, a question nobody could answer, and a lead who may see everything."""
    drafted(site.desk, editor(site.desk), summary="区内の中小企業の開発を補助します。")
    note_unanswered(site.desk, person(site.desk), "分散台帳はどんな技術ですか", [])
    create_staff(site.desk, "sato", "佐藤 花子", "lead", PASSWORD)


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, site: Site, visitors: list[Visitor], viewport: dict[str, int]
) -> None:
    visitors.append(Visitor(browser, site, viewport=viewport))
    page = visitors[-1].log_in()
    expect(page.get_by_role("navigation", name="職員用の画面")).to_be_visible()
    for name, path in PAGES.items():
        page.goto(site.url + path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert violations(page) == [], name
        assert overflow(page) == 0, name


def test_a_draft_with_a_fault_leads_to_its_field_without_any_script(
    browser: Browser, site: Site, visitors: list[Visitor]
) -> None:
    visitors.append(Visitor(browser, site, java_script_enabled=False))
    visitors[-1].foreseen = ("422",)
    page = visitors[-1].log_in(PAGES["form of a program"])
    page.get_by_label("最大の額（円）").fill("たくさん")
    page.get_by_label("変える理由").fill("額が変わったため")
    page.get_by_role("button", name="下書きを保存する").click()

    page.get_by_role("link", name="金額の最大の額は").click()
    assert page.url.endswith("#amount-max_yen")
    page.get_by_label("最大の額（円）").fill("150万円")
    page.get_by_role("button", name="下書きを保存する").click()

    expect(page.get_by_role("status")).to_have_text("下書きを保存しました。まだ公開されていません。")
    expect(page.get_by_text("最大 150万円")).to_be_visible()
