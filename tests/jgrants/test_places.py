"""Where a grant acts: as narrow as Jグランツ tells, and no narrower."""

import pytest

from desk.catalogue.areas import load_areas
from desk.jgrants.places import Place, office_in_title, place_of
from tests.jgrants.samples import grant


def place(**changes: object) -> Place:
    """The place of a grant."""
    return place_of(grant(**changes), load_areas())


def test_the_whole_country_has_no_area() -> None:
    assert place(target_area_search="全国 / 東京都") == Place(None, "national", ())


def test_one_prefecture_is_the_area() -> None:
    assert place(target_area_search="和歌山県") == Place("和歌山県", "prefecture", ("和歌山県",))


def test_a_region_is_its_prefectures_with_the_desks_own_as_the_nearest() -> None:
    found = place(target_area_search="関東・甲信越地方")

    assert (found.area, found.level, len(found.sites)) == ("東京都", "region", 10)


def test_several_prefectures_elsewhere_are_named_by_the_first() -> None:
    found = place(target_area_search="大阪府 / 京都府")

    assert (found.area, found.level, found.sites) == ("大阪府", "region", ("大阪府", "京都府"))


def test_calls_may_name_further_prefectures() -> None:
    rounds = [{"target_area_search": "埼玉県", "acceptance_end_datetime": "2026-12-18T08:00:00Z"}]

    assert place(target_area_search=None, workflow=rounds).sites == ("埼玉県",)


@pytest.mark.parametrize(
    ("changes", "area", "level"),
    [
        ({"title": "【板橋区】ものづくり補助金"}, "板橋区", "ward"),
        ({"target_area_detail": "板橋区内"}, "板橋区", "ward"),
        ({"target_area_detail": "八王子市"}, "八王子市", "city"),
        ({"title": "【つくば市】補助金", "target_area_search": "茨城県"}, "つくば市", "city"),
    ],
)
def test_a_municipality_is_taken_where_it_stands_alone(changes: dict[str, str], area: str, level: str) -> None:
    found = place(**changes)

    assert (found.area, found.level, found.sites) == (area, level, (area,))
    assert found.cautions == (f"地域「{area}」は題名か地域の詳細から読み取りました",)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "【令和8年度】ものづくり補助金"},
        {"title": "東京都市場まつり補助金"},
        {"title": "【つくば市】補助金"},
        {"target_area_detail": "板橋区と北区の一部"},
    ],
)
def test_anything_else_stays_with_the_prefecture(changes: dict[str, str]) -> None:
    assert place(**changes).area == "東京都"


@pytest.mark.parametrize(
    ("changes", "doubt"),
    [
        ({"target_area_search": None}, "対象地域の記載がないため、全国としています。確認が必要です"),
        ({"target_area_search": "火星"}, "地域「火星」は対応表にないため、確認が必要です"),
        ({"target_area_search": "東京都 / 海外"}, "対象地域に海外を含みます"),
        ({"target_area_detail": "島しょ地域を除く"}, "地域の詳細「島しょ地域を除く」を公募要領で確認してください"),
    ],
)
def test_every_doubt_is_said(changes: dict[str, str | None], doubt: str) -> None:
    assert doubt in place(**changes).cautions


def test_a_detail_that_says_the_same_is_no_doubt() -> None:
    assert place(target_area_detail="東京都").cautions == ()
    assert place(target_area_search="全国", target_area_detail="全国").cautions == ()


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("【東京都中小企業振興公社】試作支援", "東京都中小企業振興公社"),
        ("[板橋区]試作支援", "板橋区"),
        ("【令和8年度】試作支援", None),
        ("【第2回公募】試作支援", None),
        ("試作支援【東京都】", None),
    ],
)
def test_an_office_is_read_from_the_heading_only(title: str, office: str | None) -> None:
    assert office_in_title(title) == office
