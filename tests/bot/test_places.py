"""Municipalities by name and by short form; people and other names are no places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.entities.found import Found

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
