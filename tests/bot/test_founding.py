"""The past years and the ages that a text names, whoever's they are."""

from __future__ import annotations

from datetime import date

import pytest

from bot.entities.ages import age_candidates
from bot.entities.founding import year_candidates
from bot.text.reader import GinzaReader
from tests.bot.conftest import TODAY

YEARS = {
    "97年設立": 1997,
    "06年創業です": 2006,
    "六九年に曾祖父が": 1969,
    "'94創業": 1994,
    "昭51創業": 1976,
    "平4": 1992,
    "令三に開業": 2021,
    "設立・昭48": 1973,
    "昭六一・四・一 設立": 1986,
    "M33創業の酒蔵": 1900,
    "慶応二年の創業": 1866,
    "へいせい さんねんに": 1991,
    "しょうわ45ねんから": 1970,
    "れいわ がんねん": 2019,
    "にせんじゅうごねんに": 2015,
    "二千十七年": 2017,
    "2千8年創業": 2008,
    "設立日:20170401": 2017,
    "昭和61じゃなく62に直して": 1987,
    "さきおととし始めた": 2023,
    "昨秋に": 2025,
    "設立は去年です": 2025,
    "おととしでけた店": 2024,
    "先日できた": 2026,
    "二週間前に登記": 2026,
    "この八月に開いた": 2026,
    "12月に会社を作った": 2025,
    "春に法人になりました": 2026,
}
NO_YEARS = [
    "30年に一度",
    "20年になります",
    "創業20年から",
    "最大7人",
    "大3の学生",
    "M8のボルト",
    "千年の歴史",
    "来年5月に会社を作りたい",
    "先日の件",
    "昨日お電話した者です",
    "今年で10年",
]
AGES = {
    "会社は4歳": 4,
    "弊社も満十五歳です": 15,
    "1歳半の会社": 1.5,
    "会社は八つじゃ": 8,
    "じゅうごねんやってます": 15,
    "まだ はんとし です": 0.5,
    "いちねんはん": 1.5,
    "お店は 4ねんまえ": 4,
    "来年で30周年": 29,
    "再来年で会社は二十歳": 18,
    "来年2月で満10年": 9,
    "来期が8期目": 7,
    "あと三年で60周年": 57,
    "あと半年で創業5年": 4.5,
    "二年後の三十周年": 28,
    "百周年まであと四年": 96,
    "昨年の百周年": 101,
    "第14期を終えた": 14,
    "まだ一期目": 1,
}
NO_AGES = [
    "5歳の子供",
    "会社の社長は55歳です",
    "会社は三つの工場を持つ",
    "会社の犬は8歳",
    "創業者は91歳です",
    "店は3つ",
    "58歳の会社員です",
    "学部3年です",
    "大学院の2年",
    "十月から十二月で一年分稼ぐ",
    "玉作りが一年の大半です",
]


@pytest.mark.parametrize(("text", "year"), YEARS.items())
def test_a_past_year_is_seen(ginza: GinzaReader, text: str, year: int) -> None:
    assert year in [found.value for found in year_candidates(ginza.read(text), TODAY)]


@pytest.mark.parametrize("text", NO_YEARS)
def test_other_figures_are_no_years(ginza: GinzaReader, text: str) -> None:
    assert year_candidates(ginza.read(text), TODAY) == []


def test_days_are_counted_back_over_the_turn_of_the_year(ginza: GinzaReader) -> None:
    (found,) = year_candidates(ginza.read("先週できた会社"), date(2027, 1, 3))
    assert found.value == 2026


@pytest.mark.parametrize(("text", "age"), AGES.items())
def test_an_age_is_seen_as_it_is_today(ginza: GinzaReader, text: str, age: float) -> None:
    assert age in [found.value for found in age_candidates(ginza.read(text))]


@pytest.mark.parametrize("text", NO_AGES)
def test_ages_of_people_and_things_are_not_seen(ginza: GinzaReader, text: str) -> None:
    assert age_candidates(ginza.read(text)) == []
