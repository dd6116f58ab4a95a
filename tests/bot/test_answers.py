"""Bare answers to the question just asked, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.answers.accept import accepts
from bot.answers.plain import bare
from bot.answers.read import Answer, Asked, read
from bot.entities.extract import Rules
from bot.text.reader import GinzaReader
from tests.bot.conftest import TODAY

Read = Callable[[str, str], Answer | None]
ANSWERS: list[tuple[str, str, Any]] = [
    ("employees", "12", 12), ("employees", "１２人くらいです", 12), ("employees", "いない", 0), ("employees", "一人", 1),
    ("employees", "ゼロ", 0), ("employees", "自分だけ", 1), ("employees", "夫婦で", 2), ("employees", "えーと、二十五名かな", 25),
    ("employees", "3人とパート2人", 3), ("age_years", "去年です", 1), ("start_by", "半年後くらい", "2027-05-01"),
    ("partner_status", "東京農工大さんと", "agreed"), ("applicant_type", "LLCです", "company"), ("filed", "弁理士に相談してるところ", False),
    ("capital_yen", "3000万", 30_000_000), ("capital_yen", "500", 5_000_000), ("capital_yen", "1億円", 100_000_000),
    ("capital_yen", "なし", 0), ("capital_yen", "300円", 300), ("budget_yen", "８００万くらい", 8_000_000),
    ("age_years", "5年", 5), ("age_years", "半年", 0.5), ("age_years", "十年ちょっと", 10), ("years_in_area", "3年", 3),
    ("years_in_area", "2020年から", 6), ("founded_year", "平成30年", 2018),
    ("area", "板橋", "板橋区"), ("area", "北です", "北区"), ("area", "いたばし", "板橋区"), ("area", "港", "港区"),
    ("site_areas", "川口市に工場があります", ["川口市"]), ("site_areas", "ないです", []), ("site_areas", "本社だけ", []),
    ("industry", "製造", "manufacturing"), ("industry", "ラーメン屋", "retail"), ("industry", "その他", "other"),
    ("applicant_type", "個人です", "sole_proprietor"), ("applicant_type", "法人", "company"), ("applicant_type", "まだこれから", "pre_founding"),
    ("partner_status", "探してる", "searching"), ("partner_status", "もう決まってます", "agreed"), ("partner_status", "いない", "none"),
    ("partner_status", "まだ決まっていません", "searching"), ("partner_status", "特に考えていません", "none"),
    ("started", "もう発注した", True), ("started", "まだ", False), ("started", "まだ発注してません", False), ("started", "見積もりだけ", False),
    ("started", "はい", True), ("started", "いえ", False), ("parent_is_large", "上場企業の子会社です", True),
    ("parent_is_large", "独立した会社です", False), ("parent_is_large", "特にない", False), ("wage_raise_plan", "3%上げます", True),
    ("wage_raise_plan", "余裕がない", False), ("disclosed", "展示会で見せた", True), ("disclosed", "誰にも見せてません", False),
    ("filed", "出願済みです", True), ("filed", "まだ出してない", False), ("filed", "はい、2件あります", True),
    ("start_by", "来年4月", "2027-04-01"), ("start_by", "12月1日", "2026-12-01"), ("start_by", "すぐにでも", "2026-11-22"),
    ("consent", "同意します", True), ("consent", "構いません", True), ("consent", "やめておきます", False),
    ("email", "TARO@example.jp です", "taro@example.jp"), ("phone", "０３ー１２３４ー５６７８", "03-1234-5678"),
    ("name", "山田太郎と申します", "山田太郎"), ("company", "株式会社みどりのかぜです", "株式会社みどりのかぜ"),
    ("tech_theme", "えーとめっきの密着性です", "めっきの密着性"), ("note", "午後に電話ください", "午後に電話ください"),
]  # fmt: skip


@pytest.fixture(scope="module")
def answer(rules: Rules, ginza: GinzaReader) -> Read:
    return lambda fact, text: read(Asked(fact, ginza.read(text), rules.places, TODAY))


@pytest.mark.parametrize(("fact", "text", "value"), ANSWERS)
def test_an_answer_is_read(answer: Read, fact: str, text: str, value: object) -> None:
    got = answer(fact, text)
    assert got is not None
    assert got.entities[0][1] == value


def test_several_purposes(answer: Read) -> None:
    got = answer("purposes", "試作と特許です")
    assert got is not None
    assert {value for _, value in got.entities} == {"prototype", "ip_filing"}


@pytest.mark.parametrize("fact", ["employees", "capital_yen", "started", "start_by", "area", "wage_raise_plan"])
@pytest.mark.parametrize("text", ["わからない", "未定です", "飛ばしてください", "ちょっと言えません"])
def test_not_knowing_is_an_answer_too(answer: Read, fact: str, text: str) -> None:
    assert answer(fact, text) == Answer("dont_know")


@pytest.mark.parametrize(
    ("fact", "text"),
    [("employees", "従業員って誰のこと?"), ("employees", "十数人"), ("capital_yen", "数百万"), ("area", "うちの近く"), ("email", "後で送る"),
     ("phone", "12"), ("employees", "😀"), ("no_such_fact", "12"), ("employees", "")],
)  # fmt: skip
def test_no_answer(answer: Read, fact: str, text: str) -> None:
    assert answer(fact, text) is None


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("note", "特にないです"),
        ("company", "ありません"),
        ("name", "いらない"),
        ("phone", "電話は持ってない"),
        ("email", "メールはありません"),
    ],
)
def test_nothing_to_add(answer: Read, fact: str, text: str) -> None:
    assert answer(fact, text) == Answer("deny")


@pytest.mark.parametrize(
    ("text", "plain"), [("えーと12人くらいです", "12人"), ("はい、まだです。", "まだ"), ("です", "です"), ("12", "12")]
)
def test_padding_comes_off(text: str, plain: str) -> None:
    assert bare(text) == plain


@pytest.mark.parametrize(
    ("fact", "text", "intent", "confidence", "accepted"),
    [
        ("employees", "12", "chitchat", 0.9, True),
        ("employees", "12", "cancel", 0.9, True),
        ("started", "やめます", "cancel", 0.9, False),
        ("started", "担当者につないで", "request_human", 0.95, False),
        ("started", "発注前に始めるとなぜだめなんですか", "clarify", 0.7, False),
        ("phone", "電話は持ってない", "complaint", 0.65, True),
        ("purposes", "試作をしたいです", "find_support", 0.9, True),
        ("industry", "印刷会社を紹介してほしい", "find_partner", 0.9, False),
        ("area", "板橋", "out_of_scope", 0.9, True),
    ],
)
def test_a_person_may_do_something_else(fact: str, text: str, intent: str, confidence: float, accepted: bool) -> None:
    assert accepts(Answer("inform", ((fact, 1),)), fact, text, intent, confidence) is accepted


@pytest.mark.parametrize(
    ("text", "intent", "confidence", "accepted"),
    [
        ("めっきの剥がれ", "tech_consult", 0.9, True),
        ("めっきの相談はできますか", "tech_consult", 0.9, False),
        ("戻りたい", "go_back", 0.9, False),
    ],
)
def test_free_answers_give_way_to_requests(text: str, intent: str, confidence: float, accepted: bool) -> None:
    answer = Answer("inform", (("tech_theme", text),), free=True)
    assert accepts(answer, "tech_theme", text, intent, confidence) is accepted
