"""Data files are checked one by one, so that a fault is named by its file."""

from pathlib import Path

import pytest

from desk.catalogue.loader import PROGRAMS, read_programs
from desk.settings import ROOT
from tests.structure.source import name_of, read_yaml, tracked

SEEDS = [path for path in tracked() if path.relative_to(ROOT).parts[0] == "seeds"]
RECORDS = sorted(PROGRAMS.glob("*.yaml"))
READING = read_programs(PROGRAMS)


def test_the_checker_finds_nothing_to_complain_about() -> None:
    assert [str(problem) for problem in READING.problems] == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_read_under_the_name_of_its_file(path: Path) -> None:
    assert path.stem in {program.id for program in READING.programs}


def test_no_record_is_read_that_has_no_file() -> None:
    assert {program.id for program in READING.programs} == {path.stem for path in RECORDS}


@pytest.mark.parametrize("path", [path for path in SEEDS if path.suffix in (".yaml", ".yml")], ids=name_of)
def test_a_seed_is_yaml_with_something_in_it(path: Path) -> None:
    assert read_yaml(path)


@pytest.mark.parametrize("path", SEEDS, ids=name_of)
def test_a_seed_is_data_and_not_code(path: Path) -> None:
    assert path.suffix in (".yaml", ".yml", ".csv", ".md")
