"""The public pages of programs: what is listed, what one page tells, and what is not shown to anybody."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import httpx
import pytest
from fastapi import FastAPI

from desk.catalogue import Catalogue, load_catalogue
from desk.channels.web import pages
from desk.clock import JST
from desk.db.engine import Database
from desk.domain.index import Index
from desk.domain.programs import Audience, Call, Combination, Condition, Program, Role, Source, Status, Step
from desk.services.context import Desk
from desk.services.profile import load_profile
from desk.settings import ROOT
from tests.domain.builders import amount, hard, person, program, soft, track
from tests.fakes.publishing import NothingPublished

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
REAL = load_catalogue()
AUTUMN = Call("第2回", date(2026, 11, 1), date(2026, 12, 18), False)
SPRING = Call("令和9年度", date(2027, 4, 10), date(2027, 5, 10), False)
LAST_YEAR = Call("令和7年度", date(2025, 5, 9), date(2025, 6, 5), False)

TRIAL = program(
    "shisaku",
    hard({"any_site_in": ["板橋区"]}, "区内に事業所があること"),
    person("納税していること", "公社が納税証明書で確認します"),
    soft({"wage_raise_plan": {"is": True}}, "賃上げを計画していること"),
    Condition("機械の借り賃にも使えます", (0,), Role.DETAIL, True, None, "costs"),
    name="試作品製作助成",
    aliases=("DXトライアル助成",),
    calls=(LAST_YEAR, AUTUMN),
    amount=amount(tracks=(track("小規模企業者", "small_basic_act", rate=Fraction(4, 5)),), text="上限150万円"),
    prior_steps=(Step("gbizid", "GビズIDプライムを取る", True), Step("hearing", "事前の相談", False)),
    documents=("見積書",),
    combinations=(Combination("exclusive", ("setsubi", "himitsu"), "設備の助成とはどちらか一方です"),),
    cautions=("予算がなくなると早く締め切ります",),
    contact="産業振興課",
    sources=(
        Source("区の募集案内", "https://example.jp/a", date(2026, 11, 20)),
        Source("手引き", None, date(2026, 11, 2)),
    ),
    as_of=date(2026, 4, 1),
)
EQUIPMENT = program("setsubi", name="設備導入助成", purposes=frozenset({"equipment"}), area="港区", calls=(SPRING,))
OVERSEAS = program(
    "kaigai", name="海外出願助成", kind="ip_fee_subsidy", area=None, level="national", calls=(LAST_YEAR,)
)
LAB = program("daigaku", name="大学の連携窓口", area="府中市", level="university", kind="matching")
SECRET = program(
    "himitsu", name="未確認の助成", status=Status.UNPUBLISHED, status_reason="確認中です", confidence="low"
)
PLAN = program("keikaku", name="共同研究の新しい助成", status=Status.PLANNED, status_reason="来年度に始める計画です")
OLD = program(
    "mukashi", name="昔の助成", status=Status.ENDED, status_reason="令和6年度で終わりました", successor="shisaku"
)
SMALL = (TRIAL, EQUIPMENT, OVERSEAS, LAB, SECRET, PLAN, OLD)

Get = Callable[[str], httpx.Response]


def reader(catalogue: Catalogue) -> Get:
    """Somebody with a browser, before the public pages with these programs."""
    app = FastAPI()
    profile = load_profile(ROOT / "seeds" / "desk.yaml", "板橋区")
    app.state.desk = Desk(Database("sqlite://"), catalogue, profile, lambda: NOW, published=NothingPublished())
    app.include_router(pages.router)

    async def get(path: str) -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk") as client:
            return await client.get(path)

    return lambda path: asyncio.run(get(path))


@pytest.fixture(scope="module")
def get() -> Get:
    """The pages with a handful of programs."""
    return reader(replace(REAL, index=Index(SMALL)))


def listed(response: httpx.Response) -> set[str]:
    """The ids of the programs in a list."""
    return set(re.findall(r'<li class="program" id="([^"]+)"', response.text))


class TestTheList:
    """`GET /programs`."""

    def test_without_a_wish_it_shows_what_is_published(self, get: Get) -> None:
        response = get("/programs")
        assert listed(response) == {"shisaku", "setsubi", "kaigai", "daigaku"}
        assert "4件の制度があります" in response.text

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("purpose=equipment", {"setsubi"}),
            ("kind=ip_fee_subsidy", {"kaigai"}),
            ("state=open", {"shisaku", "daigaku"}),
            ("state=upcoming", {"setsubi"}),
            ("state=closed", {"kaigai"}),
            ("area=板橋区", {"shisaku", "kaigai", "daigaku"}),
            ("area=港区&kind=subsidy", {"setsubi"}),
            ("q=ＤＸトライアル", {"shisaku"}),
            ("q=dx　板橋", {"shisaku"}),
            ("q=dx　港区", set()),
            ("state=nonsense", set()),
            ("area=月面", {"daigaku"}),
            ("purpose=&area=&kind=&state=&q=", {"shisaku", "setsubi", "kaigai", "daigaku"}),
        ],
    )
    def test_it_narrows_to_what_the_reader_chose(self, get: Get, query: str, found: set[str]) -> None:
        assert listed(get(f"/programs?{query}")) == found

    @pytest.mark.parametrize(
        ("query", "found"), [("q=昔", {"mukashi"}), ("state=ended", {"mukashi"}), ("state=planned", {"keikaku"})]
    )
    def test_who_looks_for_what_is_over_or_not_yet_there_finds_it_marked(
        self, get: Get, query: str, found: set[str]
    ) -> None:
        response = get(f"/programs?{query}")
        assert listed(response) == found
        assert "終わった制度" in response.text or "計画中の制度（まだ申請できません）" in response.text

    def test_what_nobody_has_confirmed_is_not_even_named(self, get: Get) -> None:
        assert "未確認の助成" not in get("/programs?q=未確認").text.replace('value="未確認"', "")

    def test_the_form_keeps_what_was_chosen(self, get: Get) -> None:
        text = get("/programs?area=港区&kind=subsidy&q=<b>").text
        assert '<option value="港区" selected>' in text
        assert '<option value="subsidy" selected>' in text
        assert 'value="&lt;b&gt;"' in text

    def test_nothing_found_is_met_with_advice(self, get: Get) -> None:
        assert "条件を減らすか" in get("/programs?q=宇宙ステーション").text

    def test_every_program_leads_to_its_page(self, get: Get) -> None:
        assert 'href="/programs/shisaku"' in get("/programs").text


class TestOnePage:
    """`GET /programs/{id}`."""

    @pytest.mark.parametrize(
        "words",
        [
            "区内に事業所があること",
            "公社が納税証明書で確認します",
            "賃上げを計画していること",
            "上限150万円",
            "小規模企業者",
            "5分の4以内",
            "受付中（2026年12月18日まで）",
            "2025年5月9日〜2025年6月5日（受付期間外）",
            "GビズIDプライムを取る",
            "事前の相談（任意）",
            "見積書",
            "どちらか一方だけ",
            "設備の助成とはどちらか一方です",
            "予算がなくなると早く締め切ります",
            "機械の借り賃にも使えます",
            "産業振興課",
            "区の募集案内",
            '<time datetime="2026-11-20">2026年11月20日</time>に確認',
            "2026年4月1日時点の情報です",
            "採択や交付をお約束するものではありません",
        ],
    )
    def test_it_tells_every_line_of_the_record(self, get: Get, words: str) -> None:
        assert words in get("/programs/shisaku").text

    def test_it_links_to_the_source_and_to_published_relatives_only(self, get: Get) -> None:
        text = get("/programs/shisaku").text
        assert 'href="https://example.jp/a" rel="noopener noreferrer"' in text
        assert 'href="/programs/setsubi"' in text
        assert "himitsu" not in text

    def test_an_ended_program_leads_to_its_successor(self, get: Get) -> None:
        text = get("/programs/mukashi").text
        assert "この制度の募集は終わっています。令和6年度で終わりました" in text
        assert '<a href="/programs/shisaku">試作品製作助成</a>' in text

    def test_of_a_plan_nothing_is_shown_that_people_could_rely_on(self, get: Get) -> None:
        text = get("/programs/keikaku").text
        assert "計画中の制度です。まだ申請できません。来年度に始める計画です" in text
        assert "金額" not in text
        assert "使える人" not in text

    @pytest.mark.parametrize("path", ["/programs/himitsu", "/programs/nai"])
    def test_there_is_no_page_of_the_unknown_and_the_unconfirmed(self, get: Get, path: str) -> None:
        response = get(path)
        assert response.status_code == 404
        assert "未確認の助成" not in response.text

    def test_a_missing_page_says_where_to_go_on(self, get: Get) -> None:
        assert 'href="/programs"' in get("/programs/nai").text


@pytest.mark.parametrize("path", ["/programs", "/programs/shisaku", "/programs/nai"])
def test_pages_run_nothing_but_the_desks_own_files(get: Get, path: str) -> None:
    response = get(path)
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "<script>" not in response.text
    assert "style=" not in response.text


def test_every_real_program_has_a_page_unless_it_is_unconfirmed() -> None:
    get = reader(REAL)
    wrong = [each.id for each in REAL.programs if get(f"/programs/{each.id}").status_code != _expected(each)]
    assert not wrong


def test_a_program_for_universities_says_who_applies() -> None:
    get = reader(replace(REAL, index=Index((replace(LAB, audience=Audience.UNIVERSITY),))))
    assert "企業は連携先の大学を通じて" in get("/programs/daigaku").text


def _expected(program: Program) -> int:
    return 404 if program.status is Status.UNPUBLISHED else 200
