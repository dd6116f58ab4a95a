"""Facts about a company, told apart from the figures and words around them."""

from __future__ import annotations

import pytest

from tests.bot.conftest import Facts

EMPLOYEES = {
    "板橋区で金属加工をしています、従業員１２名": 12,
    "従業員１５０人": 150,
    "十二名でやっております": 12,
    "一人でやってる": 1,
    "自分だけの会社です": 1,
    "夫婦でやってる店": 2,
    "家族3人だけの会社です": 3,
    "従業員はいません": 0,
    "社員ゼロです": 0,
    "パート含め20人": 20,
    "社員数290": 290,
    "290名体制です": 290,
    "正社員三人、パート八人で計11人": 11,
    "パート5人と社員6人で11人": 11,
    "従業員は20じゃなくて25人です": 25,
    "28名と申し上げましたが32名でした": 32,
    "3名でしたが1人入って4名": 4,
    "えーと従業員は大体45ぐらいですかね": 45,
    "資本金一千万 従業員15 売上2億": 15,
    "だいたい50人前後": 50,
    "打ち間違い!社員30→13": 13,
    "しゃいんは さんにん": 3,
    "従業員じゅうごにん、板橋": 15,
}
NOT_EMPLOYEES = [
    "十数人です", "数名おります", "10〜20人", "20代の社長です", "インターンを3人受け入れたい", "2人の先生に会いたい", "研修費は一人5万円、10人で50万円",
    "お客さんが100人来ました", "55歳です", "セミナーに3名で参加します", "一般の人", "たいへんにんきです", "学生2名を採用したい",
]  # fmt: skip
CAPITAL = {
    "資本金３千万円": 30_000_000,
    "資本金1億": 100_000_000,
    "資本金、ええと、500万やったかな": 5_000_000,
    "300万円で設立しました": 3_000_000,
    "年商3億で資本金は三千万": 30_000_000,
    "3000万円の資本金です": 30_000_000,
    "資本金は1000万円ではなく2000万円": 20_000_000,
    "1000万から2000万に増資しました": 20_000_000,
    "資本金、1000万じゃなかった、100万だ": 1_000_000,
    "しほんきん ひゃくまんえん": 1_000_000,
    "資本金いちおく": 100_000_000,
}
BUDGET = {
    "予算は800万くらい": 8_000_000,
    "500万円の機械を入れたい": 5_000_000,
    "費用は1000万を見込んでいます": 10_000_000,
    "六百万ぐらいかかる": 6_000_000,
    "600万円以内で": 6_000_000,
    "設備に２千万": 20_000_000,
    "予算感としては800くらい": 8_000_000,
    "よさん400まんです": 4_000_000,
    "研究費は年間200万円を考えてます": 2_000_000,
    "せいぜい20万ってとこです": 200_000,
    "出せる上限は250万やわ": 2_500_000,
    "新しい装置、だいたい480万円らしいです": 4_800_000,
}
NO_MONEY = [
    "売上2億です",
    "年商は1.5億",
    "上限500万円の補助金",
    "1億円借りたい",
    "家賃が20万円",
    "年収800万",
    "500円の切手",
    "予算は1本です",
    "予算は3年分です",
    "5年前に800万で買った機械が壊れた",
    "電気代が年間600万もする",
    "5000万円以上の投資が条件ですか",
    "前の設備は1200万円で導入しました",
    "補助は1000万円を上限に出ます",
    "売上が落ちて280万円しかなかった",
]
YEARS = {
    "2019年設立": 2019,
    "令和3年に創業したIT企業": 2021,
    "昭和48年創業、親子三代": 1973,
    "R5創業": 2023,
    "平成元年からやってます": 1989,
    "二〇一九年創業": 2019,
    "設立は2015年です": 2015,
    "2024年5月法人設立": 2024,
    "去年始めたばかりです": 2025,
    "設立は一昨年の秋": 2024,
    "2020年8月に会社を立ち上げて": 2020,
    "平成３年に祖父が開いた工場": 1991,
    "Ｈ22設立": 2010,
    "設立は1975年じゃなく1978年": 1978,
    "設立年が違うそうです。2001年に直してください": 2001,
}
AGES = {
    "創業5年目": 5,
    "設立して半年": 0.5,
    "設立から十五年": 15,
    "起業して1年半": 1.5,
    "3年前に起業": 3,
    "創業100年の老舗": 100,
    "3期目です": 3,
    "板橋で30年やってます": 30,
    "会社は今年で10年になります": 10,
    "創業6か月": 0.5,
    "めっき専業で50年になります": 50,
    "親父の代から数えて六十年、金型一筋です": 60,
}
NOT_FOUNDING = [
    "来年設立する予定",
    "2027年に創業したい",
    "2026年度の補助金",
    "勤続10年です",
    "5年後に上場",
    "3年契約",
    "2025年の展示会に出たい",
    "昭和四十年代から続く会社",
]


@pytest.mark.parametrize(("text", "value"), EMPLOYEES.items())
def test_employees_are_counted(facts: Facts, text: str, value: int) -> None:
    assert facts(text).get("employees") == value


@pytest.mark.parametrize("text", NOT_EMPLOYEES)
def test_other_people_are_not_employees(facts: Facts, text: str) -> None:
    assert "employees" not in facts(text)


@pytest.mark.parametrize(("text", "value"), CAPITAL.items())
def test_capital_is_read(facts: Facts, text: str, value: int) -> None:
    assert facts(text).get("capital_yen") == value


@pytest.mark.parametrize(("text", "value"), BUDGET.items())
def test_budgets_are_read(facts: Facts, text: str, value: int) -> None:
    assert facts(text).get("budget_yen") == value


@pytest.mark.parametrize("text", NO_MONEY)
def test_other_money_is_neither_capital_nor_budget(facts: Facts, text: str) -> None:
    assert not {"capital_yen", "budget_yen"} & facts(text).keys()


@pytest.mark.parametrize(("text", "value"), YEARS.items())
def test_the_year_of_founding_is_read(facts: Facts, text: str, value: int) -> None:
    assert facts(text).get("founded_year") == value


@pytest.mark.parametrize(("text", "value"), AGES.items())
def test_the_age_of_a_company_is_read(facts: Facts, text: str, value: float) -> None:
    assert facts(text).get("age_years") == value


@pytest.mark.parametrize("text", NOT_FOUNDING)
def test_other_years_are_not_of_founding(facts: Facts, text: str) -> None:
    assert not {"founded_year", "age_years"} & facts(text).keys()
