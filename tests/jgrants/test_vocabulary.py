"""The enumerations of Jグランツ are complete and lead into the desk's own vocabulary."""

import pytest

from desk.catalogue.areas import load_areas
from desk.domain.facts import INDUSTRIES, PURPOSES
from desk.jgrants.drafts import purposes_of
from desk.jgrants.vocabulary import (
    EMPLOYEE_LIMITS,
    INDUSTRIES_OF,
    NO_EMPLOYEE_LIMIT,
    PREFECTURES,
    PREFECTURES_OF_REGION,
    PURPOSES_OF_USE,
    UNCLEAR_EMPLOYEES,
    prefectures_of,
    unknown_areas,
    usable_in,
)
from tests.jgrants.samples import draft, grant

MAPPED = {
    "新たな事業を行いたい": ["startup"],
    "販路拡大・海外展開をしたい": ["overseas", "sales_channel"],
    "事業を引き継ぎたい": ["succession"],
    "研究開発・実証事業を行いたい": ["joint_research", "prototype", "product_development"],
    "人材育成を行いたい": ["hiring_training"],
    "資金繰りを改善したい": ["finance"],
    "設備整備・IT導入をしたい": ["equipment", "digital"],
    "雇用・職場環境を改善したい": ["hiring_training"],
    "エコ・SDGs活動支援がほしい": ["energy"],
}
DECLARED_UNMAPPED = {
    "イベント・事業運営支援がほしい",
    "災害（自然災害、感染症等）支援がほしい",
    "教育・子育て・少子化支援がほしい",
    "スポーツ・文化支援がほしい",
    "安全・防災対策支援がほしい",
    "まちづくり・地域振興支援がほしい",
}


def test_each_of_the_fifteen_uses_is_mapped_or_declared_unmapped() -> None:
    assert len(PURPOSES_OF_USE) == 15
    assert set(MAPPED) | DECLARED_UNMAPPED == set(PURPOSES_OF_USE)
    assert {use for use, purposes in PURPOSES_OF_USE.items() if not purposes} == DECLARED_UNMAPPED
    assert {purpose for purposes in PURPOSES_OF_USE.values() for purpose in purposes} <= set(PURPOSES)


@pytest.mark.parametrize(("use", "purposes"), MAPPED.items())
def test_a_use_becomes_purposes_in_the_order_of_the_vocabulary(use: str, purposes: list[str]) -> None:
    assert purposes_of(grant(use_purpose=use)) == purposes


@pytest.mark.parametrize("use", sorted(DECLARED_UNMAPPED))
def test_a_use_without_a_purpose_is_other(use: str) -> None:
    assert purposes_of(grant(use_purpose=use)) == ["other"]


def test_several_uses_are_one_set_and_a_new_one_is_told() -> None:
    made = draft(use_purpose="エコ・SDGs活動支援がほしい / 設備整備・IT導入をしたい / 宇宙に行きたい")

    assert made.record["purposes"] == ["equipment", "digital", "energy"]
    assert "利用目的「宇宙に行きたい」は対応表にありません" in made.record["cautions"]


def test_the_twenty_industries_lead_to_every_industry_of_the_desk() -> None:
    assert len(INDUSTRIES_OF) == 20
    assert {industry for industries in INDUSTRIES_OF.values() for industry in industries} == set(INDUSTRIES)


def test_the_eight_classes_of_employees_are_a_limit_none_or_unclear() -> None:
    assert [*EMPLOYEE_LIMITS.values()] == [5, 20, 50, 100, 300, 900]
    assert len({*EMPLOYEE_LIMITS, NO_EMPLOYEE_LIMIT, UNCLEAR_EMPLOYEES}) == 8


def test_the_eight_regions_are_the_forty_seven_prefectures_each_once() -> None:
    named = [prefecture for prefectures in PREFECTURES_OF_REGION.values() for prefecture in prefectures]

    assert len(PREFECTURES_OF_REGION) == 8
    assert len(named) == len(PREFECTURES) == 47
    assert {municipality.prefecture for municipality in load_areas().municipalities} == PREFECTURES


def test_regions_and_prefectures_are_told_as_prefectures_once() -> None:
    assert prefectures_of(("四国地方", "香川県", "大阪府")) == ("徳島県", "香川県", "愛媛県", "高知県", "大阪府")
    assert unknown_areas(("全国", "海外", "近畿地方", "京都府", "板橋区")) == ("板橋区",)


@pytest.mark.parametrize(
    ("words", "usable"),
    [
        (("全国",), True),
        (("東京都",), True),
        (("関東・甲信越地方",), True),
        (("大阪府", "東京都"), True),
        ((), True),
        (("板橋区",), True),
        (("和歌山県",), False),
        (("九州・沖縄地方",), False),
        (("海外",), False),
    ],
)
def test_what_is_of_use_in_tokyo_is_kept_and_so_is_what_is_not_known(words: tuple[str, ...], usable: bool) -> None:
    assert usable_in(words, "東京都") is usable
