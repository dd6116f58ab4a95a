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
        ("北区じゃなくて港区です", ["港区"]), ("東村山市の工場", ["東村山市"]), ("府中で旋盤加工", ["府中市"]),
    ],
)  # fmt: skip
def test_places(found: Find, text: str, names: list[str]) -> None:
    assert areas(found, text) == names


@pytest.mark.parametrize(
    "text",
    ["板橋と申します", "立川さんに相談したい", "担当の足立です", "港で荷揚げ", "中央に配置", "北の方", "国立の研究所", "千葉工業大学の先生",
     "多摩信用金庫", "荒川社長", "東京都のほう", "明日きたく します"],
)  # fmt: skip
def test_no_places(found: Find, text: str) -> None:
    assert areas(found, text) == []


def test_a_place_inside_a_program_is_part_of_its_name(found: Find) -> None:
    kinds = [one.entity for one in found("板橋の産学公助成について")]
    assert kinds == ["program"]
