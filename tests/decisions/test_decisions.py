"""The rules against a table of decisions written from the sources by other hands: neither side is ever wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from desk.catalogue import load_catalogue
from desk.domain.intake import read_facts
from desk.domain.verdict import Outcome, judge
from tests.conftest import TUESDAY_MORNING

HERE = Path(__file__).parent
LEVELS = ("national", "prefecture", "wards", "others")


def companies() -> dict[str, dict[str, Any]]:
    """Applicants by id, with their facts."""
    return yaml.safe_load((HERE / "companies.yml").read_text(encoding="utf-8"))


def rows() -> Iterator[tuple[str, dict[str, str]]]:
    """Every decision with the file it stands in."""
    for level in LEVELS:
        for row in yaml.safe_load((HERE / f"{level}.yml").read_text(encoding="utf-8")):
            yield level, row


def verdict_of(row: dict[str, str]) -> Outcome:
    """What the rules say."""
    catalogue = load_catalogue()
    facts = read_facts(companies()[row["company"]], catalogue.areas, TUESDAY_MORNING.date())
    program = catalogue.program(row["program"])
    assert program is not None, f"no program {row['program']}"
    return judge(program, facts).outcome


@pytest.fixture(scope="module")
def decided() -> list[tuple[dict[str, str], Outcome]]:
    """Every row with the verdict of the rules."""
    return [(row, verdict_of(row)) for _, row in rows()]


def test_nobody_is_told_eligible_who_is_not(decided: list[tuple[dict[str, str], Outcome]]) -> None:
    wrong = [row for row, outcome in decided if outcome is Outcome.ELIGIBLE and row["expect"] != "eligible"]
    assert not wrong, "\n".join(map(str, wrong))


def test_nobody_is_told_ineligible_who_may_apply(decided: list[tuple[dict[str, str], Outcome]]) -> None:
    wrong = [row for row, outcome in decided if outcome is Outcome.INELIGIBLE and row["expect"] != "ineligible"]
    assert not wrong, "\n".join(map(str, wrong))


def test_the_table_is_large_enough_to_mean_something(decided: list[tuple[dict[str, str], Outcome]]) -> None:
    assert len(decided) >= 600
    assert sum(row["expect"] == "eligible" for row, _ in decided) >= 60


def test_most_certain_answers_are_given(decided: list[tuple[dict[str, str], Outcome]]) -> None:
    """Saying 要確認 to everybody would be never wrong and of no use."""
    shut_out = [outcome for row, outcome in decided if row["expect"] == "ineligible"]
    assert shut_out.count(Outcome.INELIGIBLE) / len(shut_out) >= 0.9
