"""Which program a grant is: certain by its id, likely by its name, never across municipalities."""

from dataclasses import replace

import pytest

from desk.catalogue.loader import load_programs
from desk.domain.programs import Program
from desk.jgrants.matching import How, Match, Matcher, grant_ids, plain_names
from tests.jgrants.samples import KAIHATSU, draft


def match(title: str, area: str = "全国") -> Match | None:
    """What the real catalogue has for a title."""
    return Matcher(load_programs()).match(draft(title=title, target_area_search=area))


@pytest.mark.parametrize(
    ("title", "area", "program"),
    [
        ("ものづくり・商業・サービス生産性向上促進補助金（第23次締切）", "全国", "monodukuri"),
        ("令和8年度成長型中小企業等研究開発支援事業（Go-Tech事業）【通常枠】", "全国", "go-tech-tsujo"),
        ("小規模事業者持続化補助金＜一般型＞第17回公募", "全国", "jizokuka-ippan"),
        ("小規模事業者持続化補助金＜創業型＞第2回公募", "全国", "jizokuka-sogyo"),
        ("中小企業省力化投資補助金（カタログ注文型）", "全国", "shoryokuka-catalog"),
        ("事業承継・M&A補助金（十四次公募）", "全国", "jigyo-shokei-ma"),
        ("【東京都中小企業振興公社】新製品・新技術開発助成事業", "東京都", "tokyo-kosha-shinseihin-shingijutsu"),
        ("創業助成事業", "東京都", "tokyo-kosha-sogyo-josei"),
    ],
)
def test_names_are_recognised_whatever_year_round_and_brackets(title: str, area: str, program: str) -> None:
    found = match(title, area)

    assert found is not None
    assert (found.program.id, found.how) == (program, How.NAME)


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("創業助成事業", "秋田県"),
        ("【板橋区】産業財産権取得支援事業補助金", "東京都"),
        ("令和8年度 和歌山県中小企業等海外展開支援事業", "和歌山県"),
        ("補助金", "全国"),
        ("令和8年度", "全国"),
    ],
)
def test_names_of_elsewhere_and_names_that_say_little_match_nothing(title: str, area: str) -> None:
    assert match(title, area) is None


def test_the_same_name_in_the_ward_that_the_title_tells_is_a_match() -> None:
    found = match("【港区】産業財産権取得支援事業補助金", "東京都")

    assert found is not None
    assert found.program.area == "港区"


def named(program: Program, address: str) -> Program:
    """The program with an address."""
    return replace(program, url=address)


@pytest.mark.parametrize(
    ("address", "ids"),
    [
        (f"https://www.jgrants-portal.go.jp/subsidy/{KAIHATSU}", {KAIHATSU}),
        (f"https://www.jgrants-portal.go.jp/grants/view/{KAIHATSU}?x=1", {KAIHATSU}),
        (f"https://www.jgrants-portal.go.jp/subsidy/{KAIHATSU}123", set()),
        ("https://www.jgrants-portal.go.jp/", set()),
        (f"https://example.org/www.jgrants-portal.go.jp/subsidy/{KAIHATSU}", set()),
    ],
)
def test_an_address_on_the_portal_tells_the_id(address: str, ids: set[str]) -> None:
    assert grant_ids(named(load_programs()[0], address)) == ids


def test_the_id_wins_over_every_name() -> None:
    other = next(each for each in load_programs() if each.id == "monodukuri")
    linked = named(other, f"https://www.jgrants-portal.go.jp/subsidy/{KAIHATSU}")

    found = Matcher((linked,)).match(draft(title="まったく違う名前の助成金"))

    assert found == Match(linked, How.ID, 1.0)


def test_plain_names_keep_the_brackets_once_and_drop_them_once() -> None:
    assert plain_names(["【東京都】令和8年度 試作・開発補助金（第2回公募）"]) == {
        "東京都試作開発補助金",
        "試作開発補助金",
    }
