"""The rules for facts on sentences that were written while the rules were: a quick look without a model.

The truth is measured on `evaluation/`, whose sentences nobody reads; here every mistake is shown with its sentence.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.entities.budgets import BUDGET
from bot.entities.extract import Rules
from bot.entities.industries import INDUSTRY
from bot.entities.places import places
from bot.entities.programs import gazetteer
from bot.entities.seeds import read_areas, read_programs
from bot.learning import budgets, facts, trades
from bot.learning.examples import examples
from bot.text.reader import reader
from tests.nlu import scoring
from tests.nlu.scoring import Pair
from tests.nlu.understanding import ROOT, read_mapping

FOLDER = Path(__file__).with_name("development")
TODAY = date(2026, 11, 22)
FACTS = frozenset(
    {"area", "industry", "employees", "capital_yen", "age_years", "founded_year", "budget_yen", "applicant_type"}
)
LEAST_F1 = 0.96
LEAST_OF_TRADES = 0.84  # the sentences of trades.yml were made to be hard
# Files that say of their sentences only what they tell of one thing.
ALONE = {
    "amounts": frozenset({"capital_yen", BUDGET}),
    "trades": frozenset({INDUSTRY}),
    "requests": frozenset({INDUSTRY, BUDGET}),
    "facts": FACTS - {INDUSTRY, BUDGET},
}
CLEAR = 0.5  # elsewhere than where facts are told, only clear findings count
Line = tuple[str, list[Pair], list[Pair]]


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    seeds = ROOT / "seeds"
    municipalities, programs = places(read_areas(seeds), reader().kana), gazetteer(read_programs(seeds))
    own = facts.learn_own(municipalities)
    rules = Rules(municipalities, programs, budgets.learn_budgets(), trades.learn_trades(), own)

    def found(text: str, least: float, asked: frozenset[str]) -> list[Pair]:
        return [
            (one.entity, one.value)
            for one in rules.find(reader().read(text), TODAY)
            if one.entity in asked and one.confidence >= least
        ]

    files: dict[str, dict[str, dict[str, Any]]] = {
        path.stem: read_mapping(path) for path in sorted(FOLDER.glob("*.yml"))
    }
    learned = {BUDGET: examples(budgets.FILE), INDUSTRY: trades.read_examples()}
    return [
        (text, _only_of(asked, _pairs(told)), found(text, CLEAR if name == "mentioned" else 0.0, asked))
        for name, content in files.items()
        for text, told in content.items()
        for asked in [_asked(name, {fact for fact, texts in learned.items() if text in texts})]
    ]


def test_the_set_is_large(lines: list[Line]) -> None:
    assert len(lines) >= 500


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_the_rules_find_the_fact(lines: list[Line], fact: str) -> None:
    scores = scoring.by_entity([_only(fact, right) for _, right, _ in lines], [_only(fact, said) for *_, said in lines])
    wrong = [text for text, right, said in lines if _values(fact, right) != _values(fact, said)]
    assert scores[fact].f1 >= (LEAST_OF_TRADES if fact == INDUSTRY else LEAST_F1), wrong


def _pairs(facts: dict[str, Any]) -> list[Pair]:
    """A list holds several values of one fact."""
    return [(fact, value) for fact, told in facts.items() for value in (told if isinstance(told, list) else [told])]


def _asked(name: str, learned: set[str]) -> frozenset[str]:
    """The facts a sentence is measured by; to read again what was learned from would show nothing."""
    return ALONE.get(name, FACTS) - learned


def _only_of(asked: frozenset[str], pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in asked]


def _only(fact: str, pairs: list[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] == fact]


def _values(fact: str, pairs: list[Pair]) -> list[Pair]:
    return sorted((scoring.comparable(pair) for pair in _only(fact, pairs)), key=str)
