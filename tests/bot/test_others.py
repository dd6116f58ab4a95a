"""What is told of one fact is never taken for the answer to a question about another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.others import remainder
from bot.answers.read import READERS, Answer, Asked, read
from bot.entities.extract import Rules
from bot.text.reader import GinzaReader
from tests.bot.conftest import TODAY

Read = Callable[[str, str], Answer | None]
STATEMENTS: dict[str, list[str]] = {
    "employees": ["従業員は12人です", "社員8名でやってます", "パート入れて20人", "スタッフは30名いる予定です", "うちは一人でやってます"],
    "capital_yen": ["資本金は1000万円です", "資本金300万", "資本金は3千万になりました"],
    "budget_yen": ["予算は800万くらいです", "総額1200万を考えています"],
    "founding": ["創業5年目です", "2019年設立です", "令和3年に創業しました"],
    "sales": ["売上は2億です", "年商8000万円", "月商300万でやってます"],
    "things": ["家賃は月25万円です", "社長は60歳です", "機械は5台あります", "取引先は30社です", "工場は120坪です", "納期は2週間です", "不良率は3%です"],
    "contact": ["メールはtaro@itabashi.co.jpです", "電話は03-1234-5678です"],
    "industry": ["金属加工をやっています", "ホームページ制作の会社です", "印刷業です"],
    "applicant_type": ["個人事業主です", "株式会社です"],
}  # fmt: skip
FAMILY = {"age_years": "founding", "founded_year": "founding", "email": "contact", "phone": "contact"}
# An answer that another fact gives after all: a firm that is a trade's, a person's business that no parent owns,
# a theme that is a trade's or a defect.
GIVEN = {
    ("applicant_type", "ホームページ制作の会社です"), ("parent_is_large", "個人事業主です"), ("tech_theme", "金属加工をやっています"),
    ("tech_theme", "ホームページ制作の会社です"), ("tech_theme", "株式会社です"), ("tech_theme", "個人事業主です"),
}  # fmt: skip
CROSSED = [
    (fact, text)
    for fact in READERS
    for kind, texts in STATEMENTS.items()
    for text in texts
    if fact != "note" and FAMILY.get(fact, fact) != kind and (fact, text) not in GIVEN
]


@pytest.fixture(scope="module")
def answer(rules: Rules, ginza: GinzaReader) -> Read:
    def answered(fact: str, text: str) -> Answer | None:
        reading = ginza.read(text)
        return read(Asked(fact, reading, rules.places, TODAY, tuple(rules.find(reading, TODAY))))

    return answered


@pytest.mark.parametrize(("fact", "text"), CROSSED)
def test_a_statement_of_another_fact_is_no_answer(answer: Read, fact: str, text: str) -> None:
    assert answer(fact, text) is None


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        ("budget_yen", "従業員は12人で、800万くらいです", 8_000_000),
        ("budget_yen", "機械は500万です", 5_000_000),
        ("employees", "資本金は300万、12人です", 12),
        ("age_years", "社員は5人、10年です", 10),
        ("years_in_area", "ここで創業して30年", 30),
        ("started", "社員5人です、もう発注しました", True),
        ("started", "金属加工をやってます、まだ何も", False),
        ("purposes", "500万円の機械を買いたい", "equipment"),
        ("partner_status", "知り合いの先生がいます", "agreed"),
        ("company", "高橋印刷です", "高橋印刷"),
        ("name", "土屋です", "土屋"),
    ],
)
def test_an_answer_beside_other_facts_is_read(answer: Read, fact: str, text: str, value: object) -> None:
    got = answer(fact, text)
    assert got is not None
    assert got.entities[0][1] == value


def test_a_clause_about_another_fact_is_left_out(rules: Rules, ginza: GinzaReader) -> None:
    text = "社員は5人、来年の予定です"
    assert remainder(text, rules.find(ginza.read(text), TODAY), "started") == "来年の予定です"
