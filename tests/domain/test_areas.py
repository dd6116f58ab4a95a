"""Places: official names of all municipalities, regions of Tokyo, and names that several places share."""

from dataclasses import replace

import pytest

from desk.domain.areas import THE_WARD, UnknownPlace
from tests.domain.builders import AREAS


def test_every_municipality_of_japan_is_known() -> None:
    assert len(AREAS.municipalities) == 1741
    assert len({each.prefecture for each in AREAS.municipalities}) == 47


@pytest.mark.parametrize(
    ("area", "size"), [("特別区", 23), ("多摩", 30), ("島しょ", 9), ("東京都", 62), ("埼玉県", 63), ("神奈川県", 33)]
)
def test_a_region_holds_its_municipalities(area: str, size: int) -> None:
    assert len(AREAS.within(area)) == size


@pytest.mark.parametrize("place", ["板橋区", "八王子市", "奥多摩町", "檜原村", "青ヶ島村"])
def test_tokyo_holds_wards_cities_towns_and_islands(place: str) -> None:
    assert AREAS.resolve(place) in AREAS.within("東京都")


def test_a_ward_is_not_in_tama_and_a_tama_city_is_no_ward() -> None:
    assert "板橋区" not in AREAS.within("多摩")
    assert "八王子市" not in AREAS.within("特別区")
    assert "八王子市" in AREAS.within("多摩")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("板橋区", "板橋区"),
        ("東京都板橋区", "板橋区"),
        (" 板橋区 ", "板橋区"),
        ("川崎市川崎区", "川崎市"),
        ("神奈川県横浜市西区", "横浜市"),
        ("西多摩郡奥多摩町", "奥多摩町"),
        ("東京都西多摩郡瑞穂町", "瑞穂町"),
        ("郡山市", "郡山市"),
        ("蒲郡市", "蒲郡市"),
        ("鎌ヶ谷市", "鎌ケ谷市"),
        ("市川市", "市川市"),
        ("四日市市", "四日市市"),
    ],
)
def test_a_place_is_found_however_it_is_written(written: str, place: str) -> None:
    assert AREAS.resolve(written) == place


def test_a_shared_name_means_the_one_at_home() -> None:
    assert AREAS.resolve("府中市") == "府中市"
    assert AREAS.prefecture_of("府中市") == "東京都"
    assert AREAS.prefecture_of(AREAS.resolve("広島県府中市")) == "広島県"


def test_a_shared_name_elsewhere_asks_for_the_prefecture() -> None:
    with pytest.raises(UnknownPlace, match="都道府県から"):
        AREAS.resolve("伊達市")
    assert AREAS.resolve("北海道伊達市") == "北海道伊達市"


@pytest.mark.parametrize("text", ["東京", "東京都", "いたばし", "板橋", "江戸市", "", "123"])
def test_what_is_no_municipality_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UnknownPlace, match="板橋区"):
        AREAS.resolve(text)


def test_an_area_of_a_program_must_exist() -> None:
    assert AREAS.within("板橋区") == {"板橋区"}
    with pytest.raises(UnknownPlace):
        AREAS.within("城東地域")


@pytest.mark.parametrize(
    ("place", "around"),
    [
        ("板橋区", ("板橋区", "特別区", "東京都")),
        ("八王子市", ("八王子市", "多摩", "東京都")),
        ("川口市", ("川口市", "埼玉県")),
        ("広島県府中市", ("広島県府中市", "広島県")),
    ],
)
def test_around_a_place_lie_ever_wider_areas(place: str, around: tuple[str, ...]) -> None:
    assert AREAS.around(place) == around


@pytest.mark.parametrize(("name", "one_way"), [("東京都板橋区", "板橋区"), ("多摩", "多摩"), ("東京都", "東京都")])
def test_an_area_is_written_in_one_way(name: str, one_way: str) -> None:
    assert AREAS.named(name) == one_way


def test_the_ward_of_the_desk_is_named_without_its_name() -> None:
    ota = replace(AREAS, ward="大田区")
    assert ota.named(THE_WARD) == "大田区"
    assert ota.within(THE_WARD) == {"大田区"}
