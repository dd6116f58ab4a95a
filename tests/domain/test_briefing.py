"""A program told in a few lines."""

from dataclasses import replace
from datetime import date

import pytest

from desk.domain.asking import Facet
from desk.domain.briefing import brief, brief_line, comparison, outcome_line
from desk.domain.programs import Audience, Status
from desk.domain.verdict import judge
from tests.domain.builders import TODAY, Call, Step, amount, facts, hard, person, press_shop, program, soft

SMALL = hard({"employees": {"at_most": 20}}, "従業員が20人以下であること")
SHISAKU = program(
    "shisaku",
    SMALL,
    person("納税していること"),
    soft({"wage_raise_plan": {"is": True}}, "賃上げの計画があること"),
    name="試作助成金",
    amount=amount(text="上限150万円・助成率2/3以内"),
    prior_steps=(Step("hearing", "公社の担当者と面談する", True), Step("gbizid", "GビズIDを取る", False)),
    documents=("決算書",),
    contact="産業振興公社",
)


def test_all_in_short_says_what_how_much_who_when_and_how_first() -> None:
    text = "\n".join(brief(SHISAKU, TODAY))

    for part in (SHISAKU.summary, "上限150万円", "従業員が20人以下", "随時受け付けています", "公社の担当者と面談"):
        assert part in text


def test_only_what_is_wanted_is_told_and_how_old_it_is() -> None:
    money, age = brief(SHISAKU, TODAY, {Facet.MONEY})

    assert money == "金額：上限150万円・助成率2/3以内"
    assert "2026年11月1日時点" in age
    assert "公式ページ" in age


def test_a_question_about_the_way_names_papers_and_the_counter_too() -> None:
    text = "\n".join(brief(SHISAKU, TODAY, {Facet.HOW}))

    assert "決算書" in text
    assert "産業振興公社" in text
    assert "GビズID" not in text


def test_what_would_only_help_is_no_requirement() -> None:
    assert "賃上げ" not in "\n".join(brief(SHISAKU, TODAY, {Facet.WHO}))


def test_many_requirements_are_counted_rather_than_told() -> None:
    crowded = program("many", SMALL, person("一"), person("二"), person("三"))

    (line, _) = brief(crowded, TODAY, {Facet.WHO})

    assert line.endswith("／ほか1件")


def test_an_amount_nobody_knows_is_not_made_up() -> None:
    line = brief(program(amount=amount(max_yen=None, text=None)), TODAY, {Facet.MONEY})[0]

    assert "確かめられた額がありません" in line


def test_free_advice_pays_nothing() -> None:
    advice = program(kind="advice", amount=amount(max_yen=None, rate=None, text=None))

    assert "お金の助成はありません" in brief(advice, TODAY, {Facet.MONEY})[0]


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (Call("今年度", date(2026, 11, 1), date(2026, 12, 18), False), "2026年12月18日まで受け付けています"),
        (Call("今年度", date(2027, 1, 8), None, False), "2027年1月8日から始まる予定です"),
        (
            Call("昨年度", date(2025, 5, 1), date(2025, 6, 5), False),
            "（前回は2025年6月5日まで）",
        ),
        (Call("随時", None, date(2027, 3, 31), True), "随時受け付けています（2027年3月31日まで）"),
    ],
)
def test_the_call_is_told_with_its_dates(call: Call, words: str) -> None:
    assert brief(program(calls=(call,), recurs="yearly"), TODAY, {Facet.WHEN})[0].endswith(words)


def test_a_call_nobody_knows_is_not_made_up() -> None:
    assert "確認できていません" in brief(program(calls=(), recurs="yearly"), TODAY, {Facet.WHEN})[0]


def test_a_program_that_only_universities_apply_for_says_so() -> None:
    text = "\n".join(brief(program(audience=Audience.UNIVERSITY), TODAY, {Facet.WHO}))

    assert "大学" in text


def test_a_planned_program_begins_with_being_only_planned() -> None:
    planned = program(status=Status.PLANNED, status_reason="区が計画している段階です。")

    assert brief(planned, TODAY)[0] == "区が計画している段階です。"


@pytest.mark.parametrize("wanted", [set(), {Facet.MONEY}, {Facet.WHO, Facet.WHEN}])
def test_of_a_plan_no_figure_and_no_requirement_is_told(wanted: set[Facet]) -> None:
    planned = replace(SHISAKU, status=Status.PLANNED, status_reason="区が計画している段階です。")

    said = "".join(brief(planned, TODAY, wanted))

    assert "金額も条件もまだ決まっていません" in said
    assert "150万円" not in said + brief_line(planned, TODAY, {Facet.MONEY})


def test_old_facts_are_told_to_be_old() -> None:
    assert "最新の内容を" in brief(program(as_of=date(2024, 4, 1)), TODAY)[-1]


def test_a_line_for_a_list_is_the_first_thing_wanted_without_its_label() -> None:
    assert brief_line(SHISAKU, TODAY, {Facet.MONEY}) == "上限150万円・助成率2/3以内"
    assert brief_line(SHISAKU, TODAY, set()) == "上限150万円・助成率2/3以内"


def test_an_unconfirmed_program_is_only_said_to_be_under_check() -> None:
    hidden = program(status=Status.UNPUBLISHED, status_reason="確認中です。", amount=amount(text="上限1億円"))

    assert brief_line(hidden, TODAY, {Facet.MONEY}) == "公式の情報を確認中です"


def test_the_outcome_never_promises() -> None:
    fits = program("fits", SMALL)

    assert "見込み" in outcome_line(judge(fits, press_shop()))
    assert "最終の判断は窓口が行います" in outcome_line(judge(fits, press_shop()))


def test_a_refusal_names_the_limit_and_the_answer() -> None:
    line = outcome_line(judge(program("small", SMALL), press_shop(employees=25)))

    assert "20人以下" in line
    assert "25人" in line


def test_what_is_missing_is_named() -> None:
    assert "従業員" in outcome_line(judge(program("small", SMALL), facts(area="板橋区")))


def test_what_a_person_must_check_is_left_to_the_counter() -> None:
    assert "窓口の確認が要る" in outcome_line(judge(program("checked", SMALL, person()), press_shop()))


def test_two_programs_stand_side_by_side_row_by_row() -> None:
    other = program("other", name="設備助成金", amount=amount(text="上限500万円"))

    text = "\n".join(comparison([SHISAKU, other], None, TODAY))

    assert "① 試作助成金" in text
    assert "② 設備助成金" in text
    assert "① 上限150万円・助成率2/3以内\n② 上限500万円" in text
    assert "うかがった内容" not in text


def test_verdicts_are_compared_once_facts_are_known() -> None:
    other = program("other", hard({"employees": {"at_most": 5}}), name="小さな会社の助成金")
    verdicts = [judge(each, press_shop()) for each in (SHISAKU, other)]

    text = "\n".join(comparison([SHISAKU, other], verdicts, TODAY))

    assert "② 対象外になりそうです" in text
