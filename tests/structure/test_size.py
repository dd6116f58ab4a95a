"""Modules and functions stay small enough to be read at one go."""

from pathlib import Path
from statistics import median

import pytest

from tests.structure.source import functions_of, length_of, name_of, python_files

LONGEST_MODULE = 250
TYPICAL_FUNCTION = 8
LONG_FUNCTION = 30
FEW = 0.01


@pytest.mark.parametrize("path", python_files("desk", "actions", "bot", "tests", "benchmarks", "scripts"), ids=name_of)
def test_no_module_is_longer_than_a_few_screens(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("package", ["desk", "actions"])
def test_half_of_the_functions_have_eight_lines_or_fewer(package: str) -> None:
    lengths = [length_of(function) for path in python_files(package) for function in functions_of(path)]

    assert median(lengths) <= TYPICAL_FUNCTION


@pytest.mark.parametrize("package", ["desk", "actions"])
def test_long_functions_are_rare(package: str) -> None:
    functions = [function for path in modules(package) for function in functions_of(path)]

    long = [function.name for function in functions if length_of(function) > LONG_FUNCTION]

    assert len(long) <= FEW * len(functions), long


def modules(package: str) -> list[Path]:
    """Without migrations: those are written by Alembic, as long as the tables are."""
    return [path for path in python_files(package) if "migrations" not in path.parts]
