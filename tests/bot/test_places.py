"""Municipalities by name and by short form; people and other names are no places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.text.reader import GinzaReader

Find = Callable[[str], list[Found]]


def areas(found: Find, text: str) -> list[object]:
    return [one.value for one in found(text) if one.entity == "area"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("板橋区で印刷業をしています", ["板橋区"]), ("板橋の町工場です", ["板橋区"]), ("八王子にあります", ["八王子市"]),
        ("奥多摩町の旅館", ["奥多摩町"]), ("草津市から", ["草津市"]), ("川口で鋳物", ["川口市"]), ("横浜です", ["横浜市"]),
        ("大田区と板橋区に工場", ["大田区", "板橋区"]), ("千代田区神田小川町1-2", ["千代田区"]), ("いたばしくの かいしゃ", ["板橋区"]),
        ("高島平で町工場", ["板橋区"]), ("大山の商店街で八百屋", ["板橋区"]), ("伊豆大島の民宿", ["大島町"]),
        ("板橋区成増です", ["板橋区"]), ("さいたま市大手町", ["さいたま市"]), ("東京都荒川区東日暮里です", ["荒川区"]), ("江戸川で釣具屋", ["江戸川区"]),
        ("いたばし区の工場", ["板橋区"]), ("練馬から板橋に移転しました", ["板橋区"]), ("西東京の会社", ["西東京市"]), ("羽村駅前の美容室", ["羽村市"]), ("葛飾の工場を江戸川区に移した", ["江戸川区"]), ("東村山の町工場", ["東村山市"]), ("新潟の燕市", ["燕市"]), ("北区じゃなくて港区です", ["港区"]), ("東村山市の工場", ["東村山市"]), ("府中で旋盤加工", ["府中市"]),
    ],
)  # fmt: skip
def test_places(found: Find, text: str, names: list[str]) -> None:
    assert areas(found, text) == names


@pytest.mark.parametrize(
    "text",
    ["板橋と申します", "立川さんに相談したい", "担当の足立です", "港で荷揚げ", "中央に配置", "北の方", "国立の研究所", "千葉工業大学の先生",
     "多摩信用金庫", "荒川社長", "上野です", "大山と申します", "蒲田さん", "荒川の土手", "目黒駅の近く", "目黒駅", "世田谷区民ではないですが", "東武練馬の店", "自由が丘で喫茶店", "中野キャンパスの先生", "目白大学", "羽田空港",
     "東京都のほう", "明日きたく します"],
)  # fmt: skip
def test_no_places(found: Find, text: str) -> None:
    assert areas(found, text) == []


def test_a_place_inside_a_program_is_part_of_its_name(found: Find) -> None:
    kinds = [one.entity for one in found("板橋の産学公助成について")]
    assert kinds == ["program"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("蕨で鋳物の仕上げ", "蕨市"), ("東松山の会社です", "東松山市"), ("登記は四街道です", "四街道市"), ("湯河原に旅館があります", "湯河原町"),
        ("本社も工場も白岡", "白岡市"), ("うち川口だけど使えますか", "川口市"), ("伊勢崎の部品屋", "伊勢崎市"),
    ],
)  # fmt: skip
def test_towns_around_tokyo_have_short_forms(found: Find, text: str, name: str) -> None:
    assert areas(found, text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [("川口と蕨で焼肉店", ["川口市", "蕨市"]), ("板橋と和光に工房", ["板橋区", "和光市"]), ("今治の船主です", ["今治市"]), ("板橋さんと和光に行く", ["和光市"])],
)  # fmt: skip
def test_a_short_form_joined_to_a_place_is_one(ginza: GinzaReader, rules: Rules, text: str, names: list[str]) -> None:
    reading = ginza.read(text)
    assert [one.value for one in rules.places.find(reading.normal.text, reading.words)] == names


@pytest.mark.parametrize("spelling", ["鎌ケ谷", "鎌ヶ谷", "鎌が谷"])
def test_a_name_is_found_in_each_of_its_spellings(found: Find, spelling: str) -> None:
    assert areas(found, f"{spelling}で梨の加工") == ["鎌ケ谷市"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("平塚で香料を作る", "平塚市"), ("会社は小山です", "小山市"), ("社員は9人、本店が三浦。", "三浦市"), ("群馬の太田です", "太田市"), ("吉川の工場", "吉川市"),
        ("橋本に工場があります", "相模原市"), ("永山、ソフトの会社", "多摩市"), ("国立で額縁", "国立市"), ("店は上尾じゃなく大宮", "さいたま市"), ("私は橋本で工場をやっています", "相模原市"), ("戸塚じゃなくて戸田です", "戸田市"),
    ],
)  # fmt: skip
def test_a_family_name_is_a_place_with_a_sign_of_one(found: Find, text: str, name: str) -> None:
    assert areas(found, text)[-1:] == [name]


@pytest.mark.parametrize(
    "text",
    ["平塚です", "お世話になっております、橋本です", "担当は三浦です", "窓口が小山です", "私は橋本です", "吉川に聞いてください", "大和証券", "野田の携帯にお願いします", "太田社長",
     "国立の病院", "成田空港", "ちょうしの悪い機械", "今は市役所の者です"],
)  # fmt: skip
def test_a_family_name_without_a_sign_is_no_place(found: Find, text: str) -> None:
    assert areas(found, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("大井町の会社", "品川区"), ("神奈川県大井町の会社", "大井町"), ("信濃町で印刷", "新宿区"), ("長野の信濃町の会社", "信濃町"), ("大森町で旋盤", "大田区"),
        ("十条銀座の惣菜店", "北区"), ("港北区の株式会社", "横浜市"), ("さいたまの北区の会社", "さいたま市"), ("高座渋谷の工場", "大和市"),
        ("江戸川橋の製本屋", "文京区"), ("赤羽橋の事務所", "港区"), ("千歳船橋の店", "世田谷区"), ("北習志野の会社", "船橋市"), ("中野島の会社", "川崎市"),
    ],
)  # fmt: skip
def test_a_name_within_another_is_not_read_alone(found: Find, text: str, name: str) -> None:
    assert areas(found, text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("三の輪の靴工場", "台東区"), ("神田和泉町の会社", "千代田区"), ("本店は日本橋浜町", "中央区"), ("蒲田本町です", "大田区"), ("分倍河原の検査会社", "府中市"),
        ("箱根ヶ崎の工場", "瑞穂町"), ("豊田駅の近くの工場", "日野市"), ("本厚木で営業しています", "厚木市"), ("大船の植木屋", "鎌倉市"), ("学芸大学に店", "目黒区"),
    ],
)  # fmt: skip
def test_neighbourhoods_and_stations_tell_their_municipality(found: Find, text: str, name: str) -> None:
    assert areas(found, text) == [name]


@pytest.mark.parametrize(
    "text", ["大船駅のそば", "東京学芸大学の先生", "都立大学の先生", "入谷で仏具", "表参道の美容室", "お花畑の写真"]
)
def test_what_lies_on_a_border_or_is_something_else_tells_none(found: Find, text: str) -> None:
    assert areas(found, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("Itabashiの会社です", "板橋区"), ("company in Ota-ku", "大田区"), ("しゃいん 9、すぎなみ", "杉並区"), ("うちは かわぐちです", "川口市"), ("かいしゃは ひの市に", "日野市")],
)  # fmt: skip
def test_places_in_kana_and_latin_letters(found: Find, text: str, name: str) -> None:
    assert areas(found, text) == [name]


@pytest.mark.parametrize(
    "text", ["なかののほう", "はんのうが遅い", "https://itabashi.example.jp/ を見ました", "bunkyodo"]
)
def test_words_in_kana_and_latin_letters_are_no_places(found: Find, text: str) -> None:
    assert areas(found, text) == []
