"""capital_yen and budget_yen among all amounts of a text."""

from __future__ import annotations

from collections.abc import Sequence

from bot.entities.amounts import Amount, amounts
from bot.entities.budgets import find_budget
from bot.entities.capital import find_capital
from bot.entities.found import Found
from bot.learning.judge import Judge
from bot.text.reader import Reading


def find_money(reading: Reading, judge: Judge) -> list[Found]:
    """One capital and one budget at most."""
    said = amounts(reading.normal.text)
    if not any(amount.single for amount in said):
        return []
    capital = find_capital(reading.normal.text, said)
    return capital[-1:] + find_budget(reading, open_to(said, capital), said, judge)


def open_to(said: Sequence[Amount], capital: Sequence[Found]) -> list[Amount]:
    """The amounts that may be a budget: one value each, and no capital."""
    taken = {found.start for found in capital}
    return [amount for amount in said if amount.single and amount.start not in taken]
