"""Sentences that people read: the limit beside the answer, in plain Japanese."""

from datetime import date
from typing import Any

import pytest

from desk.domain.criteria import evaluate
from desk.domain.facts import FACTS
from desk.domain.wording import answer, day, names_amount, sentence, statement, value_of, yen
from tests.domain.builders import facts, press_shop, rule


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0円"),
        (999, "999円"),
        (15_000, "1万5,000円"),
        (1_500_000, "150万円"),
        (50_000_000, "5,000万円"),
        (300_000_000, "3億円"),
        (120_000_000, "1億2,000万円"),
        (97_500_000, "9,750万円"),
    ],
)
def test_yen(amount: int, text: str) -> None:
    assert yen(amount) == text


def test_a_day() -> None:
    assert day(date(2026, 4, 1)) == "2026年4月1日"


@pytest.mark.parametrize(
    ("raw", "answers", "text"),
    [
        ({"employees": {"at_most": 300}}, {"employees": 420}, "従業員数は300人以下（回答: 420人）"),
        ({"employees": {"at_least": 1}}, {}, "従業員数は1人以上（回答: 未回答）"),
        ({"employees": {"at_most": 20}}, {"employees": None}, "従業員数は20人以下（回答: わからない）"),
        ({"capital_yen": {"below": 300000000}}, {"capital_yen": 120000000}, "資本金は3億円未満（回答: 1億2,000万円）"),
        ({"age_years": {"below": 5}}, {"age_years": 4.5}, "設立・開業からの年数は5年未満（回答: 4.5年）"),
        (
            {"age_years": {"below": 5}},
            {"founded_year": 2019},
            "設立・開業からの年数は5年未満（回答: 設立・開業の年 2019年）",
        ),
        ({"started": {"is": False}}, {"started": True}, "まだ発注・契約・着手していない（回答: 着手済み）"),
        ({"industry": {"in": ["manufacturing"]}}, {"industry": "retail"}, "業種は製造業（回答: 小売業・飲食店）"),
        (
            {"industry": {"in": ["construction", "manufacturing"]}},
            {"industry": "retail"},
            "業種は製造業・建設業のいずれか（回答: 小売業・飲食店）",
        ),
        (
            {"industry": {"not_in": ["finance"]}},
            {"industry": "finance"},
            "業種は金融・保険業以外（回答: 金融・保険業）",
        ),
        ({"head_office_in": ["板橋区"]}, {"area": "新宿区"}, "本店が板橋区にある（回答: 新宿区）"),
        (
            {"any_site_in": ["東京都"]},
            {"area": "川口市", "site_areas": []},
            "本店か事業所が東京都にある（回答: 川口市・事業所 なし）",
        ),
        (
            {"purposes": {"includes_any": ["prototype", "testing"]}},
            {"purposes": ["digital"]},
            "支援を受けたい目的に試作・試験・分析のいずれかを含む（回答: デジタル化・AI）",
        ),
        (
            {"start_by": {"at_most": date(2027, 3, 31)}},
            {"start_by": "2027-05-01"},
            "開始したい日は2027年3月31日まで（回答: 2027年5月1日）",
        ),
        ("not_deemed_large", {"parent_is_large": True}, "大企業の支配を受けていない（回答: 受けている）"),
        (
            {"not": {"industry": {"in": ["finance"]}}},
            {"industry": "finance"},
            "「業種は金融・保険業」に当たらない（回答: 金融・保険業）",
        ),
    ],
)
def test_the_limit_stands_beside_the_answer(raw: Any, answers: dict[str, Any], text: str) -> None:
    assert sentence(rule(raw), facts(**answers)) == text


class TestDefinitions:
    """Size limits are told for the applicant's own industry."""

    def test_a_company_reads_both_limits_and_both_answers(self) -> None:
        told = press_shop(employees=420, capital_yen=500_000_000)
        assert sentence(rule("sme_basic_act"), told) == (
            "中小企業（中小企業基本法）に当たる：製造業は資本金3億円以下または従業員数300人以下"
            "（回答: 業種 製造業・資本金 5億円・従業員数 420人）"
        )

    def test_a_sole_proprietor_reads_employees_alone(self) -> None:
        told = facts(applicant_type="sole_proprietor", industry="retail", employees=60)
        text = sentence(rule("sme_basic_act"), told)
        assert "小売業・飲食店は従業員数50人以下" in text
        assert "資本金" not in text
        assert "申請者の区分 個人事業主" in text

    def test_what_the_desk_cannot_tell_apart_is_named(self) -> None:
        told = press_shop(employees=420, capital_yen=500_000_000)
        assert "ゴム製品製造業の一部は従業員900人以下" in sentence(rule("sme_special_order"), told)

    def test_an_industry_of_two_classes_reads_both(self) -> None:
        text = statement(rule("sme_basic_act"), facts(industry="information"))
        assert "資本金3億円以下または従業員数300人以下、区分により資本金5,000万円以下または従業員数100人以下" in text

    def test_tax_law_reads_capital_first(self) -> None:
        assert "資本金1億円以下（資本金がなければ従業員数1,000人以下）" in statement(rule("sme_tax_act"), press_shop())

    def test_nothing_told_yet(self) -> None:
        assert sentence(rule("small_basic_act"), facts(applicant_type="company")).endswith(
            "（回答: 業種 未回答・従業員数 未回答）"
        )


WIDENED = {"any": ["sme_basic_act", {"applicant_type": {"in": ["pre_founding"]}}]}


class TestDecisivePart:
    """Of a tree people read only what made the result."""

    def test_of_alternatives_the_one_that_holds(self) -> None:
        text = sentence(rule(WIDENED), facts(applicant_type="pre_founding"))
        assert text == "申請者の区分は創業前（回答: 創業前）"

    def test_of_alternatives_all_when_none_holds(self) -> None:
        text = sentence(
            rule({"any": [{"employees": {"at_most": 5}}, {"age_years": {"below": 1}}]}), press_shop(age_years=9)
        )
        assert text == "従業員数は5人以下、または設立・開業からの年数は1年未満（回答: 12人・9年）"

    def test_of_joint_requirements_the_one_that_fails(self) -> None:
        both = {"all": [{"employees": {"at_most": 5}}, {"started": {"is": False}}]}
        assert sentence(rule({"not": both}), press_shop(started=True)).startswith("「")
        assert sentence(rule(both), press_shop(started=False)) == "従業員数は5人以下（回答: 12人）"


def test_every_fact_can_be_read_back() -> None:
    told = press_shop(founded_year=2019, purposes=["digital", "prototype"], wage_raise_plan=True, tech_theme="めっき")
    read = {name: value_of(FACTS[name], value) for name, value in told.values.items()}
    assert read["founded_year"] == "2019年"
    assert read["purposes"] == "試作・デジタル化・AI"
    assert read["wage_raise_plan"] == "あり"
    assert read["tech_theme"] == "めっき"


def test_a_declined_answer_is_told_as_such() -> None:
    assert answer("capital_yen", press_shop().forget("capital_yen", declined=True)) == "回答を控える"


def test_what_cannot_apply_is_told_as_such() -> None:
    assert answer("capital_yen", facts(applicant_type="sole_proprietor")) == "該当なし"


@pytest.mark.parametrize(
    "raw", ["sme_basic_act", "not_deemed_large", {"any_site_in": ["多摩"]}, {"employees": {"is": 1}}]
)
def test_every_sentence_has_an_answer_in_it(raw: Any) -> None:
    criterion = rule(raw)
    assert evaluate(criterion, facts()).holds is None
    assert "（回答: " in sentence(criterion, facts())


@pytest.mark.parametrize(
    ("text", "amount", "named"),
    [
        ("上限９，７５０万円・補助率2/3", 97_500_000, True),
        ("月7.5万円まで", 75_000, True),
        ("最大1.2億円", 120_000_000, True),
        ("最大1億2,000万円", 120_000_000, True),
        ("上限500千円", 500_000, True),
        ("費用の半分", 500_000, True),
        ("上限2,150万円", 1_500_000, False),
        ("上限100万円", 1_500_000, False),
    ],
)
def test_a_text_that_speaks_of_amounts_names_this_one_or_not(text: str, amount: int, named: bool) -> None:
    assert names_amount(text, amount) is named
