"""Program names as people say them."""

from __future__ import annotations

import pytest

from bot.entities.programs import Gazetteer, gazetteer
from bot.text.normal import normalise

RECORDS = [
    {"id": "go-tech-tsujo", "name": "成長型中小企業等研究開発支援事業（Go-Tech事業）通常枠", "aliases": ["Go-Tech", "ゴーテック", "Go-Tech通常枠"], "family": "go-tech"},
    {"id": "go-tech-ogata", "name": "Go-Tech事業 大型研究開発枠", "aliases": ["Go-Tech", "ゴーテック"], "family": "go-tech"},
    {"id": "monodukuri", "name": "ものづくり補助金", "aliases": ["もの補助"], "family": None},
    {"id": "shinjigyo-shinshutsu", "name": "中小企業新事業進出促進補助金", "aliases": ["新事業進出補助金"], "family": None},
    {"id": "one", "name": "甲の助成", "aliases": ["同じ名前"], "family": None},
    {"id": "two", "name": "乙の助成", "aliases": ["同じ名前"], "family": None},
    {"id": "nedo-nep", "name": "NEP", "aliases": None, "family": None},
]  # fmt: skip


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return gazetteer(RECORDS)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ものづくり補助金の締切は", ["monodukuri"]), ("モノづくり補助金", ["monodukuri"]), ("ものずくり補助金", ["monodukuri"]),
        ("もの補助どう?", ["monodukuri"]), ("新事業進出助成金の上限", ["shinjigyo-shinshutsu"]), ("gotechの上限額", ["go-tech"]),
        ("ＧＯ－ＴＥＣＨとものづくり補助金の違い", ["go-tech", "monodukuri"]), ("Go-Tech通常枠", ["go-tech-tsujo"]),
        ("go tech 大型研究開発枠", ["go-tech"]), ("ごーてっくって何", ["go-tech"]), ("NEPに応募", ["nedo-nep"]),
    ],
)  # fmt: skip
def test_names_stand_for_programs(names: Gazetteer, text: str, ids: list[str]) -> None:
    assert [found.value for found in names.find(normalise(text).text)] == ids


@pytest.mark.parametrize("text", ["同じ名前の制度", "nephewの話", "補助金ありますか", "事業進出したい", ""])
def test_what_names_no_single_program(names: Gazetteer, text: str) -> None:
    assert names.find(text) == []


def test_offsets_are_those_of_the_text(names: Gazetteer) -> None:
    text = "えっと Go Tech の件"
    (found,) = names.find(text)
    assert text[found.start : found.end] == "Go Tech"
