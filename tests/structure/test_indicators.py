"""Every indicator is defined in the document word for word as in the code, and proven by three tests."""

import re

import pytest

from desk.console.indicator_words import GROUPS, LEVELS, target_of
from desk.domain.indicators.alarms import ALARMS
from desk.domain.indicators.indicator import Indicator, Unmeasured
from desk.domain.indicators.registry import BY_ID, INDICATORS, UNMEASURED
from desk.domain.results import TITLES
from desk.settings import ROOT
from tests.domain.indicators.examples import EXAMPLES
from tests.services.test_indicators import SEEN

DOCUMENT = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
PLAN_ITEMS = 15


def documented(indicator: Indicator) -> str:
    """The part of the document about an indicator."""
    lines = [
        f"### {indicator.name}（`{indicator.id}`）",
        "",
        f"- 区分: {GROUPS[indicator.group]}、{LEVELS[indicator.level]}",
    ]
    lines += [
        f"- 対象: {indicator.cohort}",
        f"- {'分子' if indicator.denominator else '数え方'}: {indicator.numerator}",
    ]
    lines += [f"- 分母: {indicator.denominator}"] if indicator.denominator else []
    if indicator.target:
        lines.append(f"- 目標: {target_of(indicator, indicator.target.amount)}（{indicator.target.source}）")
    return "\n".join(lines + ([f"- 注意: {indicator.note}"] if indicator.note else [])) + "\n"


def unmeasured(item: Unmeasured) -> str:
    """The line of the document about an item of the plan that cannot be measured yet."""
    return f"| {item.name}（`{item.id}`） | {item.target.source} | {item.why} |\n"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.id)
def test_an_indicator_is_documented_as_it_is_measured(indicator: Indicator) -> None:
    assert documented(indicator) in DOCUMENT


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda each: each.id)
def test_an_indicator_has_its_three_tests(indicator: Indicator) -> None:
    """Worked out by hand, nothing to measure (`tests/domain/indicators/test_figures.py`), told from a real record."""
    _, figure = EXAMPLES[indicator.id]

    assert figure.value
    assert SEEN[indicator.id][0]


def test_nothing_is_documented_that_is_no_indicator() -> None:
    assert set(re.findall(r"^### .*（`(\w+)`）$", DOCUMENT, re.MULTILINE)) == set(BY_ID)


@pytest.mark.parametrize("item", UNMEASURED, ids=lambda each: each.id)
def test_what_cannot_be_measured_is_documented_with_its_reason(item: Unmeasured) -> None:
    assert unmeasured(item) in DOCUMENT


def test_every_goal_of_the_plan_is_measured_or_named_as_not_measured() -> None:
    sources = [each.target.source for each in (*INDICATORS, *UNMEASURED) if each.target]

    assert len([source for source in sources if source.startswith("計画")]) == PLAN_ITEMS


def test_limits_and_kinds_of_results_are_documented() -> None:
    for alarm in ALARMS:
        assert f"| {alarm.indicator.name} | {alarm.limit:g} | {alarm.fewest} |" in DOCUMENT
    for kind, title in TITLES.items():
        assert f"| `{kind}` | {title} |" in DOCUMENT
