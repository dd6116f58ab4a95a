"""Which amount is the budget, what is only guessed, and how the judgement is learned."""

from __future__ import annotations

import pytest

from bot.entities.budgets import GUESSED, without_guesses
from bot.entities.extract import Rules
from bot.entities.found import Found
from bot.learning.budgets import FILE, learn_budgets
from bot.learning.examples import examples
from bot.text.reader import GinzaReader
from tests.bot.conftest import TODAY, Facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("見積もり取ったら850万でした", 8_500_000),
        ("機械が2台で1,600万", 16_000_000),
        ("補助金で半分、全部で900万", 9_000_000),
        ("上限600万で考えてる", 6_000_000),
        ("予算は800万じゃなくて900万です", 9_000_000),
        ("機械900万と工事150万、合わせて1050万です", 10_500_000),
        ("年商2億、借入5000万、今回の設備は1500万です", 15_000_000),
    ],
)
def test_the_planned_whole_is_the_budget(facts: Facts, text: str, value: int) -> None:
    assert facts(text).get("budget_yen") == value


@pytest.mark.parametrize(
    "text",
    [
        "自己資金は300万円あります",
        "前の機械は900万円で購入しました",
        "親会社の資本金は3億です",
        "補助上限が450万円の枠に出したい",
        "1台350万円で売っています",
        "A社は900万、B社は1100万で迷っています",
    ],
)
def test_money_that_is_owned_past_granted_or_undecided_is_none(facts: Facts, text: str) -> None:
    assert "budget_yen" not in facts(text)


def test_capital_and_budget_stand_beside_each_other(facts: Facts) -> None:
    told = facts("資本金は2000万、予算は600万、従業員は14人です")
    assert (told["capital_yen"], told["budget_yen"]) == (20_000_000, 6_000_000)


@pytest.mark.parametrize("text", ["だいたい800万円くらいです", "800万", "700万じゃなくて800万でした"])
def test_an_amount_that_nothing_is_said_of_is_only_a_guess(rules: Rules, ginza: GinzaReader, text: str) -> None:
    (found,) = rules.find(ginza.read(text), TODAY)
    assert (found.entity, found.value, found.confidence) == ("budget_yen", 8_000_000, GUESSED)


@pytest.mark.parametrize(("asked", "kept"), [(None, 1), ("budget_yen", 1), ("capital_yen", 0)])
def test_a_guess_is_dropped_where_something_else_was_asked(asked: str | None, kept: int) -> None:
    assert len(without_guesses([Found("budget_yen", 8_000_000, 0, 4, GUESSED)], asked)) == kept


def test_what_is_told_clearly_is_kept_whatever_was_asked() -> None:
    assert without_guesses([Found("budget_yen", 8_000_000, 0, 4, 0.9)], "capital_yen")


def test_learning_twice_gives_the_same() -> None:
    told = dict(list(examples(FILE).items())[:200])
    assert learn_budgets(told).to_dict() == learn_budgets(told).to_dict()


def test_the_examples_tell_budgets_and_other_money() -> None:
    told = ["budget_yen" in facts for facts in examples(FILE).values()]
    assert len(told) > 1500
    assert 0.4 < sum(told) / len(told) < 0.7
