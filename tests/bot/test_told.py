"""Yes-or-no facts and the start of a project, told without being asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.entities.found import Found

Find = Callable[[str], list[Found]]
TOLD = {
    "もう発注した": ("started", True),
    "機械は先月契約してしまいました": ("started", True),
    "まだ発注していません": ("started", False),
    "着手はこれからです": ("started", False),
    "大企業の子会社にあたります": ("parent_is_large", True),
    "親会社はありません": ("parent_is_large", False),
    "賃上げは来年3%やる計画です": ("wage_raise_plan", True),
    "給料を上げる予定は今のところありません": ("wage_raise_plan", False),
    "去年の学会で発表してしまった内容です": ("disclosed", True),
    "まだ誰にも見せていません": ("disclosed", False),
    "特許は出願済みです": ("filed", True),
    "出願はしていません": ("filed", False),
    "来年4月開始です": ("start_by", "2027-04-01"),
    "12月10日から始めます": ("start_by", "2026-12-10"),
    "2027年6月に着手予定": ("start_by", "2027-06-01"),
}


@pytest.mark.parametrize(("text", "fact"), TOLD.items())
def test_what_is_told_is_heard(found: Find, text: str, fact: tuple[str, object]) -> None:
    assert fact in [(one.entity, one.value) for one in found(text)]


@pytest.mark.parametrize(
    "text",
    ["発注の前に相談したい", "特許を出願したい", "賃上げすると加点ありますか", "展示会に出たい", "4月に創業しました"],
)
def test_wishes_and_questions_tell_nothing(found: Find, text: str) -> None:
    told = {"started", "parent_is_large", "wage_raise_plan", "disclosed", "filed", "start_by"}
    assert not told & {one.entity for one in found(text)}


def test_of_a_correction_only_the_new_counts(found: Find) -> None:
    text = "さっきはまだ契約していませんと言いましたが、もう契約しました"
    assert [one.value for one in found(text) if one.entity == "started"] == [True]


def test_what_is_only_told_counts_where_facts_are_told(found: Find) -> None:
    assert all(one.confidence < 0.5 for one in found("もう発注した") if one.entity == "started")
